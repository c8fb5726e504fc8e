import { revokeCertificate } from '../certificates/api.ts'
import { viewCertificateWhole } from '../certificates/find-certificate.ts'
import { revokeCertificate as act } from '../certificates/revoke-certificate.ts'
import { http } from '../organisations/session.ts'
import { created } from '../platform/reply.ts'
import { stepDeps } from '../platform/step-deps.ts'

export const handler = http(revokeCertificate, async ({ params, body, actor }) => {
  const revoked = await act(stepDeps())(params.number, body.reason, actor)
  return revoked.ok ? created(viewCertificateWhole(revoked.value)) : revoked
})
