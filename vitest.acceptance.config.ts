import './test/passing-folder.ts'
import { defineConfig } from 'vitest/config'

/** The acceptance suite alone: on the system at `SYSTEM_URL`, or on a local one that is started for it. */
export default defineConfig({
  test: {
    include: ['test/acceptance/*.test.ts'],
    globalSetup: ['test/acceptance/setup.ts'],
    reporters: ['default', './test/reporter.ts'],
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // What is waited for comes at once, or when others are at work on the same machine, late.
    expect: { poll: { timeout: 60_000 } },
  },
})
