import * as z from 'zod'
import { type CalendarDate, lastDayOf, NO_END, parseDate, yearOf } from '../../rules/calendar.ts'
import { onlyThose } from '../../rules/credit.ts'
import { type Edition, edition2024 } from '../../rules/edition.ts'
import type { Credit, Delay, Facts } from '../../rules/facts.ts'
import { countCredits } from '../../rules/half-days.ts'
import { tenths } from '../../rules/hours.ts'
import { inductionCredits } from '../../rules/induction.ts'
import { progressOf } from '../../rules/requirement.ts'
import { OrganisationId, StaffId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import { type Item, read, type Table, type Write } from '../platform/table.ts'
import { DeemedKind, PostType, Scope } from '../platform/terms.ts'
import { certifiedElsewhere, certifiedObligations, revisionOf } from './certificate.ts'
import { isTalent } from './dated.ts'
import { factsInForce } from './facts-in-force.ts'
import { ChainHead, chainHead, type LedgerEntry, type StatedFact } from './ledger.ts'
import { Period, type Person, Post, shardOf } from './person.ts'
import { placedCredit } from './raised.ts'
import type { StaffRecord } from './staff-record.ts'
import { inductionBefore, readCredit, writeCredit } from './standing-credit.ts'

/**
 * What a year's close needs of a person, in one small item beside the others of their shard: the close reads
 * pages of standings and no ledger. Each entry, change of the person and act on a certificate writes it in
 * its own transaction.
 *
 * It covers the years from `from` on: the two latest years with an entry, and what an induction needs of
 * earlier ones. An earlier year is closed from the ledgers.
 */
export const Standing = z.object({
  staffId: StaffId,
  institutionId: OrganisationId,
  /** Grows with every act; of two writers that read the same standing, one fails. */
  of: z.number().int(),
  /** The end of the ledger's chain, stored apart from it (see `firstBrokenEntry`). */
  chain: ChainHead,
  /** The first year that it covers. */
  from: z.number().int(),
  postType: PostType,
  leader: z.boolean().default(false),
  onRegister: z.boolean().default(true),
  highLevelTalent: z.boolean().default(false),
  hiredOn: z.string(),
  /** By their dates, where the register knows them: they win over the flags. */
  posts: z.array(Post).optional(),
  leaderPeriods: z.array(Period).optional(),
  registerPeriods: z.array(Period).optional(),
  /** The latest change of post type; before it the person may have held another one (Art. 39(4)). */
  changedOn: z.string().optional(),
  /** The induction was complete before `from`. */
  inducted: z.boolean().default(false),
  /** Trainings in the ledger's order, as `writeCredit` writes them. */
  credits: z.array(z.string()).default([]),
  deemed: z
    .array(
      z.object({
        kind: DeemedKind,
        year: z.number().int(),
        scope: Scope.optional(),
        appraised: z.boolean().optional(),
        passedOn: z.string().optional(),
      }),
    )
    .default([]),
  delays: z.array(z.object({ year: z.number().int(), approvedOn: z.string() })).default([]),
  /** Those of `induction` and `annual:YEAR` for which no certificate is issued any more. */
  certified: z.array(z.string()).default([]),
})
export type Standing = z.infer<typeof Standing>

class DateUnreadableError extends Error {
  override name = 'DateUnreadableError'
}

const dateIn = (text: string): CalendarDate => {
  const date = parseDate(text)
  if (date === undefined) throw new DateUnreadableError(`Not a calendar date: ${text}`)
  return date
}

const yearIn = (date: string): number => Number(date.slice(0, 4))

/** The year that an entry is about; null where no year's assessment asks for it. */
const yearAbout = (fact: StatedFact): number | null => {
  switch (fact.kind) {
    case 'credit':
      return yearIn(fact.credit.from)
    case 'deemed':
      return fact.deemed.year
    case 'delay':
      return fact.year
    case 'justified':
      return null
  }
}

/** The year after the third latest year with an entry; where there are no three, the edition's first. */
const firstOpenYear = (facts: readonly StatedFact[]): number => {
  const years = [...new Set(facts.flatMap((fact) => yearAbout(fact) ?? []))].sort((a, b) => b - a)
  const [, , third] = years
  return third === undefined ? edition2024.firstYear : Math.max(third + 1, edition2024.firstYear)
}

/** Whether an induction was complete before `year`, and the first year of the trainings for it. */
const inductionBy = (
  year: number,
  hiredOn: CalendarDate,
  credits: readonly Credit[],
): { readonly complete: boolean; readonly since: number } => {
  if (hiredOn < edition2024.inForceFrom) return { complete: false, since: year }
  const earlier = onlyThose(credits, ({ from }) => yearOf(from) < year)
  const counted = countCredits(
    { credits: earlier, asOf: lastDayOf(year - 1), person: { hiredOn } },
    edition2024,
  )
  const serving = inductionCredits(counted.credits, { hiredOn }, edition2024)
  // A failed assessment stays in the standing, with the trainings that may have passed it later.
  const failed = earlier.filter(({ passed }) => !passed)
  return {
    complete: failed.length === 0 && progressOf(serving, edition2024.induction).completedOn !== null,
    since: Math.min(year, ...[...serving, ...failed].map(({ from }) => yearOf(from))),
  }
}

/** The date of the latest change of post type; that of a dropped filing is closed. */
const postTypeChangedOn = ({ postChanges }: Person): string | undefined =>
  postChanges
    .filter(({ kind, dropped }) => kind === 'post_type' && !dropped)
    .map(({ effectiveOn }) => effectiveOn)
    .sort()
    .at(-1)

/** What a restoration took out of a ledger counts on, so that no standing is younger than one before it. */
const ageOf = ({ fact }: LedgerEntry): number => (fact.kind === 'restored' ? 1 + fact.age : 1)

/** How much is on record of a person: every entry, change and act on a certificate counts one. */
export const recordedOf = ({ person, entries, certificates }: StaffRecord): number =>
  entries.reduce((sum, entry) => sum + ageOf(entry), 0) +
  person.version +
  certificates.reduce((sum, one) => sum + revisionOf(one), 0)

const some = <T>(list: readonly T[] | undefined): readonly T[] | undefined =>
  list === undefined || list.length === 0 ? undefined : list

/** The dates of a record, or of a standing, as the rules take them; what has none is left out. */
const datesOf = ({
  posts,
  leaderPeriods,
  registerPeriods,
}: Pick<Person, 'posts' | 'leaderPeriods' | 'registerPeriods'>) => ({
  ...(some(posts) === undefined ? {} : { posts }),
  ...(some(leaderPeriods) === undefined ? {} : { leaderPeriods }),
  ...(some(registerPeriods) === undefined ? {} : { registerPeriods }),
})

const toPeriod = ({ from, to }: Period) => ({
  from: dateIn(from),
  to: to === undefined ? NO_END : dateIn(to),
})

/** The standing that follows from all that is on record of a person. */
export const standingOf = (staff: StaffRecord): Standing => {
  const { person, entries, certificates } = staff
  const facts = factsInForce(entries)
  const allCredits = facts.flatMap((fact) => (fact.kind === 'credit' ? [fact.credit] : []))
  const telling = onlyThose(
    allCredits.map(placedCredit),
    ({ passed, category }) => passed !== false || category === 'induction',
  )
  const open = firstOpenYear(facts)
  const induction = inductionBy(
    open,
    dateIn(person.hiredOn),
    telling.map((credit) => readCredit(writeCredit(credit))),
  )
  const from = induction.complete ? open : induction.since
  const changedOn = postTypeChangedOn(person)
  const certified = [
    ...new Set([...certifiedObligations(certificates), ...certifiedElsewhere(staff)]),
  ].filter(
    (obligation) => obligation === 'induction' || Number(/^annual:(\d+)$/.exec(obligation)?.[1]) >= from,
  )
  return {
    staffId: person.id,
    institutionId: person.institutionId,
    of: recordedOf(staff),
    chain: chainHead(entries),
    from,
    postType: person.postType,
    leader: person.leader,
    onRegister: person.onRegister,
    highLevelTalent: isTalent(person),
    hiredOn: person.hiredOn,
    ...datesOf(person),
    ...(changedOn === undefined ? {} : { changedOn }),
    inducted: induction.complete,
    credits: onlyThose(telling, (credit) => yearIn(credit.from) >= from).map(writeCredit),
    deemed: facts.flatMap((fact) =>
      fact.kind === 'deemed' && fact.deemed.year >= from ? [fact.deemed] : [],
    ),
    delays: facts.flatMap((fact) =>
      fact.kind === 'delay' && fact.year >= from ? [{ year: fact.year, approvedOn: fact.approvedOn }] : [],
    ),
    certified,
  }
}

/** Whether a year can be assessed from a standing. */
export const covers = (standing: Standing, year: number): boolean => year >= standing.from

/**
 * The facts of a covered year as seen on a day in or after it: enough for `assessYear`, without terms,
 * transfers and justified reasons.
 */
export const factsFromStanding = (
  standing: Standing,
  year: number,
  asOf: CalendarDate,
  edition: Edition = edition2024,
): Facts => {
  const { changedOn, deemed, delays } = standing
  const credits = standing.credits.map((text) => readCredit(text, edition))
  return {
    asOf,
    year,
    person: {
      postType: standing.postType,
      leader: standing.leader,
      onRegister: standing.onRegister,
      hiredOn: dateIn(standing.hiredOn),
      highLevelTalent: standing.highLevelTalent,
      posts: some(standing.posts)?.map(({ postType, ...period }) => ({ postType, ...toPeriod(period) })),
      leaderPeriods: some(standing.leaderPeriods)?.map(toPeriod),
      registerPeriods: some(standing.registerPeriods)?.map(toPeriod),
      terms: [],
      postChanges:
        changedOn === undefined ? [] : [{ id: 'latest', kind: 'post_type', effectiveOn: dateIn(changedOn) }],
    },
    // Last, so that what corrections added keeps its place.
    credits: standing.inducted ? [...credits, inductionBefore(standing.from, edition)] : credits,
    deemed: deemed.map(({ kind, year, scope, appraised, passedOn }) => ({
      kind,
      year,
      appraised,
      passedOn: passedOn === undefined ? undefined : dateIn(passedOn),
      scope:
        kind !== 'discretionary' || scope === undefined
          ? null
          : scope === 'all'
            ? scope
            : { public: tenths(scope.public), professional: tenths(scope.professional) },
    })),
    delays: delays.map(
      ({ year, approvedOn }): Delay => ({ year, approvedOn: dateIn(approvedOn), onRecord: true }),
    ),
    justified: [],
  }
}

/**
 * The stored form of a standing: from the second on it holds dates, and inductions that were failed; from the third on it
 * knows nothing of the change of a refused or withdrawn filing.
 */
export const STANDING_FORM = 3

/** Defaults are not written: every byte is read again at each close. */
export const standingItem = (standing: Standing): Item => {
  const { staffId, institutionId, of, chain, from, postType, hiredOn } = standing
  const { leader, onRegister, highLevelTalent, changedOn, inducted, credits, deemed, delays, certified } =
    standing
  return {
    ...keys.standing(shardOf(staffId), staffId),
    schema: STANDING_FORM,
    ...{ institutionId, of, chain: `${chain.length} ${chain.hash}`, from, postType, hiredOn },
    ...(leader && { leader }),
    ...(onRegister ? {} : { onRegister }),
    ...(highLevelTalent && { highLevelTalent }),
    ...datesOf(standing),
    ...(changedOn !== undefined && { changedOn }),
    ...(inducted && { inducted }),
    ...(credits.length > 0 && { credits: credits.join(' ') }),
    ...(deemed.length > 0 && { deemed }),
    ...(delays.length > 0 && { delays }),
    ...(certified.length > 0 && { certified }),
  }
}

const STANDING = 'STANDING#'

/** Whether an item of the table is a standing. */
export const isStanding = ({ sk }: Item): boolean => String(sk).startsWith(STANDING)

export const standingFrom = (item: Item): Standing => {
  const [length, hash] = String(item.chain).split(' ')
  return Standing.parse({
    ...item,
    staffId: String(item.sk).slice(STANDING.length),
    chain: { length: Number(length), hash },
    ...(typeof item.credits === 'string' ? { credits: item.credits.split(' ') } : {}),
  })
}

/**
 * Writes the standing that a person's record gives, in the transaction that writes that record. Fails where
 * the stored standing is as new or newer: the writer reads again and decides anew.
 */
export const putStanding = (staff: StaffRecord): Write => {
  const standing = standingOf(staff)
  return {
    put: standingItem(standing),
    sealed: true,
    when: {
      expression: 'attribute_not_exists(pk) OR #of < :of',
      names: { '#of': 'of' },
      values: { ':of': standing.of },
    },
  }
}

/** A standing as it is stored, with its seal. */
export const storedStanding = (table: Table, staffId: StaffId): Promise<Item | undefined> =>
  read(table, keys.standing(shardOf(staffId), staffId))

export const readStanding = async (table: Table, staffId: StaffId): Promise<Standing | undefined> => {
  const item = await storedStanding(table, staffId)
  return item && standingFrom(item)
}
