import { presentAssessment } from '../../rules/present.ts'
import { vouchingHost } from '../certificates/vouching-host.ts'
import { readTrainingArchive } from '../ledger/training-archive.ts'
import { serve } from '../organisations/session.ts'
import { findOrganisation } from '../organisations/view-organisation.ts'
import { today, yearNow } from '../platform/clock.ts'
import { publicUrlFromEnvironment } from '../platform/public-url.ts'
import { refuse, succeed } from '../platform/refusals.ts'
import { download } from '../platform/reply.ts'
import { sealing } from '../platform/sealing.ts'
import { editionsFor } from '../registers/edition-for.ts'
import { asSeenBy, findRequest } from '../requests/find-request.ts'
import { noteRequest } from '../requests/note-request.ts'
import { viewRequest } from '../requests/view-request.ts'
import { assessStaff } from '../staff/due-obligations.ts'
import { findStaff } from '../staff/find-staff.ts'
import { noteList, shown } from '../staff/look.ts'
import { yearRows } from '../year/year-rows.ts'
import { drawPaper } from './draw-paper.ts'
import { papers } from './functions.ts'
import { ledgerSheet } from './ledger-sheet.ts'
import type { Paper } from './paper.ts'
import { requestForm } from './request-form.ts'
import { yearCertificates } from './year-certificates.ts'
import { yearListPaper, yearListWorkbook } from './year-list.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const PDF = 'application/pdf'

const host = () => ({ ...sealing(vouchingHost)(), publicUrl: publicUrlFromEnvironment() })

const printed = async (paper: Paper, name: string) => succeed(download(await drawPaper(paper), PDF, name))

export const handler = serve(papers, host, {
  'GET /requests/{id}/form': async ({ host: given, params, actor }) => {
    const { table, clock } = given
    const found = await findRequest(table, params.id, actor)
    if (!found.ok) return found
    await noteRequest(given, actor, found.value.request)
    // A form is an office's paper: its language is Chinese.
    const view = await viewRequest(table, await asSeenBy(table, found.value, actor), 'zh')
    return printed(requestForm(view, today(clock)), `${params.id}.pdf`)
  },
  'GET /staff/{id}/ledger/sheet': async ({ host: given, params, query, actor }) => {
    const { table, clock } = given
    const found = await findStaff(table, params.id, actor)
    if (!found.ok) return found
    await shown(given, actor, params.id, 'ledger', found)
    const archive = await readTrainingArchive(table)(params.id, actor)
    if (!archive.ok) return archive
    const { staff, institution } = found.value
    const asOf = today(clock)
    const year = query.year ?? Number(asOf.slice(0, 4))
    const assessment = assessStaff(staff, year, asOf, await editionsFor(table, yearNow(clock)))
    const ledger = {
      person: staff.person,
      institution: institution.name,
      assessment: presentAssessment(assessment, 'zh'),
      archive: archive.value,
    }
    return printed(ledgerSheet(ledger), `ledger-${year}.pdf`)
  },
  'GET /years/{year}/list': async ({ host, params: { year }, query, actor }) => {
    const found = await findOrganisation(host.table, query.institution, actor)
    if (!found.ok) return found
    const institution = found.value
    if (institution.kind !== 'institution') return refuse('NOT_FOUND')
    const rows = await yearRows(host)(institution, year)
    if (rows === undefined) return refuse('LIST_TOO_LONG')
    await noteList(host, actor, {
      ...{ list: 'year_list', organisation: institution, filter: { year }, count: rows.length },
    })
    if (query.format === 'xlsx')
      return succeed(download(await yearListWorkbook(year, rows), XLSX, `list-${year}.xlsx`))
    const about = { year, institution: institution.name, madeOn: today(host.clock) }
    return printed(yearListPaper(about, rows), `list-${year}.pdf`)
  },
  'GET /years/{year}/certificates': async ({ host, params: { year }, query, actor }) => {
    const found = await findOrganisation(host.table, query.institution, actor)
    if (!found.ok) return found
    const drawn = await yearCertificates(host)({ institution: found.value, year, part: query.part })
    if (!drawn.ok) return drawn
    const { file, count } = drawn.value
    await noteList(host, actor, {
      ...{ list: 'certificates', organisation: found.value, filter: { year, part: query.part }, count },
    })
    return succeed(download(file, PDF, `certificates-${year}-${query.part}.pdf`))
  },
})
