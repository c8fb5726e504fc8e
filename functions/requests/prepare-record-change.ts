import canonicalize from 'canonicalize'
import { Temporal } from 'temporal-polyfill'
import type { Actor } from '../organisations/account.ts'
import { type Organisation, readOrganisation } from '../organisations/organisation.ts'
import { today } from '../platform/clock.ts'
import { sha256 } from '../platform/identifiers.ts'
import type { StaffId } from '../platform/ids.ts'
import { type FieldFault, type Outcome, refuse, succeed } from '../platform/refusals.ts'
import type { Table } from '../platform/table.ts'
import { recordFacts, requestTypes } from '../platform/words.ts'
import { factFaults } from '../staff/fact-faults.ts'
import type { Person } from '../staff/person.ts'
import { withRecorded } from '../staff/record-fact.ts'
import { readStaff } from '../staff/staff.ts'
import { type Filed, findEvidence, takenBy } from './filing.ts'
import type { Filing, JudgedOn, Prepared } from './prepared.ts'
import type { RecordChangeBody } from './submissions.ts'

const mayFile = (actor: Actor, { id, overseers }: Organisation): boolean =>
  actor.roles.some(
    ({ role, organisationId }) =>
      (role === 'institution' && organisationId === id) ||
      ((role === 'department' || role === 'authority') && overseers.includes(organisationId)),
  )

/** The person, for their institution's desk and those above it; never for themselves. */
const find = async (table: Table, staffId: StaffId, actor: Actor): Promise<Outcome<Filed, 'NOT_ALLOWED'>> => {
  const staff = await readStaff(table, staffId)
  const institution = staff && (await readOrganisation(table, staff.person.institutionId))
  return staff !== undefined &&
    staff.person.mergedInto === undefined &&
    institution !== undefined &&
    mayFile(actor, institution) &&
    actor.staffId !== staffId
    ? succeed({ staff, institution })
    : refuse('NOT_ALLOWED', {
        article: '35',
        errors: [
          {
            pointer: '/staffId',
            detail: {
              zh: '由所在单位、主管部门或人事综合管理部门提交，不能为本人提交。',
              en: 'Filed by the institution, or department and authority above it; nobody files for themselves.',
            },
          },
        ],
      })
}

/** Days before which, and after which, nobody's record can say anything. */
const dateFaults = (
  { fact, from, to }: RecordChangeBody,
  { hiredOn, retiresOn }: Person,
  day: string,
): FieldFault[] => {
  const fault = (pointer: string, zh: string, en: string) => [{ pointer, detail: { zh, en } }]
  if (fact !== 'hiredOn')
    return to !== undefined && to < hiredOn
      ? fault('/to', '结束日期早于聘用日期。', 'It ends before the hiring.')
      : []
  if (retiresOn !== undefined && from >= retiresOn)
    return fault('/from', '聘用日期不早于退休日期。', 'The hiring does not come before the retirement.')
  return from > Temporal.PlainDate.from(day).add({ years: 1 }).toString()
    ? fault('/from', '聘用日期至多晚一年。', 'The hiring lies a year ahead at most.')
    : []
}

/**
 * Judges a change of what exempts a person or bends a date (Art. 4, 9, 12, 18, 35): filed with a document, for the
 * authority to confirm. A type of post changes by the filing of a post change alone.
 */
export const prepareRecordChange = async (
  { table, clock }: JudgedOn,
  body: RecordChangeBody,
  filing: Filing,
) => {
  const filed = await find(table, body.staffId, filing.actor)
  if (!filed.ok) return filed
  const { staff, institution } = filed.value
  const day = today(clock)
  const found = await findEvidence(table, body.evidence, filing.actor)
  const faults = [...dateFaults(body, staff.person, day), ...found.faults]
  if (faults.length > 0) return refuse('INPUT_INVALID', { errors: faults })
  const person = withRecorded(staff.person, body, day)
  if (person.postType !== staff.person.postType) return refuse('POST_TYPE_BY_FILING', { article: '18' })
  if (canonicalize(person) === canonicalize(staff.person)) return refuse('CHANGE_NOTHING')
  const unfit = factFaults({ ...staff, person }, day)
  if (unfit.length > 0)
    return refuse('INPUT_INVALID', { errors: unfit.map(({ detail }) => ({ pointer: '/from', detail })) })
  const { fact, from, to, value } = body
  const fingerprint = sha256(['record_change', body.staffId, fact, from, to, value].join('\n'))
  const taken = await takenBy(table, [{ fingerprint, pointer: '/fact' }], filing.requestId)
  if (taken.length > 0) return refuse('CHANGE_NOTHING')
  return succeed<Prepared>({
    institution,
    matter: {
      type: 'record_change',
      staffId: body.staffId,
      title: `${requestTypes.record_change.zh}：${recordFacts[fact].zh}${value === false ? '（终止）' : ''}`,
      fact,
      from,
      ...(to === undefined ? {} : { to }),
      ...(value === undefined ? {} : { value }),
      reason: body.reason,
      lines: [{ status: 'in_review', round: filing.round, awaiting: true }],
      evidence: body.evidence,
    },
    fingerprints: [fingerprint],
    writes: [],
  })
}
