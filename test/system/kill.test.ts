import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '../../local/free-port.ts'
import { prove } from '../proving.ts'
import { type RunningSystem, startSystem } from './start.ts'

/** Each costs a start of the whole system; `KILLS=50` for an evening. */
const KILLS = Number(process.env.KILLS ?? 2)

let directory = ''
let port = 0
let running: RunningSystem | undefined
const start = async () => {
  running = await startSystem({ directory, port, arguments: ['--demo', 'accounts'] })
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'training-platform-kill-'))
  port = await freePort()
  process.env.SYSTEM_URL = `http://127.0.0.1:${port}`
})
afterAll(async () => {
  await running?.kill()
  delete process.env.SYSTEM_URL
  await rm(directory, { recursive: true, force: true })
})

/** What the system has acknowledged: the model that it is compared with after every kill. */
interface Claim {
  readonly key: string
  readonly tenths: number
  id?: string
  decided: number
}

test('SIGKILL at random moments: nothing acknowledged is lost, nothing is doubled, everything goes on', {
  timeout: 240_000 + KILLS * 60_000,
}, async () => {
  await start()
  const { as, claim, online, until } = await import('../acceptance/client.ts')
  const li = as('staff.li')
  const route = ['unit.admin', 'dept.chen', 'hr.city'] as const
  const claims: Claim[] = []
  const before = (await li.get('/api/staff/staff.li/ledger?year=2026')).body.assessment.annual.hours.total

  const body = ({ tenths }: Claim) => ({
    ...claim('staff.li', [], [online('2026-03-01', '2026-03-31', tenths / 10)]),
    certificateNo: `kill-${tenths}`,
  })
  /** One step of one claim; whatever the kill interrupts is simply tried again later. */
  const advance = async (one: Claim) => {
    if (one.id === undefined) {
      const answer = await li.submit(body(one), one.key)
      expect(answer.status).toBe(201)
      one.id = answer.body.id
      return
    }
    const account = route[one.decided]
    if (account === undefined) return
    const { tasks, timeline } = (await as(account).get(`/api/requests/${one.id}`)).body
    // Decided before the kill, without an acknowledgement.
    if (
      timeline.some(
        (entry: { act: string; actor: string }) => entry.act === 'approve' && entry.actor === account,
      )
    ) {
      one.decided += 1
      return
    }
    const task = tasks[0]
    if (task === undefined) return
    const answer = await as(account).decide(task.id, 'approve')
    if (answer.status === 200) one.decided += 1
  }
  /** Works on all that is claimed; `atOnce` claims are kept under way. */
  const work = async (atOnce: number, until: () => boolean) => {
    while (!until()) {
      if (claims.filter(({ decided }) => decided < 3).length < atOnce)
        claims.push({ key: `kill-${claims.length}`, tenths: claims.length + 1, decided: 0 })
      await Promise.all(
        claims.map((one) =>
          advance(one).catch((error: unknown) => {
            // A broken connection is what a kill looks like from outside; a failed expectation is not.
            if (error instanceof Error && error.name === 'AssertionError') throw error
          }),
        ),
      )
      await wait(5)
    }
  }

  for (let kill = 0; kill < KILLS; kill += 1) {
    let down = false
    const working = work(4, () => down)
    await wait(300 + Math.random() * 1500)
    await running?.kill()
    down = true
    await working
    await start()
    // Of those that went their whole way a tenth: all of them are in the ledger's sum at the end.
    for (const one of claims.filter(({ decided }) => decided < 3 || Math.random() < 0.1)) {
      if (one.id === undefined) continue
      const { body: seen, status } = await li.get(`/api/requests/${one.id}`)
      expect(status).toBe(200)
      const approvals = seen.timeline
        .filter((entry: { act: string }) => entry.act === 'approve')
        .map((entry: { actor: string }) => entry.actor)
      expect(approvals.slice(0, one.decided)).toEqual(route.slice(0, one.decided))
      expect(new Set(approvals).size).toBe(approvals.length)
    }
  }

  expect(claims.length).toBeGreaterThan(0)
  await work(0, () => claims.every(({ decided }) => decided === 3))
  const credited = await until('every claim to be credited', async () => {
    const { facts, assessment } = (await li.get('/api/staff/staff.li/ledger?year=2026')).body
    const mine: { id: string }[] = facts.credits.filter(
      (credit: { from: string }) => credit.from === '2026-03-01',
    )
    return mine.length >= claims.length ? { mine, assessment } : undefined
  })
  expect(credited.mine.map(({ id }) => id).sort()).toEqual(claims.map(({ id }) => `${id}.0`).sort())
  const sum = claims.reduce((tenths, one) => tenths + one.tenths, 0)
  expect(Math.round((credited.assessment.annual.hours.total - before) * 10)).toBe(sum)
  prove(1, { 'kills of everything': KILLS, 'claims followed': claims.length })
})
