import * as z from 'zod'
import { parseDate, yearOf } from './calendar.ts'
import { CreditJson, SalvagedCredit } from './credit-json.ts'
import { LAST_ASSESSED_YEAR } from './edition.ts'
import { asParams } from './faults.ts'
import { isHours } from './hours.ts'
import {
  AssessedYearJson,
  DateJson,
  IdJson,
  type PlacedFault,
  perhaps,
  report,
  YearJson,
} from './json-parts.ts'

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

const WithoutScope = perhaps(z.object({ kind: z.literal('discretionary'), scope: z.undefined().optional() }))

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
      if (WithoutScope.parse(deemed)) report(context, [{ path: ['scope'], code: 'SCOPE_MISSING' }])
    },
    { when: () => true },
  )

const DelayJson = z.object({ year: YearJson, approvedOn: DateJson })

/** What the checks between fields read, as far as it is in form. */
const perhapsList = perhaps(z.array(z.unknown()))
const SalvagedLists = perhaps(
  z.object({
    person: perhaps(z.object({ postChanges: perhapsList })),
    credits: perhapsList,
    delays: perhapsList,
  }),
)
const SalvagedFacts = z.object({
  changes: z.array(perhaps(z.object({ id: z.string() }))),
  credits: z.array(perhaps(SalvagedCredit)),
  delays: z.array(perhaps(z.object({ year: z.number() }))),
})
type SalvagedFacts = z.infer<typeof SalvagedFacts>

const salvage = (facts: unknown): SalvagedFacts => {
  const lists = SalvagedLists.parse(facts)
  return SalvagedFacts.parse({
    changes: lists?.person?.postChanges ?? [],
    credits: lists?.credits ?? [],
    delays: lists?.delays ?? [],
  })
}

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
  ...repeats(credits.map((credit) => credit?.id)).map(
    (index): PlacedFault => ({ path: ['credits', index, 'id'], code: 'ID_REPEATED' }),
  ),
  ...repeats(changes.map((change) => change?.id)).map(
    (index): PlacedFault => ({ path: ['person', 'postChanges', index, 'id'], code: 'ID_REPEATED' }),
  ),
  ...repeats(delays.map((delay) => delay?.year)).map(
    (index): PlacedFault => ({ path: ['delays', index, 'year'], code: 'DELAY_REPEATED' }),
  ),
]

const referenceFaults = ({ changes, credits, delays }: SalvagedFacts): PlacedFault[] => {
  const known = new Set(changes.map((change) => change?.id))
  const delayed = new Set(delays.map((delay) => delay?.year))
  return credits.flatMap((credit, index) => {
    const { from, forChange, makeUpFor } = credit ?? {}
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

const listsOf = ({ person, credits = [], delays = [] }: z.infer<typeof FactsFields>): SalvagedFacts => ({
  changes: person.postChanges ?? [],
  credits,
  delays,
})

/**
 * The facts of one person and year, as the calculator takes them. One parse finds every fault, those of form and
 * those of meaning. Fields that are not named here are passed over.
 */
export const FactsJson = FactsFields.superRefine(
  (facts, context) => {
    const salvaged = context.issues.length === 0 ? listsOf(facts) : salvage(facts)
    report(context, [...repetitionFaults(salvaged), ...referenceFaults(salvaged)])
  },
  { when: () => true },
).meta({ id: 'Facts' })
export type FactsJson = z.infer<typeof FactsJson>
