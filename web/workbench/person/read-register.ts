import type { PersonSummary } from '../../shared/api/types.gen.ts'
import { readWhole, withQuery } from '../parts/use-list.ts'

/** Everyone on an institution's register, so that a search finds whoever is there. */
export const readRegister = (institution: string): Promise<PersonSummary[]> =>
  readWhole<PersonSummary>(withQuery('/persons', { institution, limit: 100 }))
