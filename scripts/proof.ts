/**
 * Proves what `scripts/proof/rows.ts` lists: runs the tests that hold each row and prints the table with what they
 * counted. `--times 1000` tries properties so many times more, `--kills 1000` kills so often, `--keep` writes the table
 * to `docs/proof.md`. Ends with 1 where a row did not hold.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import * as z from 'zod'
import { type ProofRow, proofRows, type Suite } from './proof/rows.ts'

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '1' },
    kills: { type: 'string', default: '5' },
    keep: { type: 'boolean', default: false },
  },
})

const Report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
})
const Proved = z.object({ row: z.number(), figures: z.record(z.string(), z.number()) })

interface Held {
  readonly file: string
  readonly name: string
  readonly status: string
}

const directory = mkdtempSync(join(tmpdir(), 'training-platform-proof-'))
const figuresFile = join(directory, 'figures')
writeFileSync(figuresFile, '')

/** Runs the files of a suite; of several rows at once, so that each is started once. */
const run = (suite: Suite): Held[] => {
  const files = new Set(proofRows.flatMap(({ held }) => (held?.suite === suite ? held.files : [])))
  // The acceptance suite is long, and one row is held by one of its tests.
  const name =
    suite === 'acceptance' ? proofRows.find(({ held }) => held?.suite === suite)?.held?.name : undefined
  const report = join(directory, `${suite}.json`)
  const chosen = suite === 'acceptance' ? ['--config', 'vitest.acceptance.config.ts'] : ['--project', suite]
  console.error(`— ${suite}: ${files.size} files`)
  spawnSync(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      ...chosen,
      '--reporter=json',
      `--outputFile=${report}`,
      ...(name === undefined ? [] : ['-t', name]),
      ...files,
    ],
    {
      stdio: 'ignore',
      env: { ...process.env, PROOF_FILE: figuresFile, PROOF_TIMES: values.times, KILLS: values.kills },
    },
  )
  return Report.parse(JSON.parse(readFileSync(report, 'utf8'))).testResults.flatMap(
    ({ name, assertionResults }) =>
      assertionResults.map(({ fullName, status }) => ({
        file: relative(process.cwd(), name).replaceAll('\\', '/'),
        name: fullName,
        status,
      })),
  )
}

interface Shown {
  readonly row: ProofRow
  readonly result: string
  readonly isBroken: boolean
}

/** A row with what came of its tests: each one counts, and one that did not run is no proof. */
const shown = (
  row: ProofRow,
  tests: readonly Held[],
  figures: ReadonlyMap<number, Record<string, number>>,
): Shown => {
  if (row.held === undefined)
    return {
      row,
      result: row.by === undefined ? 'not proved by a command yet' : `see ${row.by}`,
      isBroken: false,
    }
  const { files, name } = row.held
  const mine = tests.filter(
    (test) => files.includes(test.file) && (name === undefined || new RegExp(name).test(test.name)),
  )
  const passed = mine.filter(({ status }) => status === 'passed').length
  const failed = mine.filter(({ status }) => status === 'failed').length
  const counted = Object.entries(figures.get(row.row) ?? {}).map(
    ([what, count]) => `${count.toLocaleString('en')} ${what}`,
  )
  return {
    row,
    result: [...counted, `${passed} tests passed, ${failed} failed`].join('; '),
    isBroken: passed === 0 || failed > 0,
  }
}

const began = Date.now()
try {
  const suites: readonly Suite[] = ['units', 'systems', 'acceptance', 'long']
  const tests = suites.flatMap(run)
  const figures = new Map<number, Record<string, number>>()
  for (const line of readFileSync(figuresFile, 'utf8').split('\n').filter(Boolean)) {
    const { row, figures: counted } = Proved.parse(JSON.parse(line))
    const sum = figures.get(row) ?? {}
    for (const [what, count] of Object.entries(counted)) sum[what] = (sum[what] ?? 0) + count
    figures.set(row, sum)
  }
  const rows = proofRows.map((row) => shown(row, tests, figures))
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`
  const seconds = Math.round((Date.now() - began) / 1000)
  const text = [
    `Run on ${new Date().toISOString().slice(0, 10)} by \`npm run proof -- --times ${values.times} --kills ${values.kills}\`: ${seconds} s; ${machine}.`,
    '',
    '| # | what | goal | this run |',
    '| --- | --- | --- | --- |',
    ...rows.map(
      ({ row, result, isBroken }) =>
        `| ${row.row} | ${row.what} | ${row.goal} | ${isBroken ? '**broken:** ' : ''}${result} |`,
    ),
  ].join('\n')
  console.log(text)
  if (values.keep) {
    const page = 'docs/proof.md'
    const [head = ''] = readFileSync(page, 'utf8').split('<!-- the table -->')
    writeFileSync(page, `${head}<!-- the table -->\n\n${text}\n`)
  }
  process.exitCode = rows.some(({ isBroken }) => isBroken) ? 1 : 0
} finally {
  rmSync(directory, { recursive: true, force: true })
}
