import { type CalendarDate, parseDate, yearOf } from './calendar.ts'
import type { CreditJson } from './credit-json.ts'
import {
  type Category,
  type DeemedKind,
  type Edition,
  edition2024,
  type PostType,
  type Subject,
} from './edition.ts'
import { FactsJson } from './facts-json.ts'
import { type Fault, faultsOf } from './faults.ts'
import { type Tenths, tenths } from './hours.ts'

export { FactsJson }

/** One training, in whole numbers. */
export interface Credit {
  readonly id: string
  readonly subject: Subject
  readonly category: Category
  readonly offline: boolean
  readonly from: CalendarDate
  readonly to: CalendarDate
  /** The year that it counts for: its own, or the delayed year that it makes up for (Art. 32). */
  readonly year: number
  readonly makesUp: boolean
  readonly tenths: Tenths
  readonly halfDays: number
  readonly fullTime: boolean
  readonly passed: boolean
  readonly forChange: string | null
}

export interface Term {
  readonly from: CalendarDate
  readonly to: CalendarDate
}

export interface PostChange {
  readonly id: string
  readonly kind: 'post_type' | 'duties'
  readonly effectiveOn: CalendarDate
}

export interface Person {
  readonly postType: PostType
  readonly leader: boolean
  readonly onRegister: boolean
  readonly hiredOn: CalendarDate
  readonly highLevelTalent: boolean
  readonly terms: readonly Term[]
  readonly postChanges: readonly PostChange[]
}

/** A year, or a part of it, that is complete without hours (Art. 39(2)–(6)). */
export interface Deemed {
  readonly kind: DeemedKind
  readonly year: number
  /** What a discretionary recognition grants; null for the other kinds. */
  readonly scope: 'all' | { readonly public: Tenths; readonly professional: Tenths } | null
}

export interface Delay {
  readonly year: number
  readonly approvedOn: CalendarDate
}

/** All that an assessment is made of: one person, one year, as seen on one day. */
export interface Facts {
  readonly asOf: CalendarDate
  readonly year: number
  readonly person: Person
  readonly credits: readonly Credit[]
  readonly deemed: readonly Deemed[]
  readonly delays: readonly Delay[]
  readonly justified: readonly number[]
}

class NotADate extends Error {
  override name = 'NotADate'
}

const toDate = (text: string): CalendarDate => {
  const date = parseDate(text)
  if (date === undefined) throw new NotADate(`Not a calendar date: ${text}`)
  return date
}

/** What a training is worth: offline by its half-days; online by the hours certified, and in half-days only by a reading. */
export const worthOf = (
  training: { readonly offline: boolean; readonly halfDays: number; readonly certified: Tenths },
  { tenthsPerHalfDay, readings }: Edition,
): Pick<Credit, 'tenths' | 'halfDays'> => {
  const { offline, halfDays, certified } = training
  if (offline) return { tenths: halfDays * tenthsPerHalfDay, halfDays }
  const { onlineTenthsPerHalfDay } = readings
  return {
    tenths: certified,
    halfDays: onlineTenthsPerHalfDay === null ? 0 : Math.floor(certified / onlineTenthsPerHalfDay),
  }
}

const toCredit = (json: CreditJson, edition: Edition): Credit => {
  const from = toDate(json.from)
  const offline = json.mode === 'offline'
  return {
    id: json.id,
    subject: json.subject,
    category: json.category,
    offline,
    from,
    to: toDate(json.to),
    year: json.makeUpFor ?? yearOf(from),
    makesUp: json.makeUpFor !== undefined,
    ...worthOf({ offline, halfDays: json.halfDays ?? 0, certified: tenths(json.hours ?? 0) }, edition),
    fullTime: json.fullTime ?? false,
    passed: json.passed ?? true,
    forChange: json.forChange ?? null,
  }
}

const toPerson = (json: FactsJson['person']): Person => ({
  postType: json.postType,
  leader: json.leader ?? false,
  onRegister: json.onRegister ?? true,
  hiredOn: toDate(json.hiredOn),
  highLevelTalent: json.highLevelTalent ?? false,
  terms: (json.terms ?? []).map(({ from, to }) => ({ from: toDate(from), to: toDate(to) })),
  postChanges: (json.postChanges ?? []).map(({ id, kind, effectiveOn }) => ({
    id,
    kind,
    effectiveOn: toDate(effectiveOn),
  })),
})

const toDeemed = ({ kind, year, scope }: NonNullable<FactsJson['deemed']>[number]): Deemed => {
  if (kind !== 'discretionary' || scope === undefined) return { kind, year, scope: null }
  if (scope === 'all') return { kind, year, scope }
  return {
    kind,
    year,
    scope: { public: tenths(scope.public ?? 0), professional: tenths(scope.professional ?? 0) },
  }
}

/** Facts that are in form, in whole numbers and with their defaults. */
const toFacts = (json: FactsJson, today: string, edition: Edition): Facts => ({
  asOf: toDate(json.asOf ?? today),
  year: json.year,
  person: toPerson(json.person),
  credits: (json.credits ?? []).map((credit) => toCredit(credit, edition)),
  deemed: (json.deemed ?? []).map(toDeemed),
  delays: (json.delays ?? []).map(({ year, approvedOn }) => ({ year, approvedOn: toDate(approvedOn) })),
  justified: [...new Set(json.justified)],
})

/**
 * Reads the facts of the calculator's JSON, or finds every fault in them. `today` is the date in Asia/Shanghai,
 * `YYYY-MM-DD`, and stands in where the facts name no `asOf`.
 */
export const parseFacts = (
  json: unknown,
  today: string,
  edition: Edition = edition2024,
): { ok: true; facts: Facts } | { ok: false; errors: Fault[] } => {
  const parsed = FactsJson.safeParse(json, { reportInput: true })
  return parsed.success
    ? { ok: true, facts: toFacts(parsed.data, today, edition) }
    : { ok: false, errors: faultsOf(parsed.error) }
}
