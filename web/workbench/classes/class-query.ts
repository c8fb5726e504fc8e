import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { get } from '../../shared/api/client.ts'

/** A class as whoever is signed in sees it. */
export const classQuery = (id: string) =>
  queryOptions({ queryKey: ['/classes', id], queryFn: () => get('/classes/{id}', { path: { id } }) })

/** A class as its organiser works with it. */
export const deskQuery = (id: string) =>
  queryOptions({
    queryKey: ['/classes', id, 'desk'],
    queryFn: () => get('/classes/{id}/desk', { path: { id } }),
  })

/** One's own classes, and what waits for one's institution. */
export const classesQuery = queryOptions({ queryKey: ['/classes'], queryFn: () => get('/classes') })

/** After an act: everything about classes is read anew. */
export const useClassesAgain = () => {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: ['/classes'] })
}
