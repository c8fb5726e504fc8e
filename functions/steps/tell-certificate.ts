import { Revised } from '../../workflows/settle/contract.ts'
import { tellCertificate } from '../certificates/tell-certificate.ts'
import { step } from '../platform/step.ts'
import { stepDeps } from '../platform/step-deps.ts'

export const handler = step(Revised, (revised) => tellCertificate(stepDeps())(revised))
