import { maskName } from '../certificates/sheet/masked.ts'
import { serveOpen } from '../platform/http.ts'
import { recordsHost } from '../platform/records-host.ts'
import { refuse, succeed } from '../platform/refusals.ts'
import { normalizeVerifyCode } from '../staff/certificate/number.ts'
import { certificateByCode, statementOf } from '../staff/certificate.ts'
import { verifier } from './functions.ts'

export const handler = serveOpen(verifier, recordsHost, {
  'GET /verify/{code}': async ({ host, params }) => {
    const code = normalizeVerifyCode(params.code)
    // Unknown and malformed look alike.
    const certificate = code === undefined ? undefined : await certificateByCode(host.table, code)
    if (certificate === undefined) return refuse('NOT_FOUND')
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
})
