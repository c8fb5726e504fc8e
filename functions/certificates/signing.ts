import { recordsHost } from '../platform/records-host.ts'
import { sealing } from '../platform/sealing.ts'
import { steps } from '../platform/step.ts'
import { certificateSigning } from './functions.ts'
import { issueCertificate } from './issue-certificate.ts'
import { signCorrections } from './sign-correction.ts'
import { signRoots } from './sign-roots.ts'
import { signerFromEnvironment } from './signer.ts'

const signingHost = () => ({ ...recordsHost(), signer: signerFromEnvironment() })

export const handler = steps(certificateSigning, sealing(signingHost), {
  'issue-certificate': (input, host) => issueCertificate(host)(input),
  'sign-correction': (input, host) => signCorrections(host)(input),
  'sign-roots': (input, host) => signRoots(host)(input),
})
