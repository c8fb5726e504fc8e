import * as z from 'zod'
import { parseDate } from './calendar.ts'
import { CreditJson } from './credit-json.ts'
import { type Edition, edition2024, LAST_ASSESSED_YEAR } from './edition.ts'
import { factsFaultsIn } from './facts-faults.ts'
import { asParams } from './faults.ts'
import { isHours } from './hours.ts'
import { AssessedYearJson, DateJson, IdJson, report, YearJson } from './json-parts.ts'
import { lacks, salvageFacts } from './salvage.ts'

const AsOfJson = DateJson.refine(
  (text) => Number(text.slice(0, 4)) <= LAST_ASSESSED_YEAR || !parseDate(text),
  {
    params: asParams('DAY_TOO_LATE'),
  },
)

const endsInOrder = (
  { from, to }: { readonly from: string; readonly to?: string | undefined },
  context: Parameters<typeof report>[0],
): void => {
  const [start, end] = [parseDate(from), to === undefined ? undefined : parseDate(to)]
  if (start !== undefined && end !== undefined && end < start)
    report(context, [{ path: ['to'], code: 'END_BEFORE_START' }])
}

const TermJson = z.object({ from: DateJson, to: DateJson }).superRefine(endsInOrder)

const period = { from: DateJson, to: DateJson.optional() }

const PeriodJson = z
  .object(period)
  .superRefine(endsInOrder)
  .meta({ description: 'From a day to a day, both included; without an end it goes on.' })

const PostTypeJson = z.enum(['management', 'professional', 'worker'])

const PostJson = z.object({ postType: PostTypeJson, ...period }).superRefine(endsInOrder)

const PostChangeJson = z.object({
  id: IdJson,
  kind: z.enum(['post_type', 'duties']),
  effectiveOn: DateJson,
})

const PopulationJson = z.enum(['institution', 'organ_worker'])

const PersonJson = z.object({
  postType: PostTypeJson,
  leader: z.boolean().optional(),
  onRegister: z.boolean().optional(),
  hiredOn: DateJson,
  highLevelTalent: z.boolean().optional(),
  talentPeriods: z.array(PeriodJson).optional().meta({
    description:
      'They win over highLevelTalent: who is talent on any day from the hiring to the limit of the induction is inducted flexibly (Art. 9).',
  }),
  terms: z.array(TermJson).optional(),
  postChanges: z.array(PostChangeJson).optional(),
  posts: z
    .array(PostJson)
    .optional()
    .meta({ description: 'The posts held, several at a time; they win over postType.' }),
  leaderPeriods: z.array(PeriodJson).optional().meta({ description: 'They win over leader (Art. 4).' }),
  registerPeriods: z.array(PeriodJson).optional().meta({ description: 'They win over onRegister.' }),
  populations: z
    .union([PopulationJson, z.array(PopulationJson)])
    .optional()
    .meta({
      description: 'Staff of institutions, or workers of organs who follow the same rules (Art. 47).',
    }),
})

const GrantJson = z
  .number()
  .refine(isHours, { params: asParams('GRANT_UNFIT') })
  .meta({ minimum: 0, multipleOf: 0.1 })

const ScopeJson = z.union([
  z.literal('all'),
  z
    .object({ public: GrantJson.optional(), professional: GrantJson.optional() })
    .refine((scope) => scope.public !== undefined || scope.professional !== undefined, {
      params: asParams('SCOPE_EMPTY'),
    }),
])

const DeemedJson = z
  .object({
    kind: z.enum([
      'research_project',
      'degree_course',
      'qualification_exam',
      'skill_grade_exam',
      'entrepreneurship_leave',
      'discretionary',
    ]),
    year: YearJson,
    scope: ScopeJson.optional(),
    appraised: z
      .boolean()
      .optional()
      .meta({ description: 'Of a leave: its appraisal is passed; by default once the year is over.' }),
    passedOn: DateJson.optional().meta({
      description: 'Of a grade examination: its day; the post held then decides (Art. 39(4)).',
    }),
  })
  .superRefine(
    (deemed, context) => {
      if (lacks(deemed, 'discretionary', 'scope'))
        report(context, [{ path: ['scope'], code: 'SCOPE_MISSING' }])
    },
    { when: () => true },
  )

const DelayJson = z.object({ year: YearJson, approvedOn: DateJson })

const RevokedJson = z.string().refine((name) => /^(annual:\d{4}|induction|transfer:.+)$/.test(name), {
  params: asParams('OBLIGATION_UNKNOWN'),
})

/** The form of the facts of one person and year. Fields that are not named here are passed over. */
export const FactsForm = z.object({
  asOf: AsOfJson.optional(),
  year: AssessedYearJson,
  person: PersonJson,
  credits: z.array(CreditJson).optional(),
  deemed: z.array(DeemedJson).optional(),
  delays: z.array(DelayJson).optional(),
  justified: z.array(YearJson).optional(),
  revoked: z
    .array(RevokedJson)
    .optional()
    .meta({ description: 'Obligations whose certificate was revoked for fraud and not issued anew.' }),
})
export type FactsForm = z.infer<typeof FactsForm>

/** The make-up limit depends on a reading: this edition accepts any date, and `parseFacts` judges it. */
const anyReading: Edition = {
  ...edition2024,
  readings: { ...edition2024.readings, makeUpRunsFrom: 'approval' },
}

/** The facts as the calculator takes them: one parse finds every fault, those of form and those of meaning. */
export const FactsJson = FactsForm.superRefine(
  (facts, context) =>
    report(
      context,
      factsFaultsIn(salvageFacts(facts), anyReading, () => anyReading).filter(
        ({ code }) => code !== 'MAKE_UP_TOO_LATE',
      ),
    ),
  { when: () => true },
).meta({ id: 'Facts' })
export type FactsJson = z.infer<typeof FactsJson>
