import * as z from 'zod'
import { EntryView } from '../ledger/api.ts'
import type { Operation } from '../platform/operation.ts'
import { idParams, Paging, pageOf, prose } from '../platform/shapes.ts'

const region = { authority: ['region'] } as const

export const BrokenLedgerView = z
  .object({
    staffId: z.string(),
    name: z.string(),
    institution: z.object({ id: z.string(), name: z.string() }),
    fault: z.string().meta({
      description:
        '`seal`: the standing is not what was sealed; `entry N`: the chain breaks there; `end`, `record`: entries, the person or certificates are not those that were sealed; `unreadable`; `rolled back`, `gone`: the last signed root knows more.',
    }),
    since: z.string().meta({ description: 'The day of the night’s walk that found it.' }),
  })
  .meta({ id: 'BrokenLedger' })
export type BrokenLedgerView = z.infer<typeof BrokenLedgerView>

export const listBrokenLedgers = {
  id: 'list-broken-ledgers',
  callers: { ...region, auditor: ['region'] },
  summary: 'The ledgers that a night’s walk found broken; what rests on them waits until they are restored',
  query: Paging,
  reply: pageOf(BrokenLedgerView),
  refuses: ['NOT_ALLOWED'],
} as const satisfies Operation

export const RestorationView = z
  .object({
    ...BrokenLedgerView.shape,
    entries: z.array(
      EntryView.extend({
        whole: z.boolean().meta({ description: 'It follows from the entries before it.' }),
        vouched: z.boolean().meta({ description: 'The last signed root vouches for it.' }),
      }),
    ),
    unreadable: z.number().int(),
    vouched: z
      .object({ day: z.string(), length: z.number().int() })
      .nullable()
      .meta({ description: 'How long the ledger was by the last signed root; null: none knows of it.' }),
    needsBackup: z.boolean().meta({
      description: 'Entries that the root vouches for are gone or changed: they come from a backup.',
    }),
    proposal: z
      .object({
        by: z.object({ id: z.string(), name: z.string().nullable() }),
        at: z.string(),
        reason: z.string(),
        keep: z.number().int(),
        putBack: z.number().int(),
        mayConfirm: z.boolean(),
      })
      .nullable(),
  })
  .meta({ id: 'Restoration' })
export type RestorationView = z.infer<typeof RestorationView>

export const readRestoration = {
  id: 'read-restoration',
  callers: region,
  summary: 'A broken ledger beside what the last signed root vouches for, and what is proposed to restore it',
  params: idParams,
  reply: RestorationView,
  refuses: ['LEDGER_SOUND', 'NOT_ALLOWED', 'NOT_FOUND'],
} as const satisfies Operation

export const RestorationBody = z
  .object({
    keep: z
      .number()
      .int()
      .min(0)
      .meta({ description: 'The entries that stand and hold, from the first to this place.' }),
    entries: z
      .array(z.record(z.string(), z.unknown()))
      .max(1000)
      .optional()
      .meta({ description: 'Those that follow them, as a backup of the table has them.' }),
    reason: prose(1000),
  })
  .meta({ id: 'RestorationBody' })
export type RestorationBody = z.infer<typeof RestorationBody>

export const proposeRestoration = {
  id: 'propose-restoration',
  callers: region,
  summary:
    'Propose which entries shall be a broken ledger again; nothing changes until someone else confirms it',
  params: idParams,
  body: RestorationBody,
  reply: z.object({ keep: z.number().int(), putBack: z.number().int() }),
  status: 201,
  refuses: ['LEDGER_SOUND', 'NOT_ALLOWED', 'NOT_FOUND', 'RESTORATION_UNSOUND', 'SECOND_PERSON_NEEDED'],
} as const satisfies Operation

export const confirmRestoration = {
  id: 'confirm-restoration',
  callers: region,
  summary:
    'Confirm what another person proposed: the ledger is restored, and an entry of its own says so (Art. 35)',
  params: idParams,
  reply: EntryView,
  refuses: [
    'LEDGER_SOUND',
    'NOT_ALLOWED',
    'NOT_FOUND',
    'RESTORATION_MISSING',
    'RESTORATION_UNSOUND',
    'SECOND_PERSON_NEEDED',
  ],
} as const satisfies Operation
