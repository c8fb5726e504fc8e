import * as z from 'zod'
import type { Operation } from '../platform/operation.ts'
import { line, Named } from '../platform/shapes.ts'
import { Level, OrganisationKind, RequestStatus } from '../platform/terms.ts'

/** What was found, of each kind the first ones. */
export const Found = z
  .object({
    persons: z.array(
      z.object({ id: z.string(), name: z.string(), staffNo: z.string().nullable(), institution: Named }),
    ),
    organisations: z.array(
      z.object({ id: z.string(), name: z.string(), kind: OrganisationKind, level: Level }),
    ),
    requests: z.array(z.object({ id: z.string(), title: z.string().nullable(), status: RequestStatus })),
    certificates: z.array(
      z.object({
        number: z.string(),
        status: z.enum(['valid', 'revoked', 'corrected']),
        staffId: z.string(),
      }),
    ),
    more: z.boolean().meta({ description: 'There are more of a kind than are shown: type more.' }),
  })
  .meta({ id: 'Found' })
export type Found = z.infer<typeof Found>

export const findAnything = {
  id: 'find-anything',
  callers: 'account',
  summary:
    'Persons, organisations, requests and certificates that one may see, by number or by the beginning of a name',
  description:
    'By number (staff number, the platform’s own, of an organisation, a request, a certificate) wherever they are; by the beginning of a name, of its pinyin (`wangfang`) or of the initials of that (`wf`) persons at or below one’s own organisations, whoever was just entered a few minutes later; by a part of a name organisations there: a whole city’s, of the region its offices. What is typed travels in the body, so that no name stands in an address or an access log. Nothing is changed.',
  body: z.object({ text: line(100) }).meta({ id: 'FindBody' }),
  reply: Found,
  refuses: [],
} as const satisfies Operation

export const FindOrganisationsBody = z
  .object({
    text: line(100),
    below: z
      .string()
      .min(1)
      .max(100)
      .optional()
      .meta({ description: 'At or below this one; by default one’s own.' }),
    kind: OrganisationKind.optional(),
    open: z.boolean().optional().meta({
      description: 'Without institutions that were merged into another one: where one is to be chosen.',
    }),
  })
  .meta({ id: 'FindOrganisationsBody' })
export type FindOrganisationsBody = z.infer<typeof FindOrganisationsBody>

export const FoundOrganisations = z
  .object({
    items: z.array(
      z.object({
        ...{ id: z.string(), name: z.string(), kind: OrganisationKind, level: Level },
        under: z
          .array(Named)
          .meta({ description: 'The authorities, or departments, above it, the highest first.' }),
      }),
    ),
    more: z.boolean().meta({ description: 'There are more than are shown: type more.' }),
  })
  .meta({ id: 'FoundOrganisations' })
export type FoundOrganisations = z.infer<typeof FoundOrganisations>

export const findOrganisations = {
  id: 'find-organisations',
  callers: 'account',
  summary: 'Organisations by a part of their name or by their number, at any level below one',
  description:
    'Below one’s own organisations; who keeps a register also finds those below any authority, as in the list of organisations. Nothing is changed.',
  body: FindOrganisationsBody,
  reply: FoundOrganisations,
  refuses: ['NOT_FOUND'],
} as const satisfies Operation
