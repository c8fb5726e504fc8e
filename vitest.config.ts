import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    reporters: ['default', './test/reporter.ts'],
    maxWorkers: 2,
    // Logs of the functions under test say nothing that a test does not look at.
    env: { POWERTOOLS_LOG_LEVEL: 'SILENT', POWERTOOLS_METRICS_DISABLED: 'true' },
    include: ['test/**/*.test.ts'],
    // One system for all of them: `test/acceptance.test.ts` and `test/web.test.ts` run them in turn.
    exclude: ['test/acceptance/**', 'test/web/!(build).test.ts'],
    globalSetup: ['test/database-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 90_000,
  },
})
