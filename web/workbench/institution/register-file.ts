import type { PersonSummary } from '../../shared/api/types.gen.ts'
import type { Language } from '../../shared/language.ts'
import { term } from '../../shared/terms.ts'
import { csvOf } from '../parts/save-text.ts'
import { fieldName, yesNo } from '../person/person-words.ts'

type Listed = Pick<PersonSummary, 'staffNo' | 'name' | 'postType' | 'hiredOn' | 'leader' | 'onRegister'>

/** A register as it is shown, as CSV: in the reader's words, which the import of persons reads back unchanged. */
export const registerFile = (persons: readonly Listed[], language: Language): string =>
  csvOf([
    ['staffNo', 'name', 'postType', 'hiredOn', 'leader', 'onRegister'].map((field) =>
      fieldName(field, language),
    ),
    ...persons.map(({ staffNo, name, postType, hiredOn, leader, onRegister }) => [
      staffNo ?? '',
      name,
      term('postType', postType, language),
      hiredOn,
      yesNo(leader, language),
      yesNo(onRegister, language),
    ]),
  ])
