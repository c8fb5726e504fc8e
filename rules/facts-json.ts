import * as z from 'zod'
import { FIRST_CALENDAR_YEAR, LAST_CALENDAR_YEAR, parseDate } from './calendar.ts'
import { CreditJson, SalvagedCredit } from './credit-json.ts'
import { edition2024 } from './edition.ts'
import { asParams, type FaultCode } from './faults.ts'
import { isHours } from './hours.ts'
import { DateJson, perhaps, report } from './schema.ts'

const YearJson = z.int().min(FIRST_CALENDAR_YEAR).max(LAST_CALENDAR_YEAR)

const TermJson = z.object({ from: DateJson, to: DateJson }).superRefine(({ from, to }, context) => {
  const [start, end] = [parseDate(from), parseDate(to)]
  if (start !== undefined && end !== undefined && end < start)
    report(context, [{ path: ['to'], code: 'END_BEFORE_START' }])
})

const PostChangeJson = z.object({
  id: z.string().min(1),
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
      const { kind, scope } = perhaps(z.object({ kind: z.string(), scope: z.unknown() })).parse(deemed) ?? {}
      if (kind === 'discretionary' && scope === undefined)
        report(context, [{ path: ['scope'], code: 'SCOPE_MISSING' }])
    },
    { when: () => true },
  )

const DelayJson = z.object({ year: YearJson, approvedOn: DateJson })

const SalvagedFacts = z.object({
  person: perhaps(
    z.object({ postChanges: z.array(z.object({ id: perhaps(z.string()) }).catch({})).optional() }),
  ),
  credits: z.array(SalvagedCredit.catch({})).catch([]).optional(),
  delays: z.array(z.object({ year: perhaps(z.number()) }).catch({})).optional(),
})
type SalvagedFacts = z.infer<typeof SalvagedFacts>

interface PlacedFault {
  readonly path: PropertyKey[]
  readonly code: FaultCode
}

/** The places in a list that repeat a value of an earlier place. */
const repeats = (values: readonly unknown[]): number[] =>
  values.flatMap((value, index) => (value !== undefined && values.indexOf(value) < index ? [index] : []))

const referenceFaults = ({ person, credits = [], delays }: SalvagedFacts): PlacedFault[] => {
  const delayed = new Set(delays?.map(({ year }) => year))
  const changes = new Set(person?.postChanges?.map(({ id }) => id))
  return credits.flatMap(({ from, forChange, makeUpFor }, index) => {
    const year = from === undefined ? undefined : Number(from.slice(0, 4))
    const faults: PlacedFault[] = []
    if (forChange !== undefined && person !== undefined && !changes.has(forChange))
      faults.push({ path: ['credits', index, 'forChange'], code: 'CHANGE_UNKNOWN' })
    if (makeUpFor !== undefined && year !== undefined && makeUpFor !== year - 1)
      faults.push({ path: ['credits', index, 'makeUpFor'], code: 'MAKE_UP_YEAR_WRONG' })
    else if (makeUpFor !== undefined && !delayed.has(makeUpFor))
      faults.push({ path: ['credits', index, 'makeUpFor'], code: 'MAKE_UP_NOT_APPROVED' })
    return faults
  })
}

const repetitionFaults = ({ person, credits, delays }: SalvagedFacts): PlacedFault[] => [
  ...repeats(credits?.map(({ id }) => id) ?? []).map((index) => ({
    path: ['credits', index, 'id'],
    code: 'ID_REPEATED' as const,
  })),
  ...repeats(person?.postChanges?.map(({ id }) => id) ?? []).map((index) => ({
    path: ['person', 'postChanges', index, 'id'],
    code: 'ID_REPEATED' as const,
  })),
  ...repeats(delays?.map(({ year }) => year) ?? []).map((index) => ({
    path: ['delays', index, 'year'],
    code: 'DELAY_REPEATED' as const,
  })),
]

/**
 * The facts of one person and year, as the calculator takes them. One parse finds every fault, those of form and
 * those of meaning. Fields that are not named here are passed over.
 */
export const FactsJson = z
  .object({
    asOf: DateJson.optional(),
    year: z.int().min(edition2024.firstYear).max(LAST_CALENDAR_YEAR),
    person: PersonJson,
    credits: z.array(CreditJson).optional(),
    deemed: z.array(DeemedJson).optional(),
    delays: z.array(DelayJson).optional(),
    justified: z.array(YearJson).optional(),
  })
  .superRefine(
    (facts, context) => {
      const salvaged = context.issues.length === 0 ? facts : perhaps(SalvagedFacts).parse(facts)
      if (salvaged) report(context, [...repetitionFaults(salvaged), ...referenceFaults(salvaged)])
    },
    { when: () => true },
  )
  .meta({ id: 'Facts' })
export type FactsJson = z.infer<typeof FactsJson>
