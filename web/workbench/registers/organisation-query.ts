import { get } from '../../shared/api/client.ts'

/** One organisation as the register has it; its page, its forms and the field that picks it share the answer. */
export const organisationQuery = (id: string) => ({
  queryKey: ['/organisations', id],
  queryFn: () => get('/organisations/{id}', { path: { id } }),
})
