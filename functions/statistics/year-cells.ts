import type { EditionOf } from '../registers/edition-for.ts'
import { tenthsOf, yearServed } from '../staff/credit-hours.ts'
import { holdsOn } from '../staff/dated.ts'
import { assessStaff } from '../staff/due-obligations.ts'
import { factsInForce } from '../staff/facts-in-force.ts'
import type { LedgerCredit, LedgerEntry } from '../staff/ledger.ts'
import type { Person } from '../staff/person.ts'
import { postTypeOn } from '../staff/posts.ts'
import type { StaffRecord } from '../staff/staff-record.ts'
import { addCells, type Cells, isNothing, keyOf, subtractCells, sumCells } from './cells.ts'

/** Who held a training, and what a participant paid for it in fen; `id` is the credit's. */
export type AboutTraining = (id: string) => { readonly provider: string; readonly fen: number }

/** What was found out about a person's year. */
export interface AboutYear {
  readonly training: AboutTraining
  /** By a correction's sequence: the desk whose hours it put right from elsewhere. */
  readonly correctedDesk: (sequence: number) => string | undefined
}

/** Cells by the day on which they were recorded, `YYYY-MM-DD`. */
export type Days = Readonly<Record<string, Cells>>

const whomOn = (person: Person, day: string) => ({
  postType: postTypeOn(person, day),
  quota: holdsOn(person.quotaPeriods ?? [], day),
  population: person.population ?? 'institution',
})

const trainingCells = (person: Person, credit: LedgerCredit, about: AboutTraining): Cells => {
  const { subject, category, mode, from, id } = credit
  const amount = tenthsOf(credit)
  // What was not passed earns nothing (Art. 39).
  if (credit.passed === false || amount === 0) return {}
  const { provider, fen } = about(id)
  const month = Number(from.slice(5, 7))
  const hoursKey = keyOf({ kind: 'hours', month, subject, category, mode, ...whomOn(person, from) })
  return {
    [hoursKey]: amount,
    [keyOf({ kind: 'provider', provider })]: amount,
    ...(fen === 0 ? {} : { [keyOf({ kind: 'cost' })]: fen }),
  }
}

/**
 * How a person's year stands by some of their entries. It is looked at from the end of the next year, so that it
 * depends on what is on record alone, and make-ups count; whether it is complete by then is the same question as today.
 */
const peopleCells = (staff: StaffRecord, year: number, editionOf: EditionOf): Cells => {
  const { annual } = assessStaff(staff, year, `${year + 1}-12-31`, editionOf)
  if (annual.status === 'not_applicable') return {}
  const whom = whomOn(staff.person, `${year}-12-31`)
  const key = (measure: Parameters<typeof keyOf>[0] & { kind: 'people' }) => keyOf(measure)
  const asked = { [key({ kind: 'people', measure: 'asked', ...whom })]: 1 }
  if (annual.status === 'met' || annual.status === 'deemed')
    return { ...asked, [key({ kind: 'people', measure: 'complete', ...whom })]: 1 }
  return addCells(asked, {
    [key({ kind: 'people', measure: 'missing_public', ...whom })]: annual.missing.public,
    [key({ kind: 'people', measure: 'missing_professional', ...whom })]: annual.missing.professional,
  })
}

/** What a person's trainings of a year come to by some of their entries. */
const hoursBy = (
  { person }: StaffRecord,
  entries: readonly LedgerEntry[],
  year: number,
  about: AboutTraining,
): Cells =>
  factsInForce(entries).reduce<Cells>(
    (cells, fact) =>
      fact.kind === 'credit' && yearServed(fact.credit) === year
        ? addCells(cells, trainingCells(person, fact.credit, about))
        : cells,
    {},
  )

/** The corrections of trainings that serve a year, but for suspensions: those say nothing of who decided. */
export const correctionsIn = (entries: readonly LedgerEntry[], year: number) =>
  entries.flatMap(({ fact, ...entry }) => {
    if (fact.kind !== 'correction' || fact.suspension !== undefined) return []
    const stated = entries[fact.of - 1]
    return stated?.fact.kind === 'credit' && yearServed(stated.fact.credit) === year
      ? [{ ...entry, fact, stated }]
      : []
  })

/** How many of each desk's decisions were put right from elsewhere. */
const correctedBy = (
  entries: readonly LedgerEntry[],
  year: number,
  correctedDesk: AboutYear['correctedDesk'],
): Cells =>
  correctionsIn(entries, year).reduce<Cells>((cells, { sequence }) => {
    const desk = correctedDesk(sequence)
    return desk === undefined
      ? cells
      : addCells(cells, { [keyOf({ kind: 'desk', measure: 'corrected', desk })]: 1 })
  }, {})

/** Whether an entry may change how a year stands: ordinary trainings of another year don't. */
const touches = ({ fact }: LedgerEntry, year: number): boolean =>
  fact.kind !== 'credit' ||
  fact.credit.category !== 'in_service' ||
  fact.credit.makeUpFor !== undefined ||
  Number(fact.credit.from.slice(0, 4)) === year ||
  Number(fact.credit.to.slice(0, 4)) === year

const later = (one: string, other: string): string => (one > other ? one : other)

/**
 * A person's year as the cube counts it: what the register says of them counts from 1 January or their hiring, each
 * entry from its day on, with what it changes. Depends on what is on record alone: counted a second time it is the same.
 */
export const yearCells = (staff: StaffRecord, year: number, editionOf: EditionOf, about: AboutYear): Days => {
  // What was merged counts on the record that it was merged into, and nowhere twice.
  if (staff.person.mergedInto !== undefined) return {}
  const first = later(`${year}-01-01`, staff.person.hiredOn)
  const days: Record<string, Cells> = {}
  let before: Cells = {}
  let people = peopleCells({ ...staff, entries: [] }, year, editionOf)
  for (let known = 0; known <= staff.entries.length; known += 1) {
    const last = staff.entries[known - 1]
    const entries = staff.entries.slice(0, known)
    if (last !== undefined && !touches(last, year)) continue
    if (last !== undefined) people = peopleCells({ ...staff, entries }, year, editionOf)
    const state = sumCells([
      people,
      hoursBy(staff, entries, year, about.training),
      correctedBy(entries, year, about.correctedDesk),
    ])
    const day = last === undefined ? first : later(first, last.recordedAt.slice(0, 10))
    days[day] = addCells(days[day] ?? {}, subtractCells(state, before))
    before = state
  }
  return Object.fromEntries(Object.entries(days).filter(([, cells]) => !isNothing(cells)))
}
