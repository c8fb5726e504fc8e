import { CertificateInput } from '../../workflows/settle/contract.ts'
import { reviseCertificate } from '../acts/revise-certificate.ts'
import { clock } from '../kit/clock.ts'
import { step } from '../kit/step.ts'
import { table } from '../store/table.ts'

export const handler = step(CertificateInput, (input) =>
  reviseCertificate({ table: table(), clock: clock() })(input),
)
