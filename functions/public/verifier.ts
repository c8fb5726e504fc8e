import { maskName } from '../certificates/sheet/masked.ts'
import { vouchedCertificate } from '../certificates/vouched-certificate.ts'
import { vouchingHost } from '../certificates/vouching-host.ts'
import { serveOpen } from '../platform/http.ts'
import { logger } from '../platform/logger.ts'
import { refuse, succeed } from '../platform/refusals.ts'
import { normalizeCertificateNumber, normalizeVerifyCode } from '../staff/certificate/number.ts'
import { jwkOf, PublicKeysMissingError } from '../staff/certificate/public-keys.ts'
import { certificateByCode, certificateByNumber, statementOf } from '../staff/certificate.ts'
import { verifier } from './functions.ts'

export const handler = serveOpen(verifier, vouchingHost, {
  'GET /verify/{code}': async ({ host, params }) => {
    const code = normalizeVerifyCode(params.code)
    const asked = normalizeCertificateNumber(params.code)
    // One answer for unknown and malformed codes and numbers.
    if (code === undefined && asked === undefined) return refuse('NOT_FOUND')
    const vouched = await vouchedCertificate(
      host.publicKeys,
      async () =>
        code !== undefined
          ? certificateByCode(host.table, code)
          : certificateByNumber(host.table, asked ?? ''),
      ({ content }) => (code !== undefined ? content.verifyCode === code : content.number === asked),
    )
    if (!vouched.ok) return vouched
    const certificate = vouched.value
    const { number, kind, name, institution, year, issuedOn } = certificate.content
    return succeed({
      status: certificate.status,
      number,
      kind,
      name: maskName(name),
      institution,
      year,
      hours: statementOf(certificate).hours,
      issuedOn,
      changedOn: certificate.history.at(-1)?.on ?? null,
    })
  },
  'GET /jwks.json': async ({ host }) => {
    try {
      return succeed({ keys: (await host.publicKeys.all()).map(jwkOf) })
    } catch (error) {
      if (!(error instanceof PublicKeysMissingError)) throw error
      logger.error('The public keys can not be read.', { error })
      return refuse('SIGNING_KEY_MISSING')
    }
  },
})
