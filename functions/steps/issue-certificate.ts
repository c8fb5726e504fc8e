import * as z from 'zod'
import { issueCertificate } from '../acts/issue-certificate.ts'
import { clock } from '../kit/clock.ts'
import { signer } from '../kit/signer.ts'
import { step } from '../kit/step.ts'
import { table } from '../store/table.ts'

const Input = z.object({ staffId: z.string(), obligation: z.string() })

export const handler = step(Input, (input) =>
  issueCertificate({ table: table(), clock: clock(), signer: signer() })(input),
)
