import { findCertificate } from '../acts/find-certificate.ts'
import { sheetKey } from '../acts/sheet-key.ts'
import { readCertificatePdf } from '../api/certificates.ts'
import { http } from '../kit/http.ts'
import { objects } from '../kit/objects.ts'
import { refuse } from '../kit/refusals.ts'
import { file } from '../kit/reply.ts'
import { table } from '../store/table.ts'

export const handler = http(readCertificatePdf, async ({ params, actor }) => {
  const found = await findCertificate(table(), params.number, actor)
  if (!found.ok) return found
  const sheet = await objects().get(sheetKey(params.number))
  return sheet
    ? file(sheet.bytes, 'application/pdf', `${params.number}.pdf`)
    : refuse('CERTIFICATE_PREPARING')
})
