import type { Reporter, TestModule } from 'vitest/node'

/** Prints the one line that a reader and a machine look for at the end: `N passed, N failed`. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const counts = { passed: 0, failed: unhandled.length, skipped: 0 }
    for (const module of modules) {
      if (module.errors().length > 0) counts.failed += 1
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        if (state !== 'pending') counts[state] += 1
      }
    }
    const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''
    // After vitest's own summary, which is written when this hook has returned.
    process.once('exit', () => console.log(`${counts.passed} passed, ${counts.failed} failed${skipped}`))
  }
}
