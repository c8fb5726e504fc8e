import { defineConfig } from 'vitest/config'
import LongestFirst from './test/sequencer.ts'

/** Tests of a process of their own: they talk to a system whose address stands in the environment, or measure. */
const APART = [
  'test/*.test.ts',
  'test/infra/**/*.test.ts',
  'test/system/**/*.test.ts',
  'test/web/build.test.ts',
]

/** What reckons with dates and moments: the same wherever the machine stands. `units` runs it in the machine's zone. */
const OF_DATES = [
  'test/functions/working-days.test.ts',
  'test/functions/zone.test.ts',
  'test/rules/calendar.test.ts',
  'test/engine/clock.test.ts',
  'test/local/demo-ledgers.test.ts',
  'test/local/schedules.test.ts',
  'test/workflows/desks.test.ts',
  'test/store/notices.test.ts',
  'test/store/acts.test.ts',
]

/** Those tests on a machine in a zone. */
const inZone = (name: string, TZ: string) => ({
  extends: true as const,
  test: { name, env: { TZ }, include: OF_DATES, globalSetup: ['test/database-setup.ts'], isolate: false },
})

export default defineConfig({
  test: {
    reporters: ['default', './test/reporter.ts'],
    // One more than there are cores: tests in a browser, and after a kill, wait as often as they work.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    // Logs of the functions under test say nothing that a test does not look at.
    env: { POWERTOOLS_LOG_LEVEL: 'SILENT', POWERTOOLS_METRICS_DISABLED: 'true' },
    testTimeout: 180_000,
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
      inZone('west of UTC', 'America/New_York'),
      inZone('east of Shanghai', 'Pacific/Kiritimati'),
      { extends: true, test: { name: 'systems', include: APART } },
    ],
  },
})
