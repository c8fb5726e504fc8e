import { CertificateInput } from '../../workflows/settle/contract.ts'
import { issueCertificate } from '../certificates/issue-certificate.ts'
import { signer } from '../certificates/signer.ts'
import { clock } from '../platform/clock.ts'
import { step } from '../platform/step.ts'
import { table } from '../platform/table.ts'

export const handler = step(CertificateInput, (input) =>
  issueCertificate({ table: table(), clock: clock(), signer: signer() })(input),
)
