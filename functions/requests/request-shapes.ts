import * as z from 'zod'
import { Hours } from '../platform/shapes.ts'
import {
  Activity,
  LineStatus,
  PostType,
  RecordFact,
  RequestStatus,
  RequestType,
  Scope,
  Stage,
  training,
  WhyActing,
  WhyNobody,
} from '../platform/terms.ts'

const Line = z
  .object({
    ...training,
    activity: z.union([Activity, z.boolean()]).meta({
      description:
        'False where it is none; true for one that was filed before kind and quantity were stated.',
    }),
    status: LineStatus,
    stage: Stage.nullable(),
    hours: Hours,
    grantedHours: Hours.nullable(),
  })
  .meta({ id: 'RequestLine' })

const Act = z
  .object({
    at: z.string(),
    actor: z.string(),
    actorName: z.string(),
    for: z.string().nullable().meta({ description: 'The colleague whose powers the actor used.' }),
    forName: z.string().nullable(),
    act: z.string(),
    stage: Stage.nullable(),
    line: z.number().int().nullable(),
    reason: z.string().nullable(),
    marked: z
      .array(z.string())
      .optional()
      .meta({ description: 'The fields that a return marked, as pointers into what was submitted.' }),
    article: z.string().nullable().meta({ description: 'The article by which a rule refused.' }),
    why: z
      .string()
      .nullable()
      .meta({ description: 'Why a desk was passed over, or another acts in its place.' }),
    covers: z.array(Stage).meta({ description: 'Desks that were passed over, whose checks are part of it.' }),
    to: z.string().nullable().meta({ description: 'To whom a task was reassigned.' }),
    toName: z.string().nullable(),
    grantedHours: Hours.nullable(),
    scope: Scope.nullable(),
  })
  .meta({ id: 'TimelineEntry' })

export const RequestSummary = z
  .object({
    id: z.string(),
    type: RequestType,
    status: RequestStatus,
    partly: z
      .literal(true)
      .optional()
      .meta({ description: 'Of an approved request: one of its lines was refused.' }),
    stage: Stage.nullable(),
    round: z.number().int(),
    staffId: z.string().nullable().meta({ description: 'Null for a class roster: see its participants.' }),
    title: z.string(),
    submittedAt: z.string(),
  })
  .meta({ id: 'RequestSummary' })
export type RequestSummary = z.infer<typeof RequestSummary>

const Holder = z.object({ organisation: z.string(), role: Stage, name: z.string() }).nullable()

export const ListedRequest = RequestSummary.extend({
  holder: Holder.meta({ description: 'The desk that it lies with; null where it lies with none.' }),
}).meta({ id: 'ListedRequest' })
export type ListedRequest = z.infer<typeof ListedRequest>

export const RequestView = RequestSummary.extend({
  staffName: z.string(),
  institution: z.string(),
  classId: z.string().nullable().meta({
    description: 'Of a part of a class that was held here: the class. Its `institution` is the authority.',
  }),
  submittedBy: z.string(),
  provider: z.string().nullable(),
  certificateNo: z.string().nullable(),
  organisedBy: z.literal('department').nullable(),
  /** What the other types ask for; null where the type has no such field. */
  year: z.number().int().nullable(),
  kind: z.string().nullable(),
  toPostType: PostType.nullable(),
  effectiveOn: z.string().nullable(),
  reason: z.string().nullable(),
  scope: Scope.nullable(),
  changeId: z.string().nullable().meta({ description: 'The `forChange` of the transfer training for it.' }),
  holdUntil: z
    .string()
    .nullable()
    .meta({ description: 'The last day on which a filing waits for its training.' }),
  change: z
    .object({
      fact: RecordFact,
      from: z.string(),
      to: z.string().nullable(),
      value: z.union([z.boolean(), z.string()]).nullable(),
    })
    .nullable()
    .meta({ description: 'Of a change of the record.' }),
  about: z
    .union([
      z.object({ requestId: z.string(), line: z.number().int() }),
      z.object({ certificate: z.string() }),
      z.object({ entry: z.number().int() }),
    ])
    .nullable()
    .meta({ description: 'What an objection is about.' }),
  effects: z
    .array(z.object({ year: z.number().int(), closed: z.boolean(), before: z.string(), after: z.string() }))
    .meta({ description: 'What a change of the record that is not decided yet would make of each year.' }),
  participants: z.array(
    z.object({
      staffId: z.string(),
      name: z.string(),
      halfDays: z.number().int().nullable(),
      hours: Hours.nullable(),
      passed: z.boolean(),
      makeUpFor: z.number().int().optional().meta({ description: 'The year that it makes up for.' }),
      forChange: z.string().optional().meta({ description: 'The change of post that it prepares for.' }),
      certificateNo: z
        .string()
        .optional()
        .meta({ description: 'Of hours taken over: the certificate that the earlier platform issued.' }),
    }),
  ),
  notices: z.array(z.string()),
  passedOver: z
    .array(z.object({ stage: Stage, line: z.number().int().nullable(), why: WhyNobody, text: z.string() }))
    .meta({
      description: 'Desks at which nobody may act: the next one decides what they would have looked at.',
    }),
  acting: z
    .array(
      z.object({
        stage: Stage,
        line: z.number().int().nullable(),
        organisation: z.string(),
        name: z.string(),
        why: WhyActing,
        text: z.string(),
      }),
    )
    .meta({
      description: 'Authorities that act in the place of the desk of the route, which `stage` stays.',
    }),
  evidence: z.array(
    z.object({
      id: z.string(),
      type: z.string(),
      size: z.number().int(),
      name: z.string().nullable().meta({ description: 'Of the file, where it was told.' }),
      kind: z.enum(['proof', 'supporting']).meta({
        description: 'A proof of this person, used once, or a paper that may recur (Art. 40).',
      }),
    }),
  ),
  lines: z.array(Line),
  holder: Holder,
  tasks: z.array(
    z.object({ id: z.string(), stage: Stage, line: z.number().int().nullable(), dueOn: z.string() }),
  ),
  ahead: z
    .array(z.object({ line: z.number().int().nullable(), stages: z.array(Stage) }))
    .meta({ description: 'The desks after those that hold it now, by line where they may differ.' }),
  timeline: z.array(Act),
}).meta({ id: 'Request' })
export type RequestView = z.infer<typeof RequestView>
