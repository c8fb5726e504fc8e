import { defineConfig } from 'vitest/config'
import LongestFirst from './test/sequencer.ts'

export default defineConfig({
  test: {
    reporters: ['default', './test/reporter.ts'],
    // One more than there are cores: tests in a browser, and after a kill, wait as often as they work.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
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
