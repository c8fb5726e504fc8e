import * as z from 'zod'
import { AssessmentJson, FactsJson } from '../../rules/json.ts'
import type { Operation } from '../platform/operation.ts'
import { Jwk } from '../staff/certificate/public-keys.ts'

export const health = {
  id: 'health',
  callers: 'anyone',
  summary: 'Whether the system answers, and its clock',
  reply: z.object({ status: z.literal('ok'), time: z.string() }),
  refuses: [],
} as const satisfies Operation

export const assess = {
  id: 'assess',
  callers: 'anyone',
  summary: 'The public calculator: what the facts of a year amount to; stores nothing',
  body: FactsJson,
  reply: AssessmentJson,
  limit: 1024 * 1024,
  refuses: [],
} as const satisfies Operation

export const verify = {
  id: 'verify',
  callers: 'anyone',
  summary: 'What a certificate says, masked, by the code printed on it or by its number',
  params: z.object({ code: z.string().min(1).max(100) }),
  reply: z.object({
    status: z.enum(['valid', 'revoked', 'corrected']),
    number: z.string(),
    kind: z.enum(['annual', 'induction', 'transfer']),
    name: z.string(),
    institution: z.string(),
    year: z.number().int(),
    hours: z.object({ public: z.number(), professional: z.number(), total: z.number() }),
    issuedOn: z.string(),
    /** The day of its last correction or revocation. */
    changedOn: z.string().nullable(),
  }),
  refuses: ['NOT_FOUND', 'SIGNATURE_MISMATCH', 'SIGNING_KEY_MISSING'],
} as const satisfies Operation

export const listKeys = {
  id: 'list-keys',
  callers: 'anyone',
  summary:
    'The public keys that certificates were ever signed with (JSON Web Key Set), the present one first',
  reply: z.object({ keys: z.array(Jwk) }).meta({ id: 'KeySet' }),
  refuses: ['SIGNING_KEY_MISSING'],
} as const satisfies Operation

export const openapi = {
  id: 'openapi',
  callers: 'anyone',
  summary: 'This document',
  reply: z.looseObject({ openapi: z.string() }),
  refuses: [],
} as const satisfies Operation
