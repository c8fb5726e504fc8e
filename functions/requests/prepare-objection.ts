import { Temporal } from 'temporal-polyfill'
import { objectionTerms } from '../../rules/objections.ts'
import type { Actor } from '../organisations/account.ts'
import { institutionOf } from '../organisations/organisation-at.ts'
import { today } from '../platform/clock.ts'
import { sha256 } from '../platform/identifiers.ts'
import type { StaffId } from '../platform/ids.ts'
import { refuse, succeed } from '../platform/refusals.ts'
import type { Table } from '../platform/table.ts'
import { requestTypes } from '../platform/words.ts'
import { readStaff } from '../staff/staff.ts'
import { readProofs } from './evidence.ts'
import { findEvidence, takenBy } from './filing.ts'
import { decidedAbout, deskAbove } from './objected.ts'
import type { Filing, JudgedOn, Prepared } from './prepared.ts'
import type { ObjectedTo } from './request.ts'
import type { ObjectionBody } from './submissions.ts'

const lastDay = (at: string): string =>
  Temporal.PlainDate.from(at.slice(0, 10)).add({ days: objectionTerms.days }).toString()

/** The mark of an objection: to one decision there is one. */
export const objectionMark = (staffId: StaffId, about: ObjectedTo, at: string): string =>
  sha256(`objection\n${staffId}\n${JSON.stringify(about)}\n${at}`)

/** The person who objects: only the one concerned, by their own account. */
const find = async (table: Table, actor: Actor, { about }: ObjectionBody) => {
  if (actor.staffId === undefined || ('staffId' in about && about.staffId !== actor.staffId)) return undefined
  const staff = await readStaff(table, actor.staffId)
  return staff && { staff, institution: await institutionOf(table, staff.person.institutionId) }
}

/**
 * Judges an objection (Art. 7, 35): by the person concerned, within 30 days, once. Meanwhile it holds the
 * proofs of the refused claim, so that no other claim takes them (Art. 40).
 */
export const prepareObjection = async ({ table, clock }: JudgedOn, body: ObjectionBody, filing: Filing) => {
  const found = await find(table, filing.actor, body)
  if (found === undefined) return refuse('NOT_ALLOWED', { article: '35' })
  const { staff, institution } = found
  const { faults } = await findEvidence(table, body.evidence, filing.actor)
  if (faults.length > 0) return refuse('INPUT_INVALID', { errors: faults })
  const decided = await decidedAbout(table, body, staff, institution)
  if (decided === undefined) return refuse('OBJECTION_UNFOUNDED', { article: '35' })
  if (today(clock) > lastDay(decided.at))
    return refuse('OBJECTION_TOO_LATE', { article: '35', details: { lastDay: lastDay(decided.at) } })
  const own = objectionMark(staff.person.id, decided.about, decided.at)
  const made = await takenBy(table, [{ fingerprint: own, pointer: '/about' }], filing.requestId)
  if (made.length > 0) return refuse('OBJECTION_ALREADY_MADE', { article: '35' })
  const holders = await readProofs(table, decided.proofs)
  const free = decided.proofs.filter((proof) => !holders.some(({ fingerprint }) => fingerprint === proof))
  const others = holders.filter(
    ({ requestId }) => requestId !== decided.heldBy && requestId !== filing.requestId,
  )
  if (others.length > 0) return refuse('EVIDENCE_ALREADY_USED', { article: '40' })
  const held = holders.filter(({ requestId }) => requestId === filing.requestId)
  const above = await deskAbove(table, decided.by, institution)
  return succeed<Prepared>({
    institution,
    matter: {
      type: 'objection',
      staffId: staff.person.id,
      title: `${requestTypes.objection.zh}：${decided.what}`.slice(0, 200),
      about: decided.about,
      years: [...decided.years],
      reason: body.reason,
      desks: [decided.by, ...(above === undefined ? [] : [above])],
      look: 0,
      lines: [{ status: 'in_review', round: filing.round, awaiting: true }],
      evidence: body.evidence,
    },
    fingerprints: [own, ...free, ...held.map(({ fingerprint }) => fingerprint)],
    writes: [],
  })
}
