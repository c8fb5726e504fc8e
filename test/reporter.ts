import type { Reporter, TestModule } from 'vitest/node'
import { overBudget, slowness } from './budget.ts'

/** A tenth of a second each, at the start and at the end: what runs beside the tests comes and goes. */
const SAMPLES = 5
const sample = (): number[] => Array.from({ length: SAMPLES }, slowness)
const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, one) => sum + one, 0) / numbers.length

/** How long each suite's files took, in seconds, added up. */
const secondsOf = (modules: readonly TestModule[]): Map<string, number> => {
  const seconds = new Map<string, number>()
  for (const module of modules) {
    const { collectDuration, setupDuration, duration } = module.diagnostic()
    const took = (collectDuration + setupDuration + duration) / 1000
    seconds.set(module.project.name, (seconds.get(module.project.name) ?? 0) + took)
  }
  return seconds
}

/**
 * Holds each suite to its budget (`test/budget.ts`), and prints the one line that a reader and a machine look for at
 * the end: `N passed, N failed`. A suite over its budget counts as one more that failed.
 */
export default class ClosingLine implements Reporter {
  private before: number[] = []

  onInit(): void {
    this.before = sample()
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const counts = { passed: 0, failed: unhandled.length, skipped: 0 }
    for (const module of modules) {
      if (module.errors().length > 0) counts.failed += 1
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        if (state !== 'pending') counts[state] += 1
      }
    }
    const slow = Math.max(mean(this.before), mean(sample()))
    const factor = slow * Number(process.env.TEST_BUDGET_FACTOR ?? 1)
    const seconds = secondsOf(modules)
    const over = overBudget(seconds, factor)
    if (over.length > 0) process.exitCode = 1
    const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''
    // After vitest's own summary, which is written when this hook has returned.
    process.once('exit', () => {
      for (const [suite, took] of seconds) console.log(`${suite}: ${took.toFixed(0)} s in its tests`)
      console.log(`This machine now takes ${slow.toFixed(1)} times as long as budgets are made for.`)
      for (const sentence of over) console.error(sentence)
      console.log(`${counts.passed} passed, ${counts.failed + over.length} failed${skipped}`)
    })
  }
}
