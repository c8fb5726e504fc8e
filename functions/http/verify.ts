import { maskName } from '../certificates/sheet/masked.ts'
import { open } from '../organisations/session.ts'
import { refuse } from '../platform/refusals.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'
import { verify } from '../public/api.ts'
import { normalizeVerifyCode } from '../staff/certificate/number.ts'
import { certificateByCode, statementOf } from '../staff/certificate.ts'

export const handler = open(verify, async ({ params }) => {
  const code = normalizeVerifyCode(params.code)
  // Unknown and malformed look alike.
  const certificate = code === undefined ? undefined : await certificateByCode(table(), code)
  if (certificate === undefined) return refuse('NOT_FOUND')
  const { number, kind, name, institution, year, issuedOn } = certificate.content
  return ok({
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
})
