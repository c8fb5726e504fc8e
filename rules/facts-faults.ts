import { type CalendarDate, lastDayOf, parseDate, yearOf } from './calendar.ts'
import { creditFaultsIn } from './credit-faults.ts'
import type { Edition, EditionOf } from './edition.ts'
import type { FaultCode } from './faults.ts'
import { hours } from './hours.ts'
import type { PlacedFault } from './json-parts.ts'
import { makeUpDueOn } from './make-up.ts'
import type { SalvagedCredit, SalvagedFacts } from './salvage.ts'

/**
 * Faults added after records had been made: they refuse a claim, a filing or a calculation. A record with one
 * is accepted, counts as before, and is flagged.
 */
const pardoned: ReadonlySet<FaultCode> = new Set<FaultCode>([
  'FULL_TIME_ONLINE',
  'FULL_TIME_ACTIVITY',
  'HOURS_TOO_MANY',
  'SCOPE_NOTHING',
  'GRANT_TOO_MANY',
  'CHANGE_BEFORE_HIRING',
  'CHANGE_NOT_TRANSFER',
  'MAKE_UP_BEFORE_RULES',
  'MAKE_UP_YEAR_WRONG',
  'MAKE_UP_TOO_LATE',
  'DELAY_BEFORE_RULES',
  'AMOUNT_BESIDE_ACTIVITY',
  'QUANTITY_TOO_MANY',
  'RATES_MISSING',
  'DELAY_TOO_EARLY',
  'PASSED_BEFORE_HIRING',
  'JUSTIFIED_BEFORE_RULES',
  'REVOKED_UNKNOWN',
  'RAISED_UNFIT',
  'RAISED_AFTER_UNFIT',
  'RAISED_TOO_MUCH',
])

/** Whether a fault is only flagged on a record. */
export const isPardoned = (code: FaultCode): boolean => pardoned.has(code)

/** The places in a list that repeat a value of an earlier place. */
const repeats = (values: readonly unknown[]): number[] => {
  const seen = new Set<unknown>()
  return values.flatMap((value, index) => {
    if (value === undefined || !seen.has(value)) {
      seen.add(value)
      return []
    }
    return [index]
  })
}

const repetitionFaults = ({ changes, credits, delays }: SalvagedFacts): PlacedFault[] => [
  ...repeats(credits.map(({ id }) => id)).map(
    (index): PlacedFault => ({ path: ['credits', index, 'id'], code: 'ID_REPEATED' }),
  ),
  ...repeats(changes.map(({ id }) => id)).map(
    (index): PlacedFault => ({ path: ['person', 'postChanges', index, 'id'], code: 'ID_REPEATED' }),
  ),
  ...repeats(delays.map(({ year }) => year)).map(
    (index): PlacedFault => ({ path: ['delays', index, 'year'], code: 'DELAY_REPEATED' }),
  ),
]

const dateIn = (text: string | undefined): CalendarDate | undefined =>
  text === undefined ? undefined : parseDate(text)

/** The last day of a delayed year's make-up; undefined where the year has no approved delay. */
const dueOf = ({ delays }: SalvagedFacts, year: number, edition: Edition): CalendarDate | undefined => {
  const delay = delays.find((one) => one.year === year)
  if (delay === undefined) return undefined
  const approvedOn = dateIn(delay.approvedOn) ?? lastDayOf(year)
  return makeUpDueOn([{ year, approvedOn }], year, edition) ?? undefined
}

/** Art. 32: a make-up follows its year, under an approved delay, and is over by its last day. */
const makeUpFault = (
  { from, to, makeUpFor }: SalvagedCredit,
  facts: SalvagedFacts,
  editionOf: EditionOf,
): FaultCode | undefined => {
  if (makeUpFor === undefined) return undefined
  // The readings of the year that is made up for say until when.
  const edition = editionOf(makeUpFor)
  const [start, end] = [dateIn(from), dateIn(to)]
  const due = dueOf(facts, makeUpFor, edition)
  const early = start !== undefined && start <= lastDayOf(makeUpFor)
  const byYear = edition.readings.makeUpRunsFrom === 'year_end'
  if (early || (byYear && start !== undefined && yearOf(start) !== makeUpFor + 1)) return 'MAKE_UP_YEAR_WRONG'
  if (makeUpFor < edition.firstYear) return 'MAKE_UP_BEFORE_RULES'
  if (due === undefined) return 'MAKE_UP_NOT_APPROVED'
  return end !== undefined && end > due ? 'MAKE_UP_TOO_LATE' : undefined
}

const referenceFaults = (facts: SalvagedFacts, editionOf: EditionOf): PlacedFault[] => {
  const known = new Set(facts.changes.map(({ id }) => id))
  return facts.credits.flatMap((credit, index) => {
    const { category, forChange } = credit
    const faults: PlacedFault[] = []
    const path = ['credits', index, 'forChange']
    if (forChange !== undefined && !known.has(forChange)) faults.push({ path, code: 'CHANGE_UNKNOWN' })
    else if (forChange !== undefined && category !== 'transfer')
      faults.push({ path, code: 'CHANGE_NOT_TRANSFER' })
    const code = makeUpFault(credit, facts, editionOf)
    if (code !== undefined) faults.push({ path: ['credits', index, 'makeUpFor'], code })
    return faults
  })
}

/** Art. 35: only what could be certified was revoked. */
const revokedFaults = ({ revoked, changes }: SalvagedFacts, { firstYear }: Edition): PlacedFault[] => {
  const known = new Set(changes.map(({ id }) => `transfer:${id}`))
  return revoked.flatMap((name = '', index): PlacedFault[] => {
    const year = /^annual:(\d{4})$/.exec(name)?.[1]
    const isUnknown = name.startsWith('transfer:')
      ? !known.has(name)
      : year !== undefined && Number(year) < firstYear
    return isUnknown ? [{ path: ['revoked', index], code: 'REVOKED_UNKNOWN' }] : []
  })
}

/** Changes follow the hiring; delays and reasons are of years that the rules know (Art. 7, 21, 32). */
const timeFaults = (
  { hiredOn, changes, delays, justified }: SalvagedFacts,
  edition: Edition,
): PlacedFault[] => {
  const hired = dateIn(hiredOn)
  return [
    ...changes.flatMap(({ effectiveOn }, index): PlacedFault[] => {
      const effective = dateIn(effectiveOn)
      return hired !== undefined && effective !== undefined && effective < hired
        ? [{ path: ['person', 'postChanges', index, 'effectiveOn'], code: 'CHANGE_BEFORE_HIRING' }]
        : []
    }),
    ...delays.flatMap(({ year }, index): PlacedFault[] =>
      year !== undefined && year < edition.firstYear
        ? [{ path: ['delays', index, 'year'], code: 'DELAY_BEFORE_RULES' }]
        : [],
    ),
    ...delays.flatMap(({ year, approvedOn }, index): PlacedFault[] => {
      const approved = dateIn(approvedOn)
      return year !== undefined && approved !== undefined && yearOf(approved) < year
        ? [{ path: ['delays', index, 'approvedOn'], code: 'DELAY_TOO_EARLY' }]
        : []
    }),
    ...justified.flatMap((year, index): PlacedFault[] =>
      year !== undefined && year < edition.firstYear
        ? [{ path: ['justified', index], code: 'JUSTIFIED_BEFORE_RULES' }]
        : [],
    ),
  ]
}

/** Art. 39(6): a grant is more than nothing, and no more than the year asks for. Art. 39(4): an exam lies in its year, after the hiring. */
const deemedFaults = ({ deemed, hiredOn }: SalvagedFacts, { annual }: Edition): PlacedFault[] =>
  deemed.flatMap(({ kind, year, passedOn, ...granted }, index) => {
    const faults: PlacedFault[] = []
    const passed = dateIn(passedOn)
    if (passed !== undefined && year !== undefined && yearOf(passed) !== year)
      faults.push({ path: ['deemed', index, 'passedOn'], code: 'PASSED_IN_OTHER_YEAR' })
    else if (passed !== undefined && passed < (dateIn(hiredOn) ?? passed))
      faults.push({ path: ['deemed', index, 'passedOn'], code: 'PASSED_BEFORE_HIRING' })
    const given = [granted.public, granted.professional].filter((one) => one !== undefined)
    if (kind !== 'discretionary' || given.length === 0) return faults
    if (given.every((one) => one === 0))
      faults.push({ path: ['deemed', index, 'scope'], code: 'SCOPE_NOTHING' })
    if ((granted.public ?? 0) > hours(annual.publicTenths))
      faults.push({ path: ['deemed', index, 'scope', 'public'], code: 'GRANT_TOO_MANY' })
    if ((granted.professional ?? 0) > hours(annual.professionalTenths))
      faults.push({ path: ['deemed', index, 'scope', 'professional'], code: 'GRANT_TOO_MANY' })
    return faults
  })

/** What corrections added to one training (Art. 35): as it is stated itself, and in a place that the list has. */
const raisedFaultsOf = (
  { raised, activity, mode, halfDays }: SalvagedCredit,
  index: number,
  count: number,
): PlacedFault[] => {
  const path = ['credits', index, 'raised']
  const [own, other] =
    activity === undefined ? (['halfDays', 'quantity'] as const) : (['quantity', 'halfDays'] as const)
  if (raised.length === 0) return []
  if (activity === undefined && mode === 'online') return [{ path, code: 'RAISED_UNFIT' }]
  const faults = raised.flatMap((one, place): PlacedFault[] => {
    const added = one[own] ?? 0
    const { after = count } = one
    return [
      ...(added > 0 && Number.isInteger(added * 2)
        ? []
        : [{ path: [...path, place, own], code: 'RAISED_UNFIT' as const }]),
      ...(one[other] === undefined ? [] : [{ path: [...path, place, other], code: 'RAISED_UNFIT' as const }]),
      ...(after > index && after <= count
        ? []
        : [{ path: [...path, place, 'after'], code: 'RAISED_AFTER_UNFIT' as const }]),
    ]
  })
  const has = activity === undefined ? halfDays : activity.quantity
  const sum = raised.reduce((all, one) => all + (one[own] ?? 0), 0)
  return has !== undefined && sum > has ? [...faults, { path, code: 'RAISED_TOO_MUCH' }] : faults
}

/** What is wrong between the fields of facts, of each entry and of entries that refer to each other. */
export const factsFaultsIn = (
  facts: SalvagedFacts,
  edition: Edition,
  editionOf: EditionOf,
): PlacedFault[] => [
  ...facts.credits.flatMap((credit, index) =>
    creditFaultsIn(credit, edition).map(
      ({ path, code }): PlacedFault => ({ path: ['credits', index, ...path], code }),
    ),
  ),
  ...repetitionFaults(facts),
  ...referenceFaults(facts, editionOf),
  ...timeFaults(facts, edition),
  ...deemedFaults(facts, edition),
  ...revokedFaults(facts, edition),
  ...facts.credits.flatMap((credit, index) => raisedFaultsOf(credit, index, facts.credits.length)),
]
