import { findCertificate, viewCertificateWhole } from '../acts/find-certificate.ts'
import { readCertificate } from '../api/certificates.ts'
import { http } from '../organisations/session.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'

export const handler = http(readCertificate, async ({ params, actor }) => {
  const found = await findCertificate(table(), params.number, actor)
  return found.ok ? ok(viewCertificateWhole(found.value)) : found
})
