import { sealing } from '../platform/sealing.ts'
import { steps } from '../platform/step.ts'
import { writingHost } from '../platform/writing-host.ts'
import { certificateSteps } from './functions.ts'
import { reviseCertificate } from './revise-certificate.ts'
import { tellCertificate } from './tell-certificate.ts'

export const handler = steps(certificateSteps, sealing(writingHost), {
  'revise-certificate': (input, host) => reviseCertificate(host)(input),
  'tell-certificate': (input, host) => tellCertificate(host)(input),
})
