import { serve } from '../organisations/session.ts'
import { recordsHost } from '../platform/records-host.ts'
import { succeed } from '../platform/refusals.ts'
import { download, downloadText, file } from '../platform/reply.ts'
import { writeCsv } from '../platform/spreadsheet/csv.ts'
import { noteListOf } from '../staff/listed.ts'
import { exportPersons } from './export-persons.ts'
import { importTemplates } from './functions.ts'
import { historyColumns, historyExample, historyTemplate } from './history-rows.ts'
import { rosterTemplate, rosterTemplateColumns, rosterTemplateExample } from './import-roster.ts'
import { organisationColumns, organisationExample, organisationTemplate } from './organisation-rows.ts'
import { personColumns, personExample, personTemplate } from './person-rows.ts'
import { seatColumns, seatExample, seatTemplate } from './seat-rows.ts'
import { listWorkbook, templateWorkbook } from './template-workbook.ts'
import { importKinds } from './words.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const TEMPLATES = {
  persons: { csv: personTemplate, columns: personColumns, example: personExample },
  organisations: {
    csv: organisationTemplate,
    columns: organisationColumns,
    example: organisationExample,
  },
  seats: { csv: seatTemplate, columns: seatColumns, example: seatExample },
  history: { csv: historyTemplate, columns: historyColumns, example: historyExample },
  roster: { csv: rosterTemplate, columns: rosterTemplateColumns, example: rosterTemplateExample },
} as const

export const handler = serve(importTemplates, recordsHost, {
  'GET /imports/templates/{kind}': async ({ params: { kind }, query: { format } }) => {
    const { csv, columns, example } = TEMPLATES[kind]
    return succeed(
      format === 'csv'
        ? file(Buffer.from(csv()), 'text/csv; charset=utf-8', `${kind}-template.csv`)
        : download(
            await templateWorkbook(importKinds[kind].zh, columns, example),
            XLSX,
            `${kind}-template.xlsx`,
          ),
    )
  },
  'GET /imports/persons': async ({ host, query: { institution, format }, actor }) => {
    const rows = await exportPersons(host.table, institution, actor)
    if (!rows.ok) return rows
    await noteListOf(host, actor, institution, { list: 'register_file', count: rows.value.length - 1 })
    return succeed(
      format === 'csv'
        ? downloadText(writeCsv(rows.value), 'text/csv; charset=utf-8', 'persons.csv')
        : download(await listWorkbook(importKinds.persons.zh, rows.value), XLSX, 'persons.xlsx'),
    )
  },
})
