import { defineConfig } from 'vitest/config'

/** Logs of the functions under test say nothing that a test does not look at. */
const env = { POWERTOOLS_LOG_LEVEL: 'SILENT', POWERTOOLS_METRICS_DISABLED: 'true' }

export default defineConfig({
  test: {
    reporters: ['default', './test/reporter.ts'],
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'levels',
          env,
          include: ['test/**/*.test.ts'],
          exclude: ['test/acceptance/**'],
          globalSetup: ['test/database-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'acceptance',
          env,
          include: ['test/acceptance/*.test.ts'],
          globalSetup: ['test/acceptance/setup.ts'],
          // One system for all of them: what one file submits must not be in another's way.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 90_000,
        },
      },
    ],
  },
})
