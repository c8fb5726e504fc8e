import * as z from 'zod'

/** What was opened first that day. */
export const LookPage = z.enum([
  'person',
  'changes',
  'ledger',
  'entries',
  'trainings',
  'eligibility',
  'certificate',
  'request',
  'proof',
  'account',
  'merge',
  'audit',
])
export type LookPage = z.infer<typeof LookPage>

export const LookList = z.enum([
  'register',
  'register_file',
  'results',
  'results_file',
  'short',
  'year_list',
  'certificates',
  'untrained',
  'search',
  'class',
  'accounts',
])
export type LookList = z.infer<typeof LookList>
