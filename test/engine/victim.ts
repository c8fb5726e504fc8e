import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openEngine } from '../../local/engine/engine.ts'
import type { Json } from '../../local/engine/json.ts'
import { START } from './laboratory.ts'
import { EXECUTIONS, HASTE, type Line, linesOf, machines } from './victim-machines.ts'

/**
 * A process that works until it is killed: it starts this round's executions, fires timers, answers tokens, and
 * writes every effect and every acknowledgement to a log at once. With no round it only finishes what is there.
 */
const [folder = '', round] = process.argv.slice(2)
const log = join(folder, 'log')
const write = (line: Line): void => appendFileSync(log, `${JSON.stringify(line)}\n`)

const tokenOf = (line: Line): string[] =>
  line.did === 'call' && line.name === 'open' ? [JSON.parse(JSON.stringify(line.payload)).token] : []

/** Of earlier lives and this one; a token that was answered is no more among them. */
const tokens = new Set(existsSync(log) ? linesOf(readFileSync(log, 'utf8')).flatMap(tokenOf) : [])

const clock = { now: () => START + (Date.now() - START) * HASTE }

const invoke = async (name: string, payload: Json): Promise<Json> => {
  const line: Line = { did: 'call', name, payload }
  write(line)
  for (const token of tokenOf(line)) tokens.add(token)
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 4))
  return name === 'double' && typeof payload === 'object' && payload !== null && 'n' in payload
    ? { doubled: Number(payload.n) * 2 }
    : 'opened'
}

const engine = openEngine({ file: join(folder, 'journal.sqlite'), clock, invoke, machines })
engine.resume()

const answer = async (token: string): Promise<void> => {
  tokens.delete(token)
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

const start = async (name: string, n: number): Promise<void> => {
  await engine.start({ machine: 'main', name, input: { n } })
  write({ did: 'start', name })
}

process.stdout.write('ready\n')
if (round !== undefined) for (let n = 0; n < EXECUTIONS; n += 1) void start(`round-${round}-${n}`, n)

const work = setInterval(async () => {
  void engine.fireDue(clock.now())
  // Some wait a little, so that kills come while a token is open.
  for (const token of [...tokens]) if (Math.random() < 0.3) void answer(token)
  if (round === undefined && engine.list({ status: 'RUNNING', max: 1 }).executions.length === 0) {
    clearInterval(work)
    await engine.close()
  }
}, 5)
