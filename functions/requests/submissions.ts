import * as z from 'zod'
import { TrainingJson } from '../../rules/credit-json.ts'
import { DateJson } from '../../rules/json-parts.ts'
import { Hours, line, prose } from '../platform/shapes.ts'
import {
  Activity,
  DeemedKind,
  DiscretionGround,
  LeaveKind,
  PostChangeKind,
  PostType,
  RecordFact,
} from '../platform/terms.ts'
import { justifiedGrounds } from '../platform/words.ts'

/** A line of a claim: one training in one subject, judged by the rules. */
export const ClaimLine = TrainingJson.safeExtend({
  activity: Activity.optional().meta({
    description:
      'Practice, conference, lecture or visit, in days or sessions, in place of half-days or hours: its hours follow from the table in force on its first day (Art. 37).',
  }),
}).meta({ id: 'ClaimLine' })
export type ClaimLine = z.infer<typeof ClaimLine>

const EvidenceIds = z.array(z.string().min(1).max(100)).max(10)
/** Papers that are of no one person, such as a notice or a timetable: they serve any number of requests. */
const papers = {
  supporting: EvidenceIds.optional().meta({
    description: 'Papers that may recur, such as a notice or a timetable: no proof of anybody (Art. 40).',
  }),
}
const ObligationYear = z.number().int().min(2024).max(2999)

export const RecognitionClaim = z
  .object({
    type: z.literal('recognition'),
    staffId: line(100),
    title: line(200),
    provider: line(200).optional(),
    certificateNo: line(100).optional(),
    organisedBy: z.literal('department').optional().meta({
      description: 'The competent department organised the training under state rules (Art. 41).',
    }),
    lines: z.array(ClaimLine).min(1).max(10),
    evidence: EvidenceIds.meta({ description: "The person's own proofs, each used once (Art. 40)." }),
    ...papers,
  })
  .meta({ id: 'RecognitionClaim' })
export type RecognitionClaim = z.infer<typeof RecognitionClaim>

export const DelayBody = z
  .object({
    type: z.literal('make_up_delay'),
    staffId: line(100),
    year: ObligationYear,
    reason: prose(1000),
    evidence: EvidenceIds.default([]),
    ...papers,
  })
  .meta({ id: 'MakeUpDelay', description: 'To complete a year in the next one (Art. 32).' })
export type DelayBody = z.infer<typeof DelayBody>

export const PostChangeBody = z
  .object({
    type: z.literal('post_change'),
    staffId: line(100),
    kind: PostChangeKind,
    toPostType: PostType.optional().meta({ description: 'Of a change of post type alone.' }),
    effectiveOn: DateJson,
    reason: prose(1000),
    evidence: EvidenceIds.default([]),
    ...papers,
  })
  .superRefine(({ kind, toPostType }, context) => {
    if (kind === 'post_type' && toPostType === undefined)
      context.addIssue({
        code: 'custom',
        path: ['toPostType'],
        params: { zh: '岗位类别变动须写明新的岗位类别。', en: 'Say which type of post it changes to.' },
      })
    if (kind === 'duties' && toPostType !== undefined)
      context.addIssue({
        code: 'custom',
        path: ['toPostType'],
        params: {
          zh: '岗位职责变动不改变岗位类别。',
          en: 'A change of duties does not change the post type.',
        },
      })
  })
  .meta({ id: 'PostChange', description: 'Filed by the institution (Art. 18–21, 45).' })
export type PostChangeBody = z.infer<typeof PostChangeBody>

const ScopeHours = Hours.refine((hours) => Math.round(hours * 10) / 10 === hours, {
  params: { zh: '学时至多一位小数。', en: 'Hours have at most one decimal place.' },
})
export const ScopeBody = z
  .union([
    z.literal('all'),
    z
      .object({ public: ScopeHours.max(30), professional: ScopeHours.max(60) })
      .refine((scope) => scope.public + scope.professional > 0, {
        path: ['public'],
        params: { zh: '认定的学时应大于 0。', en: 'Grant more than no hours.' },
      }),
  ])
  .meta({ id: 'Scope', description: 'What a discretionary recognition grants (Art. 39(6)).' })

export const DeemedBody = z
  .object({
    type: z.literal('deemed'),
    staffId: line(100),
    kind: DeemedKind,
    year: ObligationYear,
    reason: prose(1000),
    scope: ScopeBody.optional(),
    ground: DiscretionGround.optional().meta({ description: 'Of a discretionary recognition (Art. 39(6)).' }),
    passedOn: DateJson.optional().meta({ description: 'Of a grade examination: its day (Art. 39(4)).' }),
    appraised: z
      .boolean()
      .optional()
      .meta({ description: 'Of an entrepreneurship leave: its appraisal is passed (Art. 39(5)).' }),
    evidence: EvidenceIds.default([]),
    ...papers,
  })
  .superRefine(({ kind, scope, ground, passedOn, appraised }, context) => {
    if (kind !== 'skill_grade_exam' && passedOn !== undefined)
      context.addIssue({
        code: 'custom',
        path: ['passedOn'],
        params: { zh: '只有等级考试才填写合格日期。', en: 'Only a grade examination states its day.' },
      })
    if (kind !== 'entrepreneurship_leave' && appraised !== undefined)
      context.addIssue({
        code: 'custom',
        path: ['appraised'],
        params: { zh: '只有离岗创业才填写考核结果。', en: 'Only a leave states its appraisal.' },
      })
    if ((kind === 'discretionary') !== (ground !== undefined))
      context.addIssue({
        code: 'custom',
        path: ['ground'],
        params: {
          zh: '视情况认定须写明情形，其他事由不填。',
          en: 'A discretionary recognition names its ground, the others have none.',
        },
      })
    if (kind !== 'discretionary' && scope !== undefined)
      context.addIssue({
        code: 'custom',
        path: ['scope'],
        params: { zh: '只有视情况认定才填写认定范围。', en: 'Only a discretionary recognition has a scope.' },
      })
  })
  .meta({ id: 'Deemed', description: 'A year, or a subject of it, complete without hours (Art. 39(2)–(6)).' })
export type DeemedBody = z.infer<typeof DeemedBody>

/** What a fact of the record may be changed to: a flag, a type of post, a kind of leave. */
const factValues: Readonly<Record<RecordFact, z.ZodType | undefined>> = {
  leader: z.boolean(),
  talent: z.boolean(),
  register: z.boolean(),
  quota: z.boolean(),
  term: z.boolean(),
  hiredOn: undefined,
  post: PostType,
  leave: LeaveKind,
}

/** A post and a leave have a kind, a term and a leave an end; a day of hiring has neither. */
const changeFaults = ({ fact, from, to, value }: z.infer<typeof RecordChangeForm>) => {
  const faults: { path: string[]; params: { zh: string; en: string } }[] = []
  const shape = factValues[fact]
  const needed = fact === 'post' || fact === 'leave'
  if (value === undefined ? needed : shape === undefined || !shape.safeParse(value).success)
    faults.push({
      path: ['value'],
      params: {
        zh: '岗位写明类别，请假写明种类；是否类的事项填 true 或 false；聘用日期不填。',
        en: 'A post states its type, a leave its kind; what holds or not is true or false; a day of hiring has none.',
      },
    })
  if ((fact === 'term' || fact === 'leave') && to === undefined)
    faults.push({
      path: ['to'],
      params: { zh: '聘期和请假须写明结束日期。', en: 'A term and a leave have an end.' },
    })
  if (fact === 'hiredOn' && to !== undefined)
    faults.push({ path: ['to'], params: { zh: '聘用日期没有结束日期。', en: 'A day of hiring has no end.' } })
  if (to !== undefined && to < from)
    faults.push({
      path: ['to'],
      params: { zh: '结束日期不能早于开始日期。', en: 'The end cannot come before the start.' },
    })
  return faults
}

const RecordChangeForm = z.object({
  type: z.literal('record_change'),
  staffId: line(100),
  fact: RecordFact,
  from: DateJson.meta({ description: 'From when on; of the day of hiring the day itself.' }),
  to: DateJson.optional(),
  value: z
    .union([z.boolean(), line(40)])
    .optional()
    .meta({
      description: 'Whether it holds (true where nothing is said); of a post its type, of a leave its kind.',
    }),
  reason: prose(1000),
  evidence: EvidenceIds.min(1),
  ...papers,
})

export const RecordChangeBody = RecordChangeForm.superRefine((body, context) => {
  for (const fault of changeFaults(body)) context.addIssue({ code: 'custom', ...fault })
}).meta({
  id: 'RecordChange',
  description: 'What exempts a person or bends a date, with a document; the authority confirms it (Art. 35).',
})
export type RecordChangeBody = z.infer<typeof RecordChangeBody>

export const JustifiedReasonBody = z
  .object({
    type: z.literal('justified_reason'),
    staffId: line(100),
    year: ObligationYear,
    ground: line(100).meta({
      description: `One of ${Object.keys(justifiedGrounds).join(', ')}, or in words of one's own.`,
    }),
    reason: prose(1000),
    evidence: EvidenceIds.min(1),
    ...papers,
  })
  .meta({
    id: 'JustifiedReasonRequest',
    description: 'That a year was left incomplete for a reason (Art. 7).',
  })
export type JustifiedReasonBody = z.infer<typeof JustifiedReasonBody>

export const ObjectionAbout = z
  .union([
    z.object({ requestId: line(100), line: z.number().int().min(0).optional() }),
    z.object({ certificate: line(100) }),
    z.object({ staffId: line(100), entry: z.number().int().min(1) }),
  ])
  .meta({ id: 'ObjectionAbout' })

const objection = { about: ObjectionAbout, reason: prose(1000), evidence: EvidenceIds.default([]), ...papers }

/** As `POST /objections` takes it. */
export const ObjectionForm = z.object(objection).meta({ id: 'ObjectionForm' })
export type ObjectionForm = z.infer<typeof ObjectionForm>

export const ObjectionBody = z
  .object({ type: z.literal('objection'), ...objection })
  .meta({ id: 'Objection', description: 'Within 30 days of a decision, by whom it concerns (Art. 7, 35).' })
export type ObjectionBody = z.infer<typeof ObjectionBody>

/** What people submit. */
export const Submission = z.discriminatedUnion('type', [
  RecognitionClaim,
  DelayBody,
  PostChangeBody,
  DeemedBody,
  RecordChangeBody,
  JustifiedReasonBody,
  ObjectionBody,
])
export type Submission = z.infer<typeof Submission>

/** A claim as it answers a return: the lines of before, each at its place, and behind them those that are new. */
const CorrectedClaim = RecognitionClaim.extend({
  dropped: z.array(z.number().int().min(0).max(9)).max(10).optional().meta({
    description: 'Places of returned lines that are claimed no more; what stands at them is not read.',
  }),
}).meta({ id: 'CorrectedClaim' })

/** What answers a return. */
export const Correction = z.discriminatedUnion('type', [
  CorrectedClaim,
  DelayBody,
  PostChangeBody,
  DeemedBody,
  RecordChangeBody,
  JustifiedReasonBody,
  ObjectionBody,
])
export type Correction = z.infer<typeof Correction>
