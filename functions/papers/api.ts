import * as z from 'zod'
import { organisationReaders, personAndReaders } from '../platform/callers.ts'
import type { Operation } from '../platform/operation.ts'
import { idParams } from '../platform/shapes.ts'

const pdf = { reply: z.string(), answers: 'application/pdf' } as const
const Year = z.coerce.number().int().min(2024).max(2999)
const yearParams = z.object({ year: Year })
const institution = z.string().min(1).max(200)

export const readRequestForm = {
  id: 'read-request-form',
  callers: personAndReaders,
  lent: true,
  summary: 'A request as a form on paper (申报表): what was claimed, and the opinion of each desk',
  params: idParams,
  ...pdf,
  refuses: ['NOT_FOUND'],
} as const satisfies Operation

export const readLedgerSheet = {
  id: 'read-ledger-sheet',
  callers: personAndReaders,
  summary: "A person's year on paper: name, institution, day, what counts, and each training",
  params: idParams,
  query: z.object({ year: Year.optional() }),
  ...pdf,
  refuses: ['NOT_FOUND'],
} as const satisfies Operation

export const readYearList = {
  id: 'read-year-list',
  callers: organisationReaders,
  summary: "An institution's year, person by person, as an Excel file or on paper",
  description:
    'Everyone on its register now, by what is on record: hours, what is missing, how the year stands. At most 5,000 persons. As an Excel file it comes back in by the import of persons and changes nothing.',
  params: yearParams,
  query: z.object({ institution, format: z.enum(['xlsx', 'pdf']).default('xlsx') }),
  reply: z.string(),
  answers: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/pdf'],
  refuses: ['LIST_TOO_LONG', 'NOT_FOUND'],
} as const satisfies Operation

export const readYearCertificates = {
  id: 'read-year-certificates',
  callers: organisationReaders,
  summary: 'All annual certificates of an institution and year in one file, those in force',
  description:
    'In the order of the register; at most 100 in a file. `part` 2 holds the next 100; a part without any is 404.',
  params: yearParams,
  query: z.object({ institution, part: z.coerce.number().int().min(1).max(1000).default(1) }),
  ...pdf,
  refuses: ['NOTHING_TO_PRINT', 'NOT_FOUND', 'SIGNATURE_MISMATCH', 'SIGNING_KEY_MISSING'],
} as const satisfies Operation
