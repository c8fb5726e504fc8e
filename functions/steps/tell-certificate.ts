import { Revised } from '../../workflows/settle/contract.ts'
import { tellCertificate } from '../acts/tell-certificate.ts'
import { step } from '../kit/step.ts'
import { stepDeps } from '../kit/step-deps.ts'

export const handler = step(Revised, (revised) => tellCertificate(stepDeps())(revised))
