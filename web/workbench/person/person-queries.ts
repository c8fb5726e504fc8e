import { queryOptions } from '@tanstack/react-query'
import { get } from '../../shared/api/client.ts'

/** What a register says of a person. */
export const personQuery = (id: string) =>
  queryOptions({ queryKey: ['/persons', 'one', id], queryFn: () => get('/persons/{id}', { path: { id } }) })

/** Every change of a person's record, the newest first. */
export const changesQuery = (id: string) =>
  queryOptions({
    queryKey: ['/persons', 'changes', id],
    queryFn: () => get('/persons/{id}/changes', { path: { id } }),
  })

/** A person's ledger as the history that it is. */
export const entriesQuery = (id: string) =>
  queryOptions({
    queryKey: ['ledger', id, 'entries'],
    queryFn: () => get('/staff/{id}/entries', { path: { id } }),
  })

/** All training that a person has on record (Art. 34). */
export const trainingArchiveQuery = (id: string) =>
  queryOptions({
    queryKey: ['ledger', id, 'trainings'],
    queryFn: () => get('/staff/{id}/trainings', { path: { id } }),
  })

/** Whether the businesses that apply to a person may go ahead. */
export const eligibilityQuery = (id: string, year: number) =>
  queryOptions({
    queryKey: ['ledger', id, 'eligibility', year],
    queryFn: async () => {
      const answer = await get('/staff/{id}/eligibility', { path: { id }, query: { year } })
      return 'items' in answer ? answer.items : [answer]
    },
  })
