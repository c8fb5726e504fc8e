import { CertificateInput } from '../../workflows/settle/contract.ts'
import { reviseCertificate } from '../certificates/revise-certificate.ts'
import { clock } from '../platform/clock.ts'
import { step } from '../platform/step.ts'
import { table } from '../platform/table.ts'

export const handler = step(CertificateInput, (input) =>
  reviseCertificate({ table: table(), clock: clock() })(input),
)
