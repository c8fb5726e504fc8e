import { queryOptions } from '@tanstack/react-query'
import { get } from '../shared/api/client.ts'

/** A bell that nobody looks at need not be right to the second. */
const A_MINUTE = 60_000

/** What is new for whoever is signed in. */
export const newsQuery = queryOptions({
  queryKey: ['/news'],
  queryFn: () => get('/news'),
  staleTime: A_MINUTE,
  refetchInterval: 5 * A_MINUTE,
})
