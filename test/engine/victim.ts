import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openEngine } from '../../local/engine/engine.ts'
import type { Json } from '../../local/engine/json.ts'
import { START } from './laboratory.ts'
import { EXECUTIONS, HASTE, type Line, machines } from './victim-machines.ts'

/**
 * A process that works until it is killed: it starts this round's executions, fires timers, answers tokens, and
 * writes every effect and every acknowledgement to a log at once. With no round it only finishes what is there.
 */
const [folder = '', round] = process.argv.slice(2)
const log = join(folder, 'log')
const write = (line: Line): void => appendFileSync(log, `${JSON.stringify(line)}\n`)

// A whole line was acknowledged; half a line is what the kill has left of one.
const lines = (): Line[] =>
  existsSync(log)
    ? readFileSync(log, 'utf8')
        .split('\n')
        .flatMap((line): Line[] => (line.endsWith('}') ? [JSON.parse(line)] : []))
    : []

const clock = { now: () => START + (Date.now() - START) * HASTE }

const invoke = async (name: string, payload: Json): Promise<Json> => {
  write({ did: 'call', name, payload })
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 4))
  return name === 'double' && typeof payload === 'object' && payload !== null && 'n' in payload
    ? { doubled: Number(payload.n) * 2 }
    : 'opened'
}

const engine = openEngine({ file: join(folder, 'journal.sqlite'), clock, invoke, machines })
engine.resume()

const answered = new Set<string>()
const answer = async (token: string): Promise<void> => {
  if (answered.has(token)) return
  answered.add(token)
  const value = Math.random()
  write({ did: 'send', token, value })
  try {
    await engine.sendTaskSuccess(token, value)
    write({ did: 'answer', token, value })
  } catch (fault) {
    // An answer of an earlier life was journaled, and the process died before it could say so.
    if (!(fault instanceof Error) || fault.name !== 'TaskTimedOut') throw fault
  }
}

const tokensOf = (all: readonly Line[]): string[] =>
  all.flatMap((line) =>
    line.did === 'call' && line.name === 'open' ? [JSON.parse(JSON.stringify(line.payload)).token] : [],
  )

const start = async (name: string, n: number): Promise<void> => {
  await engine.start({ machine: 'main', name, input: { n } })
  write({ did: 'start', name })
}

process.stdout.write('ready\n')
if (round !== undefined) for (let n = 0; n < EXECUTIONS; n += 1) void start(`round-${round}-${n}`, n)

const work = setInterval(async () => {
  void engine.fireDue(clock.now())
  // Some wait a little, so that kills come while a token is open.
  for (const token of tokensOf(lines())) if (Math.random() < 0.3) await answer(token)
  if (round === undefined && engine.list({ status: 'RUNNING', max: 1 }).executions.length === 0) {
    clearInterval(work)
    await engine.close()
  }
}, 5)
