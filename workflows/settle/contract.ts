import * as z from 'zod'
import type { WorkflowContract } from '../contract.ts'

/** What an execution of `settle` starts with. */
export const SettleInput = z.object({ staffId: z.string() })
export type SettleInput = z.infer<typeof SettleInput>

/** What `find-due` answers: the first obligation without its certificate, or `none`. */
export const Due = z.object({ obligation: z.string() })
export type Due = z.infer<typeof Due>

/** What `issue-certificate` and `render-certificate` answer. */
export const Issued = z.object({ number: z.string() })
export type Issued = z.infer<typeof Issued>

export const settle = {
  name: 'settle',
  functions: {
    FindDue: 'find-due',
    IssueCertificate: 'issue-certificate',
    RenderCertificate: 'render-certificate',
    TellCertificate: 'tell-certificate',
  },
  errors: ['GlyphMissing'],
} as const satisfies WorkflowContract
