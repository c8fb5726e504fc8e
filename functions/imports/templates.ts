import { serve } from '../organisations/session.ts'
import { recordsHost } from '../platform/records-host.ts'
import { succeed } from '../platform/refusals.ts'
import { file } from '../platform/reply.ts'
import { importTemplates } from './functions.ts'
import { rosterTemplate } from './import-roster.ts'
import { personTemplate } from './person-rows.ts'

export const handler = serve(importTemplates, recordsHost, {
  'GET /imports/templates/{kind}': ({ params: { kind } }) =>
    succeed(
      file(
        Buffer.from(kind === 'persons' ? personTemplate() : rosterTemplate()),
        'text/csv; charset=utf-8',
        `${kind}-template.csv`,
      ),
    ),
})
