import { randomUUID } from 'node:crypto'
import type { Actor } from '../organisations/account.ts'
import { knowsPerson } from '../organisations/session.ts'
import { timestamp, today } from '../platform/clock.ts'
import type { StaffId } from '../platform/ids.ts'
import type { Language } from '../platform/language.ts'
import { LedgerBrokenError } from '../platform/ledger-broken.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import { type Outcome, refuse } from '../platform/refusals.ts'
import type { Table } from '../platform/table.ts'
import { type EditionOf, editionsFor } from '../registers/edition-for.ts'
import { findStaff } from '../staff/find-staff.ts'
import { holderOfNumber } from '../staff/staff-number.ts'
import type { EligibilityCheck, EligibilityView } from './api.ts'
import { knownPerson, verdictOn } from './read-eligibility.ts'
import { recordReading } from './reading.ts'

/** Persons who are looked at at once. */
const WIDTH = 16

type Verdict = Outcome<EligibilityView, 'BUSINESS_NOT_APPLICABLE' | 'LEDGER_BROKEN' | 'NOT_FOUND'>

/** What came of one check; without a person there was nobody, or nobody whom the caller may see. */
interface Answered {
  readonly staffId: StaffId | undefined
  readonly business: string
  readonly outcome: Verdict
}

const nobody = ({ business }: EligibilityCheck): Answered => ({
  staffId: undefined,
  business,
  outcome: refuse('NOT_FOUND'),
})

/** The person of each check, by id or by the institution's own number; each number is looked up once. */
const personsAsked = async (table: Table, checks: readonly EligibilityCheck[]) => {
  const nameOf = ({ institution, staffNo }: EligibilityCheck) => `${institution}\n${staffNo}`
  const numbered = new Map(
    checks.filter(({ staffId }) => staffId === undefined).map((check) => [nameOf(check), check]),
  )
  const holders = new Map(
    await mapConcurrently(numbered, WIDTH, async ([name, { institution = '', staffNo = '' }]) => {
      return [name, await holderOfNumber(table, institution, staffNo)] as const
    }),
  )
  return checks.map((check) => check.staffId ?? holders.get(nameOf(check)))
}

/** The person with their ledger, as far as the caller may see them and it is what was sealed. */
const findSound = async (table: Table, staffId: StaffId, actor: Actor) => {
  try {
    return await findStaff(table, staffId, actor)
  } catch (error) {
    if (!(error instanceof LedgerBrokenError)) throw error
    return refuse((await knowsPerson(table, actor, staffId)) ? 'LEDGER_BROKEN' : 'NOT_FOUND')
  }
}

/** One person's checks, answered and put on record: what cannot be recorded is not answered. */
const answerPerson = async (
  { table, clock }: RecordsHost,
  staffId: StaffId,
  checks: readonly EligibilityCheck[],
  { actor, language, batch, editionOf }: Asking,
): Promise<Answered[]> => {
  const found = await findSound(table, staffId, actor)
  if (!found.ok)
    return checks.map((check) =>
      found.code === 'NOT_FOUND' ? nobody(check) : { staffId, business: check.business, outcome: found },
    )
  const known = await knownPerson(table, found.value.staff)
  const answers = checks.map(({ business, year, changeId }) => {
    const question = { business, year, change: changeId }
    return { staffId, business, outcome: verdictOn(known, question, today(clock), editionOf, language) }
  })
  const reading = {
    ...{ staffId, institutionId: found.value.institution.id },
    ...{ at: timestamp(clock), by: actor.id, byName: actor.name },
    answers: answers.map(({ business, outcome }) => ({
      business,
      answer: outcome.ok ? outcome.value.verdict : outcome.code,
    })),
  }
  await recordReading(table, reading, batch)
  return answers
}

/** Who asks, and what holds for the whole batch. */
interface Asking {
  readonly actor: Actor
  readonly language: Language
  readonly batch: string
  readonly editionOf: EditionOf
}

/**
 * Answers up to 500 checks, in their order, each as the single one is (Art. 7, 35, 43–46): what cannot be
 * answered stands with its refusal, and stops no other. Each person's record is read once, and each person has
 * it on record that they were asked about.
 */
export const checkEligibility =
  (host: RecordsHost) =>
  async (checks: readonly EligibilityCheck[], actor: Actor, language: Language): Promise<Answered[]> => {
    const persons = await personsAsked(host.table, checks)
    const places = Map.groupBy(checks.keys(), (place) => persons[place])
    const editionOf = await editionsFor(host.table, Number(today(host.clock).slice(0, 4)))
    const asking = { actor, language, editionOf, batch: randomUUID() }
    const answers = new Map<number, Answered>()
    await mapConcurrently(places, WIDTH, async ([staffId, at]) => {
      if (staffId === undefined) return
      const asked = at.flatMap((place) => checks[place] ?? [])
      const answered = await answerPerson(host, staffId, asked, asking)
      for (const [index, answer] of answered.entries()) answers.set(at[index] ?? -1, answer)
    })
    return checks.map((check, place) => answers.get(place) ?? nobody(check))
  }
