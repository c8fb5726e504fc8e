/**
 * Which file of tests belongs to which suite. `npm test` runs the suites units, browser and systems; `npm run test:long`
 * runs long and the two zones. How long each may take is in `test/budget.ts`; docs/testing.md has the figures.
 */

/**
 * What goes over everything again and again: every route for every caller, odd input at every route, each field of each
 * record altered, random organisations, letters by the hundred, a table of the version before field by field.
 */
const DEEP_FILES = [
  'test/roles/*.test.ts',
  'test/infra/first-day.test.ts',
  'test/store/complaints-kept-from.test.ts',
  'test/store/desk-digests.test.ts',
  'test/store/late-letters.test.ts',
  'test/store/restart-lost.test.ts',
  'test/store/statistics-reads.test.ts',
  'test/store/timelines.test.ts',
  'test/store/version-before.test.ts',
]

/**
 * What takes minutes by its nature: besides these, processes are killed, a year passes or is closed again and again, a
 * whole table is walked, an empty platform is moved into, every page is looked at four times, every benchmark runs.
 */
export const LONG_FILES = [
  ...DEEP_FILES,
  'test/bench/*.test.ts',
  'test/system/*.test.ts',
  'test/engine/kill.test.ts',
  'test/local/database.test.ts',
  'test/store/close.test.ts',
  'test/store/invitations.test.ts',
  'test/store/walk.test.ts',
  'test/web/onboarding.test.ts',
  'test/web/tour.test.ts',
]

/** Each starts one system and one browser, and runs its share of the tests of `test/web/` in turn. */
export const BROWSER_FILES = ['test/web-first.test.ts', 'test/web-second.test.ts']

/** Tests of a process of their own: they talk to a system whose address stands in the environment, or measure. */
export const APART_FILES = ['test/*.test.ts', 'test/infra/**/*.test.ts', 'test/web/build.test.ts']

/** What runs in turn on one system: `test/acceptance.test.ts` and the two of the browser import these. */
export const IN_TURN_FILES = ['test/acceptance/**', 'test/web/*.test.ts']

/** What needs an identity provider that others wrote: `npm run test:identity` brings it and runs these. */
export const IDENTITY_FILES = ['test/identity/*.test.ts']

/** What reckons with dates and moments: the same wherever the machine stands. `units` runs it in the machine's zone. */
export const FILES_OF_DATES = [
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
