import { CertificateInput } from '../../workflows/settle/contract.ts'
import { issueCertificate } from '../acts/issue-certificate.ts'
import { clock } from '../kit/clock.ts'
import { signer } from '../kit/signer.ts'
import { step } from '../kit/step.ts'
import { table } from '../store/table.ts'

export const handler = step(CertificateInput, (input) =>
  issueCertificate({ table: table(), clock: clock(), signer: signer() })(input),
)
