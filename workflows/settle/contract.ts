import * as z from 'zod'
import type { WorkflowContract } from '../contract.ts'

/** What an execution of `settle` starts with. */
export const SettleInput = z.object({ staffId: z.string() })
export type SettleInput = z.infer<typeof SettleInput>

/** The answer of `find-due`: the first thing to do for the person, or `none`. */
export const Due = z.discriminatedUnion('action', [
  /** `sign`: a correction of the obligation's certificate has no signature. */
  z.object({ action: z.enum(['issue', 'correct', 'revoke', 'sign']), obligation: z.string() }),
  /** A closed year whose result differs from what the rules say now. */
  z.object({ action: z.literal('result'), year: z.number().int() }),
  z.object({ action: z.literal('none') }),
])
export type Due = z.infer<typeof Due>

/** One obligation's certificate, to be issued or changed. */
export const CertificateInput = z.object({ staffId: z.string(), obligation: z.string() })
export type CertificateInput = z.infer<typeof CertificateInput>

/** A closed year whose result is to be corrected. */
export const ResultInput = z.object({ staffId: z.string(), year: z.number().int() })
export type ResultInput = z.infer<typeof ResultInput>

/** A certificate at one revision: 1 when issued, one more with every change. */
export const Revised = z.object({ number: z.string(), revision: z.number().int() })
export type Revised = z.infer<typeof Revised>

/** What `render-certificate` is told, and answers: whose sheet it is. */
export const Sheet = z.object({ number: z.string() })
export type Sheet = z.infer<typeof Sheet>

export const settle = {
  name: 'settle',
  steps: {
    FindDue: 'find-due',
    IssueCertificate: 'issue-certificate',
    ReviseCertificate: 'revise-certificate',
    SignCorrection: 'sign-correction',
    RenderCertificate: 'render-certificate',
    TellCertificate: 'tell-certificate',
    CorrectResult: 'correct-result',
  },
  errors: ['GlyphMissing'],
} as const satisfies WorkflowContract
