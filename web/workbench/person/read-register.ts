import type { PersonSummary } from '../../shared/api/types.gen.ts'
import { readWhole } from '../parts/use-list.ts'

/** Everyone on an institution's register, so that a search finds whoever is there. */
export const readRegister = (institution: string): Promise<PersonSummary[]> =>
  readWhole('/persons', { query: { institution, limit: 100 } })
