import * as z from 'zod'
import { parseDate, yearOf } from './calendar.ts'
import { CreditJson } from './credit-json.ts'
import { LAST_ASSESSED_YEAR } from './edition.ts'
import { asParams } from './faults.ts'
import { isHours } from './hours.ts'
import { AssessedYearJson, DateJson, IdJson, type PlacedFault, report, YearJson } from './json-parts.ts'
import { lacks, type SalvagedFacts, salvageFacts } from './salvage.ts'

const AsOfJson = DateJson.refine(
  (text) => Number(text.slice(0, 4)) <= LAST_ASSESSED_YEAR || !parseDate(text),
  {
    params: asParams('DAY_TOO_LATE'),
  },
)

const TermJson = z.object({ from: DateJson, to: DateJson }).superRefine(({ from, to }, context) => {
  const [start, end] = [parseDate(from), parseDate(to)]
  if (start !== undefined && end !== undefined && end < start)
    report(context, [{ path: ['to'], code: 'END_BEFORE_START' }])
})

const PostChangeJson = z.object({
  id: IdJson,
  kind: z.enum(['post_type', 'duties']),
  effectiveOn: DateJson,
})

const PersonJson = z.object({
  postType: z.enum(['management', 'professional', 'worker']),
  leader: z.boolean().optional(),
  onRegister: z.boolean().optional(),
  hiredOn: DateJson,
  highLevelTalent: z.boolean().optional(),
  terms: z.array(TermJson).optional(),
  postChanges: z.array(PostChangeJson).optional(),
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
  })
  .superRefine(
    (deemed, context) => {
      if (lacks(deemed, 'discretionary', 'scope'))
        report(context, [{ path: ['scope'], code: 'SCOPE_MISSING' }])
    },
    { when: () => true },
  )

const DelayJson = z.object({ year: YearJson, approvedOn: DateJson })

/** The places in a list that repeat a value of an earlier place. */
const repeats = (values: readonly unknown[]): number[] => {
  const seen = new Set<unknown>()
  return values.flatMap((value, index) => {
    if (value === undefined || !seen.has(value)) {
      seen.add(value)
      return []
    }
    return [index]
  })
}

const repetitionFaults = ({ changes, credits, delays }: SalvagedFacts): PlacedFault[] => [
  ...repeats(credits.map(({ id }) => id)).map(
    (index): PlacedFault => ({ path: ['credits', index, 'id'], code: 'ID_REPEATED' }),
  ),
  ...repeats(changes.map(({ id }) => id)).map(
    (index): PlacedFault => ({ path: ['person', 'postChanges', index, 'id'], code: 'ID_REPEATED' }),
  ),
  ...repeats(delays.map(({ year }) => year)).map(
    (index): PlacedFault => ({ path: ['delays', index, 'year'], code: 'DELAY_REPEATED' }),
  ),
]

const referenceFaults = ({ changes, credits, delays }: SalvagedFacts): PlacedFault[] => {
  const known = new Set(changes.map(({ id }) => id))
  const delayed = new Set(delays.map(({ year }) => year))
  return credits.flatMap(({ from, forChange, makeUpFor }, index) => {
    const faults: PlacedFault[] = []
    if (forChange !== undefined && !known.has(forChange))
      faults.push({ path: ['credits', index, 'forChange'], code: 'CHANGE_UNKNOWN' })
    if (makeUpFor === undefined) return faults
    const start = from === undefined ? undefined : parseDate(from)
    if (start !== undefined && makeUpFor !== yearOf(start) - 1)
      faults.push({ path: ['credits', index, 'makeUpFor'], code: 'MAKE_UP_YEAR_WRONG' })
    else if (!delayed.has(makeUpFor))
      faults.push({ path: ['credits', index, 'makeUpFor'], code: 'MAKE_UP_NOT_APPROVED' })
    return faults
  })
}

const FactsFields = z.object({
  asOf: AsOfJson.optional(),
  year: AssessedYearJson,
  person: PersonJson,
  credits: z.array(CreditJson).optional(),
  deemed: z.array(DeemedJson).optional(),
  delays: z.array(DelayJson).optional(),
  justified: z.array(YearJson).optional(),
})

/**
 * The facts of one person and year, as the calculator takes them. One parse finds every fault, those of form and
 * those of meaning. Fields that are not named here are passed over.
 */
export const FactsJson = FactsFields.superRefine(
  (facts, context) => {
    const salvaged = salvageFacts(facts)
    report(context, [...repetitionFaults(salvaged), ...referenceFaults(salvaged)])
  },
  { when: () => true },
).meta({ id: 'Facts' })
export type FactsJson = z.infer<typeof FactsJson>
