import { type CalendarDate, lastDayOf, NO_END } from './calendar.ts'
import { type Credit, worthOf } from './credit.ts'
import { toCredit, toDate } from './credit-reading.ts'
import { always2024, type DeemedKind, type Edition, type EditionOf, edition2024 } from './edition.ts'
import { factsFaultsIn, isPardoned } from './facts-faults.ts'
import { FactsForm, FactsJson } from './facts-json.ts'
import { type Fault, faultsOf, placedFaults } from './faults.ts'
import { type Held, isTalentIn, type Period } from './held.ts'
import { type Tenths, tenths } from './hours.ts'
import type { Delay } from './make-up.ts'
import { salvageFacts } from './salvage.ts'

export { type Credit, type Delay, FactsJson, worthOf }

export interface Term {
  readonly from: CalendarDate
  readonly to: CalendarDate
}

export interface PostChange {
  readonly id: string
  readonly kind: 'post_type' | 'duties'
  readonly effectiveOn: CalendarDate
}

export interface Person extends Held {
  readonly hiredOn: CalendarDate
  readonly highLevelTalent: boolean
  readonly terms: readonly Term[]
  readonly postChanges: readonly PostChange[]
  /** A worker of an organ, who follows the same rules (Art. 47). */
  readonly organWorker?: boolean
}

/** A year, or a part of it, that is complete without hours (Art. 39(2)–(6)). */
export interface Deemed {
  readonly kind: DeemedKind
  readonly year: number
  /** What a discretionary recognition grants; null for the other kinds. */
  readonly scope: 'all' | { readonly public: Tenths; readonly professional: Tenths } | null
  /** Of a leave: false until its appraisal is passed (Art. 39(5)); undefined: passed. */
  readonly appraised?: boolean | undefined
  /** Of a grade examination: the day on which it was passed, where it is known (Art. 39(4)). */
  readonly passedOn?: CalendarDate | undefined
}

/** All that an assessment is made of: one person, one year, as seen on one day. */
export interface Facts {
  readonly asOf: CalendarDate
  readonly year: number
  readonly person: Person
  /** In the order of recording: a later one never takes from an earlier one. */
  readonly credits: readonly Credit[]
  readonly deemed: readonly Deemed[]
  readonly delays: readonly Delay[]
  readonly justified: readonly number[]
  /** Obligations, as `certificates` names them, whose certificate was revoked for fraud and not issued anew. */
  readonly revoked?: readonly string[]
  /** Post changes whose training ended in time and is claimed: an approver's delay refuses nothing. */
  readonly atDesk?: ReadonlySet<string>
}

/** An empty list is left out, so that the flag beside it holds. */
const toPeriods = <Form extends { readonly from: string; readonly to?: string | undefined }, More>(
  forms: readonly Form[] | undefined,
  more: (form: Form) => More,
): readonly (Period & More)[] | undefined =>
  forms === undefined || forms.length === 0
    ? undefined
    : forms.map((form) => ({
        ...more(form),
        from: toDate(form.from),
        to: form.to === undefined ? NO_END : toDate(form.to),
      }))

const nothingMore = () => ({})

/** Art. 9: by the days on which it was held, where they are known; else by the flag. */
const isTalent = (
  { highLevelTalent = false, talentPeriods, hiredOn }: FactsForm['person'],
  edition: Edition,
) => {
  const periods = toPeriods(talentPeriods, nothingMore)
  return periods === undefined ? highLevelTalent : isTalentIn(periods, toDate(hiredOn), edition)
}

const toPerson = (json: FactsForm['person'], edition: Edition): Person => ({
  postType: json.postType,
  leader: json.leader ?? false,
  onRegister: json.onRegister ?? true,
  posts: toPeriods(json.posts, ({ postType }) => ({ postType })),
  leaderPeriods: toPeriods(json.leaderPeriods, nothingMore),
  registerPeriods: toPeriods(json.registerPeriods, nothingMore),
  hiredOn: toDate(json.hiredOn),
  highLevelTalent: isTalent(json, edition),
  terms: (json.terms ?? []).map(({ from, to }) => ({ from: toDate(from), to: toDate(to) })),
  postChanges: (json.postChanges ?? []).map(({ id, kind, effectiveOn }) => ({
    id,
    kind,
    effectiveOn: toDate(effectiveOn),
  })),
  organWorker: json.populations !== undefined && [json.populations].flat().includes('organ_worker'),
})

type DeemedForm = NonNullable<FactsForm['deemed']>[number]

const toScope = ({ kind, scope }: DeemedForm): Deemed['scope'] => {
  if (kind !== 'discretionary' || scope === undefined) return null
  if (scope === 'all') return scope
  return { public: tenths(scope.public ?? 0), professional: tenths(scope.professional ?? 0) }
}

const toDeemed = (form: DeemedForm): Deemed => ({
  kind: form.kind,
  year: form.year,
  scope: toScope(form),
  appraised: form.appraised,
  passedOn: form.passedOn === undefined ? undefined : toDate(form.passedOn),
})

/** Facts that are in form, in whole numbers and with their defaults. */
const toFacts = (json: FactsForm, today: string, edition: Edition): Facts => ({
  asOf: toDate(json.asOf ?? today),
  year: json.year,
  person: toPerson(json.person, edition),
  credits: (json.credits ?? []).map((credit) => toCredit(credit, edition)),
  deemed: (json.deemed ?? []).map(toDeemed),
  delays: (json.delays ?? []).map(({ year, approvedOn }) => ({ year, approvedOn: toDate(approvedOn) })),
  justified: [...new Set(json.justified)],
  revoked: json.revoked ?? [],
})

type Refused = { readonly ok: false; readonly errors: Fault[] }

/**
 * Every fault of form and of meaning, the form where it is in order, and the rules of the year that is asked about (of
 * the first one where none is said, which is a fault of form).
 */
const read = (json: unknown, editionOf: EditionOf) => {
  const form = FactsForm.safeParse(json, { reportInput: true })
  const ofForm = form.success ? [] : faultsOf(form.error)
  const salvaged = salvageFacts(json)
  const edition = editionOf(salvaged.year ?? edition2024.firstYear)
  return {
    form,
    edition,
    ofForm,
    ofMeaning: placedFaults(factsFaultsIn(salvaged, edition, editionOf), ofForm),
  }
}

/** Sets a leave without an appraisal as appraised once its year is over (Art. 39(5)). */
const withAppraisals = (facts: Facts): Facts => ({
  ...facts,
  deemed: facts.deemed.map((one) => ({
    ...one,
    appraised: one.appraised ?? facts.asOf > lastDayOf(one.year),
  })),
})

/**
 * Reads claimed, filed or calculated facts, or finds every fault in them. `today`, in Asia/Shanghai,
 * `YYYY-MM-DD`, stands for a missing `asOf`.
 */
export const parseFacts = (
  json: unknown,
  today: string,
  editionOf: EditionOf = always2024,
): { ok: true; facts: Facts } | Refused => {
  const { form, edition, ofForm, ofMeaning } = read(json, editionOf)
  const errors = [...ofForm, ...ofMeaning]
  return form.success && errors.length === 0
    ? { ok: true, facts: withAppraisals(toFacts(form.data, today, edition)) }
    : { ok: false, errors }
}

const asRecorded = (facts: Facts): Facts => ({
  ...facts,
  delays: facts.delays.map((delay) => ({ ...delay, onRecord: true })),
})

/**
 * Reads facts on record. Faults that were added later are accepted, counted as before and named in `flags`;
 * facts that the rules cannot read are refused.
 */
export const readRecord = (
  json: unknown,
  today: string,
  editionOf: EditionOf = always2024,
): { ok: true; facts: Facts; flags: Fault[] } | Refused => {
  const { form, edition, ofForm, ofMeaning } = read(json, editionOf)
  const errors = [...ofForm, ...ofMeaning.filter(({ code }) => !isPardoned(code))]
  return form.success && errors.length === 0
    ? { ok: true, facts: asRecorded(toFacts(form.data, today, edition)), flags: ofMeaning }
    : { ok: false, errors }
}
