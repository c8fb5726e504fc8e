import { defineConfig } from 'vitest/config'
import LongestFirst from './test/sequencer.ts'

/** Tests of a process of their own: they talk to a system whose address stands in the environment, or measure. */
const APART = [
  'test/*.test.ts',
  'test/infra/**/*.test.ts',
  'test/system/**/*.test.ts',
  'test/web/build.test.ts',
]

export default defineConfig({
  test: {
    reporters: ['default', './test/reporter.ts'],
    // One more than there are cores: tests in a browser, and after a kill, wait as often as they work.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    // Logs of the functions under test say nothing that a test does not look at.
    env: { POWERTOOLS_LOG_LEVEL: 'SILENT', POWERTOOLS_METRICS_DISABLED: 'true' },
    testTimeout: 60_000,
    hookTimeout: 90_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'units',
          include: ['test/**/*.test.ts', 'test/web/units/*.test.tsx'],
          // One system for all of them: `test/acceptance.test.ts` and `test/web.test.ts` run them in turn.
          exclude: [...APART, 'test/acceptance/**', 'test/web/*.test.ts'],
          globalSetup: ['test/database-setup.ts'],
          // A fresh world for each file would load the AWS SDK a hundred times: half of what these tests cost.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'systems', include: APART } },
    ],
  },
})
