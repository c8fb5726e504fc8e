import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { ProblemError } from '../shared/api/client.ts'
import { dropSession, signIn } from '../shared/session.ts'

/** After the end of a session: signs in and comes back to this page. Forms keep what was typed. */
const leaveWithoutSession = (error: unknown): void => {
  if (!(error instanceof ProblemError) || error.status !== 401) return
  dropSession()
  signIn().catch(() => {
    // Without a network there is no sign-in page: this page shows the problem and a button to try again.
  })
}

/** Only a missing answer or a server fault is tried again: these may pass. */
const mayPass = (error: unknown): boolean =>
  error instanceof ProblemError && (error.status === 0 || error.status >= 500)

export const queries = new QueryClient({
  queryCache: new QueryCache({ onError: leaveWithoutSession }),
  mutationCache: new MutationCache({ onError: leaveWithoutSession }),
  defaultOptions: {
    queries: { retry: (count, error) => count < 1 && mayPass(error), networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
})
