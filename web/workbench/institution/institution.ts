import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { get } from '../../shared/api/client.ts'
import type { Organisation, PersonSummary } from '../../shared/api/types.gen.ts'
import { seatsOf, useMe } from '../me.ts'
import { withQuery } from '../parts/use-list.ts'

/** The institution that the address names, otherwise the one at whose desk the reader sits. */
export const useInstitution = (): string | undefined => {
  const me = useMe()
  const [query] = useSearchParams()
  return query.get('institution') ?? seatsOf(me, 'institution')[0]?.organisation.id
}

export const useOrganisation = (id: string | undefined) =>
  useQuery({
    queryKey: ['/organisations', id],
    queryFn: () => get<Organisation>(`/organisations/${encodeURIComponent(id ?? '')}`),
    enabled: id !== undefined,
  })

const readRegister = async (institution: string): Promise<PersonSummary[]> => {
  const persons: PersonSummary[] = []
  let cursor: string | null | undefined
  do {
    const page: { items: PersonSummary[]; cursor: string | null } = await get(
      withQuery('/persons', { institution, limit: 100, cursor }),
    )
    persons.push(...page.items)
    cursor = page.cursor
  } while (cursor !== null)
  return persons
}

/** Everyone on an institution's register: all its pages, so that a search finds whoever is there. */
export const useRegister = (institution: string) =>
  useQuery({ queryKey: ['/persons', 'of', institution], queryFn: () => readRegister(institution) })
