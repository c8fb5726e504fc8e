import './test/passing-folder.ts'
import { defineConfig } from 'vitest/config'

/** The tests in a browser, each file on a system of its own: for those who work on one of them. */
export default defineConfig({
  test: {
    include: ['test/web/*.test.ts'],
    reporters: ['default', './test/reporter.ts'],
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // What is waited for comes at once, or when others are at work on the same machine, late.
    expect: { poll: { timeout: 60_000 } },
  },
})
