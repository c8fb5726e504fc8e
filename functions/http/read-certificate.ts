import { readCertificate } from '../certificates/api.ts'
import { findCertificate, viewCertificateWhole } from '../certificates/find-certificate.ts'
import { http } from '../organisations/session.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'

export const handler = http(readCertificate, async ({ params, actor }) => {
  const found = await findCertificate(table(), params.number, actor)
  return found.ok ? ok(viewCertificateWhole(found.value)) : found
})
