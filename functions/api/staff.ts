import * as z from 'zod'
import { AssessmentJson, EligibilityRow, FactsJson } from '../../rules/json.ts'
import type { Operation } from '../kit/operation.ts'
import { RequestSummary } from './requests.ts'
import { idParams } from './shapes.ts'

const Year = z.coerce.number().int().min(2024).max(2999)

export const readLedger = {
  summary: "A person's year: the facts, what they amount to, and the claims still open",
  params: idParams,
  query: z.object({ year: Year.optional() }),
  reply: z.object({
    staffId: z.string(),
    name: z.string(),
    facts: FactsJson,
    assessment: AssessmentJson,
    open: z.array(RequestSummary),
  }),
} as const satisfies Operation

export const readEligibility = {
  summary: 'Whether a business may go ahead for a person, by the recorded facts',
  params: idParams,
  query: z.object({ business: z.string().max(50), year: Year.optional() }),
  reply: EligibilityRow,
} as const satisfies Operation

export const me = {
  summary: 'The account, its roles and organisations',
  reply: z.object({
    id: z.string(),
    name: z.string(),
    staffId: z.string().nullable(),
    roles: z.array(
      z.object({ role: z.string(), organisation: z.object({ id: z.string(), name: z.string() }) }),
    ),
  }),
} as const satisfies Operation
