import * as z from 'zod'
import { keys } from './keys.ts'
import { isNew, read, type Table, type Write } from './table.ts'

export const Organisation = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['authority', 'department', 'institution']),
  level: z.enum(['region', 'city', 'county']),
  /** The next higher authority or department. */
  parentId: z.string().optional(),
  /** Institutions alone: the competent department, where there is one, and the personnel authority of its level. */
  departmentId: z.string().optional(),
  authorityId: z.string().optional(),
  /** Every organisation above this one: they see what happens here (Art. 35). */
  overseers: z.array(z.string()),
})
export type Organisation = z.infer<typeof Organisation>

export const newOrganisation = (organisation: Organisation): Write => ({
  put: { ...keys.organisation(organisation.id), ...organisation },
  when: isNew,
})

export const readOrganisation = async (table: Table, id: string): Promise<Organisation | undefined> => {
  const item = await read(table, keys.organisation(id))
  return item && Organisation.parse(item)
}
