import { useQueryClient } from '@tanstack/react-query'
import { post } from '../../shared/api/client.ts'
import type { Person, PersonChange } from '../../shared/api/types.gen.ts'

/**
 * Changes a person's record. Whatever came of it, what is known of persons is read anew: after a refusal, because
 * someone else has changed the record, the next try is about what is there now.
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
