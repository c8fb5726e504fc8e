import * as z from 'zod'
import { ignoredReasons } from './half-days.ts'

const DateText = z.string().meta({ format: 'date' })
const HoursNumber = z.number().meta({ description: 'Hours, at most one decimal place.' })
const DaysNumber = z.number().meta({ description: 'Offline days; half a day is 0.5.' })

const ReasonJson = z.object({ article: z.string(), obligation: z.string(), text: z.string() }).meta({
  id: 'Reason',
  description: 'What holds or is missing, or a lawful way to mend it, by article.',
})

const AnnualJson = z.object({
  year: z.int(),
  status: z.enum(['not_applicable', 'open', 'met', 'deemed', 'inducting', 'deferred', 'overdue', 'short']),
  dueOn: DateText,
  hours: z.object({
    total: HoursNumber,
    public: HoursNumber,
    professional: HoursNumber,
    online: HoursNumber,
    offline: HoursNumber,
  }),
  days: DaysNumber,
  deemed: z.object({ public: z.boolean(), professional: z.boolean() }),
  missing: z.object({ hours: HoursNumber, public: HoursNumber, professional: HoursNumber }),
  madeUp: z.boolean().meta({ description: 'Make-up credits were needed.' }),
})

const InductionJson = z.discriminatedUnion('status', [
  z.object({ status: z.literal('not_applicable') }),
  z.object({
    status: z.enum(['open', 'met', 'late', 'overdue', 'after_limit']),
    hours: HoursNumber,
    days: DaysNumber,
    missingHours: HoursNumber,
    dueOn: DateText,
    limitOn: DateText,
    completedOn: DateText.optional(),
  }),
])

const TermSessionJson = z.object({
  from: DateText,
  to: DateText,
  status: z.enum(['met', 'open', 'short']),
  longestHours: HoursNumber,
  longestDays: DaysNumber,
})

const TransferJson = z.object({
  id: z.string(),
  status: z.enum(['met', 'open', 'overdue', 'after_limit']),
  hours: HoursNumber,
  days: DaysNumber,
  missingHours: HoursNumber,
  dueOn: DateText,
})

/** Whether one business may go ahead for a person: never a punishment, always with reasons. */
export const EligibilityRow = z
  .object({
    business: z.enum([
      'appraisal_excellent',
      'commendation',
      'grade_promotion',
      'regularization',
      'transfer_appointment',
      'post_change_filing',
      'contract_renewal',
      'skill_grade_exam',
    ]),
    verdict: z.enum(['allow', 'hold', 'review', 'refuse']),
    articles: z.array(z.int()),
    reasons: z.array(ReasonJson),
    changeId: z.string().optional().meta({ description: 'Of a post change: which one.' }),
  })
  .meta({ id: 'EligibilityRow' })
export type EligibilityRow = z.infer<typeof EligibilityRow>

const IgnoredJson = z.object({
  creditId: z.string(),
  reason: z.enum(ignoredReasons),
  halfDaysCut: z.int().optional(),
  hoursCut: HoursNumber.optional(),
})

/** What the facts of a year amount to. */
export const AssessmentJson = z
  .object({
    edition: z.string(),
    asOf: DateText,
    annual: AnnualJson,
    induction: InductionJson,
    terms: z.array(TermSessionJson),
    transfers: z.array(TransferJson),
    certificates: z.array(z.string()),
    eligibility: z.array(EligibilityRow),
    ignored: z.array(IgnoredJson),
    reasons: z.array(ReasonJson),
  })
  .meta({ id: 'Assessment' })
export type AssessmentJson = z.infer<typeof AssessmentJson>
