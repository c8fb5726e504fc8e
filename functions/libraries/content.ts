import { today } from '../platform/clock.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import { type FieldFault, type Outcome, refuse, succeed } from '../platform/refusals.ts'
import type { LibraryBody } from './api.ts'
import type { LibraryContent } from './entry.ts'
import { readLecturers, standingWith } from './lecturer.ts'
import { libraryFaults } from './words.ts'

const faulty = (pointer: string, detail: FieldFault['detail']) =>
  refuse('INPUT_INVALID', { errors: [{ pointer, detail }] })

/**
 * What is to stand in a library, as an organisation submitted it. A lecturer's name and field are those on record, and
 * whoever submits them has vetted them (Art. 31) and has their consent.
 */
export const contentFrom = async (
  { table, clock }: RecordsHost,
  organisationId: string,
  body: LibraryBody,
): Promise<Outcome<LibraryContent, 'INPUT_INVALID' | 'LECTURER_REMOVED'>> => {
  if (body.kind !== 'lecturer') return succeed(body)
  const [lecturer] = await readLecturers(table, [body.lecturerId])
  const standing = standingWith(lecturer, organisationId)
  if (standing === 'removed') return refuse('LECTURER_REMOVED', { article: '31' })
  if (lecturer === undefined || standing !== 'vetted')
    return faulty('/entry/lecturerId', libraryFaults.lecturerUnknown)
  if (body.consentedOn > today(clock)) return faulty('/entry/consentedOn', libraryFaults.consentAhead)
  return succeed({ ...body, name: lecturer.name, field: lecturer.field })
}
