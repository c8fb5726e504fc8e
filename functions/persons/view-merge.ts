import { edition2024 } from '../../rules/edition.ts'
import { type Actor, readAccounts } from '../organisations/account.ts'
import { timestamp, today, yearNow } from '../platform/clock.ts'
import type { StaffId } from '../platform/ids.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { editionsFor } from '../registers/edition-for.ts'
import { currentCertificates } from '../staff/certificate.ts'
import { assessYears, isAssessable } from '../staff/due-obligations.ts'
import { factsInForce } from '../staff/facts-in-force.ts'
import { isOnePerson } from '../staff/one-person.ts'
import type { StaffRecord } from '../staff/staff-record.ts'
import { twinIn } from '../staff/twin-fact.ts'
import {
  type Both,
  factsToTake,
  findBoth,
  Merge,
  markOf,
  mergeItem,
  openRequestsOf,
  type Side,
} from './merge.ts'
import type { MergeView } from './merge-api.ts'
import { survivorOf, withFacts } from './merged-records.ts'

const viewSide = ({ staff: { person, entries, certificates }, institution }: Side): MergeView['into'] => ({
  id: person.id,
  name: person.name,
  staffNo: person.staffNo ?? null,
  institution: { id: institution.id, name: institution.name },
  hiredOn: person.hiredOn,
  onRegister: person.onRegister,
  entries: entries.length,
  certificates: currentCertificates(certificates).map(({ content }) => content.number),
  accountId: person.accountId ?? null,
})

/** The record that stays as it would be, without these entries of the other. */
export const merged = (
  both: Both,
  leaveOut: readonly number[],
  act: { readonly at: string; readonly by: string },
): StaffRecord => {
  const facts = factsToTake(both).filter(({ stated }) => !leaveOut.includes(stated.sequence))
  return {
    ...both.into.staff,
    person: survivorOf(both, both.into.staff.person.accountId),
    entries: withFacts(both, facts, act),
  }
}

export const isReadable = (staff: StaffRecord, day: string): boolean =>
  isAssessable(staff, factsInForce(staff.entries), day)

const hoursOf = (tenths: { publicTenths: number; professionalTenths: number }) => ({
  public: tenths.publicTenths / 10,
  professional: tenths.professionalTenths / 10,
})

/** The counted hours of each year that a merge changes. */
const yearsChanged = async (
  { table, clock }: RecordsHost,
  before: StaffRecord,
  after: StaffRecord,
): Promise<MergeView['years']> => {
  const day = today(clock)
  if (!isReadable(after, day)) return []
  const editionOf = await editionsFor(table, yearNow(clock))
  const [was, is] = [assessYears(before, day, editionOf), assessYears(after, day, editionOf)]
  return is.flatMap(({ annual }, place) => {
    const earlier = was[place]
    if (earlier === undefined) return []
    const [one, other] = [hoursOf(earlier.annual), hoursOf(annual)]
    const isSame = one.public === other.public && one.professional === other.professional
    return isSame ? [] : [{ year: edition2024.firstYear + place, before: one, after: other }]
  })
}

const accountOf = ({ into, from }: Both): MergeView['account'] => {
  if (from.staff.person.accountId === undefined) return 'none'
  return into.staff.person.accountId === undefined ? 'moves' : 'ends'
}

/** What a merge of these two records would change; what is left out is as proposed, else what seems to be twice. */
export const viewBoth = async (
  host: RecordsHost,
  both: Both,
  proposed: Merge | undefined,
  actor: Actor,
): Promise<MergeView> => {
  const facts = factsToTake(both).map(({ fact, stated }) => ({
    sequence: stated.sequence,
    recordedAt: stated.recordedAt,
    fact,
    twinOf: twinIn(both.into.staff.entries, fact) ?? null,
  }))
  const leaveOut =
    proposed?.leaveOut ?? facts.flatMap(({ sequence, twinOf }) => (twinOf === null ? [] : [sequence]))
  const [by] = proposed === undefined ? [] : await readAccounts(host.table, [proposed.by])
  const after = merged(both, leaveOut, { at: timestamp(host.clock), by: actor.id })
  return {
    into: viewSide(both.into),
    from: viewSide(both.from),
    facts: facts.map((one) => ({ ...one, leftOut: leaveOut.includes(one.sequence) })),
    years: await yearsChanged(host, both.into.staff, after),
    openRequests: await openRequestsOf(host.table, both.from.staff.person.id),
    account: accountOf(both),
    proposal:
      proposed === undefined
        ? null
        : {
            by: { id: proposed.by, name: by?.name ?? null },
            at: proposed.at,
            reason: proposed.reason,
            isUnderWay: proposed.status === 'under_way',
            mayConfirm:
              proposed.status === 'under_way' || !(await isOnePerson(host.table, actor, { id: proposed.by })),
          },
  }
}

/** The merge that is proposed, or what one with another record would change. Nothing is written. */
export const viewMerge =
  (host: RecordsHost) =>
  async (
    into: StaffId,
    from: string | undefined,
    actor: Actor,
  ): Promise<Outcome<MergeView, 'MERGE_IMPOSSIBLE' | 'NOT_FOUND' | 'OWN_RECORD'>> => {
    const item = await mergeItem(host.table, into)
    const kept = item && Merge.parse(item)
    const waiting = kept?.status === 'done' ? undefined : kept
    const other = from ?? waiting?.from
    if (other === undefined) return refuse('NOT_FOUND')
    const found = await findBoth(host.table, into, other, actor)
    if (!found.ok) return found
    const isCurrent =
      waiting?.from === other && (waiting.status === 'under_way' || waiting.seen === markOf(found.value))
    return succeed(await viewBoth(host, found.value, isCurrent ? waiting : undefined, actor))
  }
