import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'

const execute = promisify(execFile)

/** What a command of `bench/` prints, as somebody who wants its figures would run it. */
const printed = async (command: string): Promise<string> => {
  const [file, ...rest] = command.split(' ')
  const { stdout } = await execute(process.execPath, [`bench/${file}`, ...rest], {
    env: { ...process.env, VITEST: undefined },
    maxBuffer: 16 * 1024 * 1024,
  })
  return stdout
}

describe('every benchmark runs, small', () => {
  test('a recognition of one level costs at most 32 write units, its floor fewer', async () => {
    const figures = JSON.parse(await printed('units.ts'))
    expect(figures.status).toBe('SUCCEEDED')
    expect(figures.writeInAll).toBeLessThanOrEqual(32)
    expect(figures.floor.writeInAll).toBeLessThanOrEqual(figures.writeInAll)
    expect(figures.naive.writeInAll).toBeGreaterThan(figures.writeInAll)
  })

  test('assessments, beside a JSONata expression', async () => {
    const { assessmentsPerSecond, timesJsonata } = JSON.parse(await printed('assess.ts'))
    expect(assessmentsPerSecond).toBeGreaterThan(0)
    // The expression does less; a machine that is slow is slow for both.
    expect(timesJsonata.median).toBeGreaterThan(50)
  })

  test('a close, beside its bare calls', async () => {
    const { persons, calls } = JSON.parse(await printed('close.ts --persons 200 --pairs 1'))
    expect(persons).toBe(200)
    // Each person has a result at least.
    expect(calls).toBeGreaterThanOrEqual(200)
  })

  test('the close of a whole region, simulated', async () => {
    expect(await printed('close-simulate.ts --persons 2000')).toMatch(/"personsASecond": [1-9]/)
  })

  test('rows of a provider: a delivery cut and repeated has every row once', async () => {
    const figures = JSON.parse(await printed('feed.ts --rows 200 --pairs 2'))
    expect(figures.rows).toBe(200)
    expect(figures.cutAndRepeated.rows).toBe(figures.cutAndRepeated.records)
  })

  test("the region's page of statistics at 600,000 persons", async () => {
    const { total, readUnits } = JSON.parse(await printed('statistics.ts'))
    expect(total.persons).toBe(600_000)
    expect(readUnits.region).toBeLessThan(200)
  }, 300_000)

  test('units of a participant of a class', async () => {
    expect(await printed('class-units.ts')).toMatch(/credit/)
  })

  test('the list of a class: few calls for its rows, each credited once', async () => {
    const { preview, filing, crediting } = JSON.parse(await printed('roster.ts --people 100'))
    expect(preview.calls).toBeLessThan(10)
    expect(filing.calls).toBeLessThan(120)
    expect(crediting.writeUnitsEach).toBeLessThan(7)
  })

  test('filing and deciding, beside their bare calls', async () => {
    const { submit, decide } = JSON.parse(await printed('latency.ts --claims 10'))
    for (const { timesBare } of [submit, decide]) expect(timesBare.p50).toBeGreaterThan(0)
  })

  test('a start, beside the database alone', async () => {
    const { timesDatabase } = JSON.parse(await printed('start.ts --pairs 1'))
    expect(timesDatabase.median).toBeGreaterThan(0)
  })

  test('what people ask all day reads as much in a region of 2,000 as among 240', async () => {
    const { reads } = JSON.parse(await printed('region-reads.ts --persons 2000'))
    for (const [name, { at240, whole }] of Object.entries<{ [of: string]: { read: number } }>(reads))
      expect(Math.abs((whole?.read ?? 0) - (at240?.read ?? 0)), name).toBeLessThanOrEqual(2)
  })

  test('resources, bundles and calls that wait, of this tree', async () => {
    const figures = await printed('structure.ts --runs 1')
    for (const name of ['templates', 'bundles', 'cold calls']) expect(figures).toContain(`${name} {`)
  }, 600_000)
})
