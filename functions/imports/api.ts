import * as z from 'zod'
import { TrainingJson } from '../../rules/credit-json.ts'
import { readers, registrars } from '../platform/callers.ts'
import type { Operation } from '../platform/operation.ts'
import { line } from '../platform/shapes.ts'
import { RequestStatus } from '../platform/terms.ts'

const { subject, category, mode, from, to } = TrainingJson.shape

/** What a class was: the same for all its participants (Art. 34, 39(1)). All of it stands in a form, as text. */
export const ClassFields = z
  .object({
    title: line(200),
    provider: line(200).optional(),
    certificateNo: line(100).optional(),
    subject,
    category,
    mode: mode.meta({ description: 'As the field `trainingMode`: `mode` says what the import does.' }),
    from,
    to,
    halfDays: z.coerce.number().int().min(1).max(1000).optional(),
    hours: z.coerce.number().positive().max(1000).optional(),
    fullTime: z.stringbool().optional(),
    makeUpFor: z.coerce.number().int().min(2024).max(2999).optional().meta({
      description: 'The year that the class makes up for (Art. 32); rows may say another.',
    }),
    evidence: line(100).meta({ description: 'The id of the one proof of the class.' }),
  })
  .meta({ id: 'ClassFields' })
export type ClassFields = z.infer<typeof ClassFields>

const { mode: trainingMode, ...classShape } = ClassFields.shape

/** A class as a form gives it, which can do without what its kind of training doesn't ask for. */
const ClassForm = z
  .object({
    ...classShape,
    trainingMode,
    answers: z
      .string()
      .meta({ description: 'Of persons: whose the rows are that were asked about, as JSON by row.' }),
  })
  .partial()

/** Whose the rows are that were asked about: `{"12":"<staffId>","15":"new"}`. */
export const Answers = z.record(z.string().regex(/^[1-9]\d{0,6}$/), z.string().min(1).max(100))

export const ImportKind = z.enum(['persons', 'roster', 'history'])

/** Of what there is a template. */
export const TemplateKind = z.enum(['persons', 'roster', 'history', 'organisations', 'seats'])

const RowFaultView = z.object({
  row: z.number().int(),
  column: z.string(),
  value: z.string().nullable(),
  detail: z.string(),
})

/** What every import answers. */
const invitationsOf = {
  invitations: z.number().int().meta({ description: 'Rows by which someone is invited to an account.' }),
  invited: z.number().int().meta({
    description: 'Invitations that this call sent, as the mail server took them; 0 of a preview.',
  }),
}

const imported = {
  mode: z.enum(['preview', 'apply']),
  rows: z.number().int(),
  new: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  failed: z.number().int().meta({ description: 'Rows with at least one error.' }),
  errors: z.array(RowFaultView).meta({ description: 'The first 500.' }),
  failedRows: z
    .string()
    .nullable()
    .meta({ description: 'The failed rows as a CSV file, each with what is wrong with it.' }),
  sheet: z.string().nullable().meta({ description: 'The sheet that was read; null of a CSV file.' }),
  columns: z.array(z.object({ name: z.string(), as: z.string().nullable() })).meta({
    description:
      'Each column of the file, and which of the template’s it was read as; null where it was ignored.',
  }),
  notes: z.array(z.string()).meta({
    description: 'What was read otherwise than it may look: rows left out, hidden columns, other sheets.',
  }),
  shown: z
    .array(
      z.object({
        row: z.number().int(),
        state: z.enum(['new', 'changed', 'unchanged', 'asked', 'failed']),
        values: z.record(z.string(), z.string()),
      }),
    )
    .meta({ description: 'The first 50 rows as they were understood, by the template’s columns.' }),
  asked: z.number().int().meta({ description: 'Rows that may be of someone on record: see `questions`.' }),
  applied: z.number().int(),
  remaining: z
    .number()
    .int()
    .meta({ description: 'Rows that did not fit in the time: send the same file again to go on.' }),
}

export const ImportView = z
  .object({
    kind: ImportKind,
    ...imported,
    questions: z
      .array(
        z.object({
          row: z.number().int(),
          name: z.string(),
          staffNo: z.string().nullable(),
          candidates: z.array(
            z.object({
              staffId: z.string(),
              staffNo: z.string().nullable(),
              name: z.string(),
              hiredOn: z.string(),
            }),
          ),
          mayBeNew: z.boolean(),
        }),
      )
      .meta({
        description:
          'The first 100. Answered in the form field `answers`: `{"12":"<staffId>","15":"new"}`, by row; a row without an answer is not entered.',
      }),
    filings: z.number().int().meta({
      description:
        'What the file of an institution files, for the authority to confirm: facts of persons on record (Art. 35), or hours of earlier years by year and subject. It needs the form field `evidence`.',
    }),
    ...invitationsOf,
    request: z
      .object({ id: z.string(), status: RequestStatus, round: z.number().int() })
      .nullable()
      .meta({ description: 'The batch claim that a class roster became.' }),
    requests: z.array(z.object({ id: z.string(), title: z.string() })).meta({
      description:
        'All filings that the file became: a roster one; hours of earlier years one for each year and subject.',
    }),
  })
  .meta({ id: 'Import' })
export type ImportView = z.infer<typeof ImportView>

export const OrganisationImportView = z
  .object({
    kind: z.literal('organisations'),
    ...imported,
    questions: z
      .array(
        z.object({
          row: z.number().int(),
          name: z.string(),
          number: z.string().nullable(),
          candidates: z
            .array(z.object({ id: z.string(), number: z.string().nullable(), name: z.string() }))
            .meta({ description: 'Those on record with this name in this place.' }),
          alike: z.number().int().nullable().meta({
            description: 'An earlier row of the file with the same name in the same place.',
          }),
        }),
      )
      .meta({
        description:
          'The first 100. Answered in the form field `answers`: `{"12":"<organisation id>","15":"new"}`, by row; a row without an answer is not entered.',
      }),
  })
  .meta({ id: 'OrganisationImport' })
export const importFile = {
  id: 'import-file',
  // A department imports the roster of a class that it held for its institutions, and nothing else.
  callers: { ...registrars, department: ['lower'] },
  summary: 'Import persons, a class roster or hours of earlier years from Excel or CSV',
  description:
    'Multipart form field `file` (.xlsx, or CSV in UTF-8, UTF-16 or GB18030; at most 5,000 rows and 10 MB, in the cloud 4 MB). Of several sheets the one with the columns is read. `preview` writes nothing and shows every row’s errors. `apply` enters all rows, or with `partial=true` those that are right; it is safe to repeat. One call works for about twenty seconds: `remaining` says how many rows are left, and the same file again goes on. A roster’s class is described by further form fields (or query parameters): title, provider, certificateNo, subject, category, trainingMode, from, to, halfDays or hours, fullTime, makeUpFor, evidence. Whoever held a class for several institutions names its own office as `institution`, and each row its institution: each institution’s people become one request, which that institution registers first. `history` takes over years that are over from the platform before this one (staff number or name, year, public and professional hours, result, certificate number): one filing for each year and subject with the one proof `evidence`; what it certified is not certified again.',
  query: z.looseObject({
    kind: ImportKind,
    mode: z.enum(['preview', 'apply']).default('preview'),
    institution: z.string().min(1).max(100).optional(),
    partial: z.stringbool().default(false),
  }),
  accepts: 'multipart/form-data',
  form: ClassForm,
  reply: ImportView,
  refuses: [
    'EVIDENCE_ALREADY_USED',
    'FILE_MISSING',
    'FILE_TOO_LARGE',
    'KEY_REUSED',
    'NOT_ALLOWED',
    'NOT_FOUND',
    'PARTICIPANTS_TOO_MANY',
    'PROVIDER_NOT_LISTED',
    'ROWS_INVALID',
    'SHEET_COLUMNS_MISSING',
    'SHEET_TOO_LONG',
    'SHEET_UNREADABLE',
  ],
} as const satisfies Operation

const fileQuery = z.looseObject({
  mode: z.enum(['preview', 'apply']).default('preview'),
  partial: z.stringbool().default(false),
})

export const importOrganisations = {
  id: 'import-organisations',
  // What each row may stand under is judged row by row: below the caller's own authority, or anywhere by the region.
  callers: { authority: ['own'] },
  summary: 'Import organisations from Excel or CSV',
  description:
    'Multipart form field `file`, of up to 50,000 rows. The tree that the rows make with the register is checked before anything is written; `preview` writes nothing. `apply` enters all rows, whoever stands above first, or with `partial=true` those that are right. One call works for about twenty seconds: `remaining` says how many rows are left, and the same file again goes on.',
  query: fileQuery,
  accepts: 'multipart/form-data',
  form: z.object({ answers: z.string() }).partial(),
  reply: OrganisationImportView,
  refuses: [
    'FILE_MISSING',
    'FILE_TOO_LARGE',
    'NOT_ALLOWED',
    'ROWS_INVALID',
    'SHEET_COLUMNS_MISSING',
    'SHEET_TOO_LONG',
    'SHEET_UNREADABLE',
  ],
} as const satisfies Operation

export const SeatImportView = z
  .object({ kind: z.literal('seats'), ...imported, ...invitationsOf })
  .meta({ id: 'SeatImport' })

export const importSeats = {
  id: 'import-seats',
  // Who may give which seat is judged row by row, as for a single invitation.
  callers: { head: ['own'], authority: ['own', 'lower', 'region'] },
  summary: 'Give seats from Excel or CSV: whoever has no account yet is invited',
  description:
    'Multipart form field `file`, of up to 5,000 rows: organisation, role, name, e-mail, head. Each row is judged as the invitation of its one person would be. `apply` sends the invitations; the same file again sends none a second time.',
  query: fileQuery,
  accepts: 'multipart/form-data',
  reply: SeatImportView,
  refuses: [
    'FILE_MISSING',
    'FILE_TOO_LARGE',
    'ROWS_INVALID',
    'SHEET_COLUMNS_MISSING',
    'SHEET_TOO_LONG',
    'SHEET_UNREADABLE',
  ],
} as const satisfies Operation

export const exportPersons = {
  id: 'export-persons',
  callers: readers,
  summary: 'An institution’s register as a file, in the columns of its import',
  description: 'It comes back in by the import unchanged. For those who may list the register.',
  query: z.object({
    institution: z.string().min(1).max(100).optional(),
    format: z.enum(['csv', 'xlsx']).default('csv'),
  }),
  reply: z.string(),
  answers: ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  refuses: ['NOT_FOUND'],
} as const satisfies Operation

export const readImportTemplate = {
  id: 'read-import-template',
  callers: 'account',
  summary: 'The template of an import, with its Chinese headers, as CSV or Excel',
  description: 'Its example row is left out when the file comes back.',
  params: z.object({ kind: TemplateKind }),
  query: z.object({ format: z.enum(['csv', 'xlsx']).default('csv') }),
  reply: z.string(),
  answers: ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  refuses: [],
} as const satisfies Operation
