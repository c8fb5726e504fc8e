import { readCertificatePdf } from '../certificates/api.ts'
import { findCertificate } from '../certificates/find-certificate.ts'
import { renderSheet } from '../certificates/render-sheet.ts'
import { sheetKey } from '../certificates/sheet-key.ts'
import { http } from '../organisations/session.ts'
import { objects } from '../platform/objects.ts'
import { file } from '../platform/reply.ts'
import { table } from '../platform/table.ts'

export const handler = http(readCertificatePdf, async ({ params, actor }) => {
  const found = await findCertificate(table(), params.number, actor)
  if (!found.ok) return found
  const kept = await objects().get(sheetKey(params.number))
  // As a rule it was drawn when it was issued; where that is still to come, nobody waits for it.
  const bytes = kept?.bytes ?? (await renderSheet({ table: table(), objects: objects() })(params.number))
  return file(bytes, 'application/pdf', `${params.number}.pdf`)
})
