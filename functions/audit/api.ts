import * as z from 'zod'
import { DateJson } from '../../rules/json-parts.ts'
import type { Operation } from '../platform/operation.ts'
import { Paging, pageOf } from '../platform/shapes.ts'
import { inputFaults } from '../platform/words.ts'

export const AuditEntry = z
  .object({
    at: z.string(),
    actor: z.string().meta({ description: 'The account; `system` for what arose by itself.' }),
    actorName: z.string().nullable(),
    act: z.string(),
    about: z.object({
      kind: z.enum([
        'request',
        'person',
        'organisation',
        'ledger',
        'certificate',
        'seat',
        'delegation',
        'mail',
        'account',
        'completion',
        'programme',
        'lecturer',
        'inspection',
        'library_entry',
      ]),
      id: z.string().meta({ description: 'Of a seat: the organisation’s.' }),
      title: z.string().nullable(),
    }),
    reason: z.string().nullable(),
    fields: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })).meta({
      description: 'What it changed, where a record was kept of both: before and after.',
    }),
  })
  .meta({ id: 'AuditEntry' })
export type AuditEntry = z.infer<typeof AuditEntry>

const Id = z.string().min(1).max(200)
const scopes = ['person', 'organisation', 'request', 'account', 'actor'] as const

export const searchAudit = {
  id: 'search-audit',
  callers: { auditor: ['own', 'lower', 'region'], authority: ['region'] },
  summary: 'Who did what, when and why, the latest first; for auditors and the region',
  description:
    'By exactly one of a person (requests, record, ledger, certificates, samples of their hours and violations, who looked at them, and who asked about their eligibility in a batch), an organisation (its record, its seats, what those who sit there have lent, its programmes and classes, the lecturers whom it proposed, what it submitted to the libraries, and what it drew and ordered or was asked and ordered), a request, an account (what was done to it, its seats, and what it lent and was lent), or an actor (what they submitted and decided, the accounts that they invited and suspended, the seats that they gave and took, the mails that they sent again, the persons at whom they looked or about whom they asked in batches (`client:…` for another system): the latest 200 of each; and their delegations); further by act and days. Before and after are told of records and of corrections; a decision that grants fewer hours says so in its request. Not searchable: sign-ins, and readings by the person or their own desks; whoever searches by a person is on record as having looked; what an actor corrected or changed is found by the person or organisation. Closes stand with their year, redrives with their execution, and the registers of providers, rates and readings show their own versions.',
  query: Paging.extend({
    person: Id.optional(),
    organisation: Id.optional(),
    request: Id.optional(),
    account: Id.optional(),
    actor: Id.optional(),
    act: z.string().max(40).optional(),
    from: DateJson.optional(),
    to: DateJson.optional(),
  })
    .refine(({ from = '', to }) => to === undefined || to >= from, {
      path: ['to'],
      params: inputFaults.endBeforeStart,
    })
    .refine((query) => scopes.filter((scope) => query[scope] !== undefined).length === 1, {
      path: ['person'],
      params: {
        zh: '请按人员、机构、申请、账号、操作人中的一项查询。',
        en: 'Search by one of person, organisation, request, account and actor.',
      },
    }),
  reply: pageOf(AuditEntry),
  refuses: ['NOT_ALLOWED', 'NOT_FOUND'],
} as const satisfies Operation
