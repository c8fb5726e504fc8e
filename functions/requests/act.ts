import * as z from 'zod'
import { Scope, Stage, WhyActing } from '../platform/terms.ts'

/** One entry of the timeline: who, when, for whom, what, why. */
export const Act = z.object({
  at: z.string(),
  actor: z.string(),
  actorName: z.string(),
  /** The colleague whose powers the actor used (委托). */
  for: z.object({ id: z.string(), name: z.string() }).optional(),
  act: z.enum([
    'submit',
    'approve',
    'return',
    'reject',
    'withdraw',
    'resubmit',
    'remind',
    'escalate',
    'escalate_above',
    'reassign',
    'hold',
    'resume',
    'refuse',
    'credit',
    'record',
    'pass_on',
    'uphold',
    'pass_over',
    'replace',
    'take_over',
    'take_back',
    'ask_opinion',
    'opine',
    'wait',
  ]),
  stage: Stage.optional(),
  line: z.number().int().optional(),
  reason: z.string().optional(),
  /** The article by which a rule, not a person, refused. */
  article: z.string().optional(),
  /** Why a desk was passed over, or another acts in its place (Art. 38). */
  why: WhyActing.optional(),
  /** Desks that were passed over, whose checks are part of the decision. */
  covers: z.array(Stage).optional(),
  /** To whom a task was reassigned. */
  to: z.object({ id: z.string(), name: z.string() }).optional(),
  /** The fields that a desk marked when it returned the request: pointers into what was submitted. */
  marked: z.array(z.string()).optional(),
  grantedTenths: z.number().int().optional(),
  grantedScope: Scope.optional(),
  /** How many acts the actor saw on the request before this one; the timeline sorts by it. */
  nth: z.number().int().optional(),
  /** The place of the task that stores the act; undefined: the request stores it. Derived, never stored. */
  atTask: z.string().optional(),
})
export type Act = z.infer<typeof Act>
