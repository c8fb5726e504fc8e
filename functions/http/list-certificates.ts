import { listCertificates } from '../certificates/api.ts'
import { certificatesOfPerson, viewCertificate } from '../certificates/find-certificate.ts'
import { http } from '../organisations/session.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'

/** A person holds a handful of certificates: they are one page. */
export const handler = http(listCertificates, async ({ query, actor }) => {
  const staffId = query.staff ?? actor.staffId
  if (staffId === undefined) return ok({ items: [], cursor: null })
  const found = await certificatesOfPerson(table(), staffId, actor)
  return found.ok ? ok({ items: found.value.map(viewCertificate), cursor: null }) : found
})
