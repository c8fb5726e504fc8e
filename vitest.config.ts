import './test/passing-folder.ts'
import { defineConfig } from 'vitest/config'
import LongestFirst from './test/sequencer.ts'
import {
  APART_FILES,
  BROWSER_FILES,
  FILES_OF_DATES,
  IDENTITY_FILES,
  IN_TURN_FILES,
  LONG_FILES,
} from './test/suites.ts'

/** Those tests on a machine in a zone. */
const inZone = (name: string, TZ: string) => ({
  extends: true as const,
  test: {
    name,
    env: { TZ },
    include: FILES_OF_DATES,
    globalSetup: ['test/database-setup.ts'],
    isolate: false,
  },
})

export default defineConfig({
  test: {
    reporters: ['default', './test/reporter.ts'],
    // What a test wrote is read where it failed.
    silent: 'passed-only',
    // One more than there are cores: tests in a browser, and after a kill, wait as often as they work.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    // Logs of the functions under test say nothing that a test does not look at.
    env: { POWERTOOLS_LOG_LEVEL: 'SILENT', POWERTOOLS_METRICS_DISABLED: 'true' },
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // What is waited for comes at once, or when others are at work on the same machine, late.
    expect: { poll: { timeout: 60_000 } },
    // `npm test` runs the first three, `npm run test:long` the others.
    projects: [
      {
        extends: true,
        test: {
          name: 'units',
          include: ['test/**/*.test.ts', 'test/web/units/*.test.tsx'],
          exclude: [...LONG_FILES, ...APART_FILES, ...BROWSER_FILES, ...IN_TURN_FILES, ...IDENTITY_FILES],
          globalSetup: ['test/database-setup.ts'],
          // A fresh world for each file would load the AWS SDK a hundred times: half of what these tests cost.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'browser', include: BROWSER_FILES } },
      {
        extends: true,
        test: { name: 'systems', include: APART_FILES, exclude: [...BROWSER_FILES, ...LONG_FILES] },
      },
      {
        extends: true,
        test: { name: 'long', include: LONG_FILES, globalSetup: ['test/database-setup.ts'] },
      },
      inZone('west-of-UTC', 'America/New_York'),
      inZone('east-of-Shanghai', 'Pacific/Kiritimati'),
    ],
  },
})
