import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { get } from '../../shared/api/client.ts'
import { seatsOf, useMe } from '../me.ts'
import { readRegister } from '../person/read-register.ts'

/** The institution that the address names, otherwise the one at whose desk the reader sits. */
export const useInstitution = (): string | undefined => {
  const me = useMe()
  const [query] = useSearchParams()
  return query.get('institution') ?? seatsOf(me, 'institution')[0]?.organisation.id
}

export const useOrganisation = (id: string | undefined) =>
  useQuery({
    queryKey: ['/organisations', id],
    queryFn: () => get('/organisations/{id}', { path: { id: id ?? '' } }),
    enabled: id !== undefined,
  })

/** Everyone on an institution's register. */
export const useRegister = (institution: string) =>
  useQuery({ queryKey: ['/persons', 'of', institution], queryFn: () => readRegister(institution) })

/** Who was released to an institution and can be taken over there. */
export const useReleased = (institution: string | undefined) =>
  useQuery({
    queryKey: ['/persons', 'released', institution],
    queryFn: () => get('/organisations/{id}/released', { path: { id: institution ?? '' } }),
    enabled: institution !== undefined,
  })
