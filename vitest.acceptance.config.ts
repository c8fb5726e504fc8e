import { defineConfig } from 'vitest/config'

/** The acceptance suite alone: on the system at `SYSTEM_URL`, or on a local one that is started for it. */
export default defineConfig({
  test: {
    include: ['test/acceptance/*.test.ts'],
    globalSetup: ['test/acceptance/setup.ts'],
    reporters: ['default', './test/reporter.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 90_000,
  },
})
