import { rosterTemplate } from '../acts/import-roster.ts'
import { personTemplate } from '../acts/person-rows.ts'
import { readImportTemplate } from '../api/imports.ts'
import { http } from '../organisations/session.ts'
import { file } from '../platform/reply.ts'

export const handler = http(readImportTemplate, ({ params: { kind } }) =>
  file(
    Buffer.from(kind === 'persons' ? personTemplate() : rosterTemplate()),
    'text/csv; charset=utf-8',
    `${kind}-template.csv`,
  ),
)
