import { performance } from 'node:perf_hooks'

/**
 * How many seconds the tests of each suite may take, added up over its files, on a machine as fast as the one whose
 * figures docs/testing.md has, with nothing else to do than this run: about twice what they take. A suite that needs
 * more is cut, or its budget is raised here, with a reason.
 */
export const BUDGETS: Readonly<Record<string, number>> = {
  units: 1800,
  browser: 800,
  systems: 1000,
  long: 2400,
  'west-of-UTC': 240,
  'east-of-Shanghai': 240,
}

/** What `work` takes on that machine, in milliseconds. */
const REFERENCE = 100

/** Always the same: words are cut out of a text, counted and put in order. */
const work = (): number => {
  const counts = new Map<string, number>()
  for (let round = 0; round < 30; round += 1)
    for (let word = 0; word < 5000; word += 1) {
      const name = String((word * 7919 + round * 104_729) % 50_021)
      counts.set(name, (counts.get(name) ?? 0) + 1)
    }
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1)).length
}

/** How many times as long as on that machine things take here and now: 1 at least. */
export const slowness = (): number => {
  const begun = performance.now()
  work()
  return Math.max(1, (performance.now() - begun) / REFERENCE)
}

/**
 * The suites that took longer than they may, as sentences. `seconds`: what each took; `factor`: how many times as long
 * they may take here, because the machine is slow or busy, or because `TEST_BUDGET_FACTOR` says so.
 */
export const overBudget = (
  seconds: ReadonlyMap<string, number>,
  factor: number,
  budgets: Readonly<Record<string, number>> = BUDGETS,
): string[] =>
  [...seconds].flatMap(([suite, took]) => {
    // A configuration of its own (acceptance, one page in a browser) runs against whatever system it is given.
    if (suite === '') return []
    const budget = budgets[suite]
    if (budget === undefined) return [`The suite ${suite} has no budget: test/budget.ts gives each one.`]
    if (took <= budget * factor) return []
    return [
      `The suite ${suite} took ${took.toFixed(0)} s; its budget is ${budget} s, here ${(budget * factor).toFixed(0)} s.`,
    ]
  })
