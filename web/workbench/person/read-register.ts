import { get } from '../../shared/api/client.ts'
import type { PersonSummary } from '../../shared/api/types.gen.ts'
import { withQuery } from '../parts/use-list.ts'

interface Page {
  readonly items: readonly PersonSummary[]
  readonly cursor: string | null
}

/** Everyone on an institution's register: all its pages, so that a search finds whoever is there. */
export const readRegister = async (institution: string): Promise<PersonSummary[]> => {
  const persons: PersonSummary[] = []
  let cursor: string | null | undefined
  do {
    const page: Page = await get<Page>(withQuery('/persons', { institution, limit: 100, cursor }))
    persons.push(...page.items)
    cursor = page.cursor
  } while (cursor !== null)
  return persons
}
