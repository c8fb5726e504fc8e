import { Temporal } from 'temporal-polyfill'
import { timestamp, today } from '../platform/clock.ts'
import { sha256 } from '../platform/identifiers.ts'
import { type FieldFault, refuse, succeed } from '../platform/refusals.ts'
import { postChangeKinds, postTypes, requestTypes } from '../platform/words.ts'
import { findEvidence, findFiled, takenBy } from './filing.ts'
import { openPostChange, takenOver } from './post-changes.ts'
import type { Filing, JudgedOn, Prepared } from './prepared.ts'
import type { PostChangeBody } from './submissions.ts'

/** Days before a change at which it may be filed at the earliest: training usually comes first (Art. 21). */
const MOST_DAYS_AHEAD = 90

const dateFaults = (effectiveOn: string, hiredOn: string, day: string): FieldFault[] => {
  const fault = (zh: string, en: string) => [{ pointer: '/effectiveOn', detail: { zh, en } }]
  if (effectiveOn < hiredOn)
    return fault('岗位变动不能早于聘用日期。', 'The change cannot come before the hiring.')
  const last = Temporal.PlainDate.from(day).add({ days: MOST_DAYS_AHEAD }).toString()
  return effectiveOn > last
    ? fault(
        `岗位变动至多提前 ${MOST_DAYS_AHEAD} 天报备。`,
        `A change is filed at most ${MOST_DAYS_AHEAD} days before it.`,
      )
    : []
}

/**
 * Judges the filing of a post change (Art. 18–21, 45) and opens the obligation of its transfer training. The
 * workflow then asks `judgeChange` whether the training is complete.
 */
export const preparePostChange = async ({ table, clock }: JudgedOn, body: PostChangeBody, filing: Filing) => {
  const filed = await findFiled(table, body.staffId, filing.actor, 'institution')
  if (!filed.ok) return filed
  const { staff, institution } = filed.value
  const { faults } = await findEvidence(table, body.evidence, filing.actor)
  const all = [...dateFaults(body.effectiveOn, staff.person.hiredOn, today(clock)), ...faults]
  if (body.toPostType === staff.person.postType)
    all.push({
      pointer: '/toPostType',
      detail: { zh: '与现岗位类别相同。', en: 'The person holds this type of post already.' },
    })
  if (body.toPostType !== undefined && staff.person.population === 'organ_worker')
    all.push({
      pointer: '/toPostType',
      detail: {
        zh: '机关（参公单位）工勤人员转为其他岗位的，不再适用本细则（第四十七条），请办理离册或调动。',
        en: 'A worker of an organ who takes another type of post leaves these rules (Art. 47): record that they left the register, or transfer them.',
      },
    })
  if (all.length > 0) return refuse('INPUT_INVALID', { errors: all })
  const fingerprint = sha256(`post_change\n${body.staffId}\n${body.kind}\n${body.effectiveOn}`)
  const taken = await takenBy(table, [{ fingerprint, pointer: '/effectiveOn' }], filing.requestId)
  if (taken.length > 0) return refuse('POST_CHANGE_UNDER_WAY', { article: '45' })
  // A resubmission keeps the change that its filing opened.
  const own = staff.person.postChanges.find(({ id, filing: by }) => (by ?? id) === filing.requestId)
  const changeId = (own ?? takenOver(staff.person, body))?.id
  const what =
    body.toPostType === undefined ? postChangeKinds.duties.zh : `转为${postTypes[body.toPostType].zh}`
  return succeed<Prepared>({
    institution,
    matter: {
      type: 'post_change',
      staffId: body.staffId,
      title: `${requestTypes.post_change.zh}：${what}`,
      kind: body.kind,
      toPostType: body.toPostType,
      ...(changeId === undefined || changeId === filing.requestId ? {} : { changeId }),
      effectiveOn: body.effectiveOn,
      reason: body.reason,
      lines: [{ status: 'in_review', round: filing.round, awaiting: true }],
      evidence: body.evidence,
    },
    fingerprints: [fingerprint],
    writes: openPostChange(staff, { id: filing.requestId, changeId }, body, {
      by: filing.actor.id,
      at: timestamp(clock),
    }),
  })
}
