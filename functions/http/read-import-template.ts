import { readImportTemplate } from '../imports/api.ts'
import { rosterTemplate } from '../imports/import-roster.ts'
import { personTemplate } from '../imports/person-rows.ts'
import { http } from '../organisations/session.ts'
import { file } from '../platform/reply.ts'

export const handler = http(readImportTemplate, ({ params: { kind } }) =>
  file(
    Buffer.from(kind === 'persons' ? personTemplate() : rosterTemplate()),
    'text/csv; charset=utf-8',
    `${kind}-template.csv`,
  ),
)
