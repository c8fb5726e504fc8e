import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { ProblemError } from '../shared/api/client.ts'
import { dropSession, signIn } from '../shared/session.ts'

/** The session has run out: sign in, and come back to this very page. What was typed is kept by the forms. */
const leaveWithoutSession = (error: unknown): void => {
  if (!(error instanceof ProblemError) || error.status !== 401) return
  dropSession()
  signIn().catch(() => {
    // Without a network there is no sign-in page either: the page shows the problem and offers another try.
  })
}

/** Only what may pass by itself is tried again: no answer, or a fault of the server. */
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
