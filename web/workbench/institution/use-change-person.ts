import { useQueryClient } from '@tanstack/react-query'
import { post } from '../../shared/api/client.ts'
import type { Person, PersonChange } from '../../shared/api/types.gen.ts'

/**
 * Changes a person's record and then reads persons anew, also after a refusal: someone else may have changed
 * the record, and the next try is about the present one.
 */
export const useChangePerson = () => {
  const client = useQueryClient()
  return async (id: string, change: PersonChange): Promise<Person> => {
    try {
      return await post('/persons/{id}', { path: { id }, body: change })
    } finally {
      void client.invalidateQueries({ queryKey: ['/persons'] })
      void client.invalidateQueries({ queryKey: ['ledger', id] })
    }
  }
}
