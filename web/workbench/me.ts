import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { get, ProblemError, post } from '../shared/api/client.ts'
import type { MeResponse } from '../shared/api/types.gen.ts'

export type Role = 'staff' | 'institution' | 'department' | 'authority' | 'operator' | 'auditor'

/**
 * Who is signed in. A login without an account is first bound to the one that its token's claim names, if
 * any.
 */
const readMe = async (): Promise<MeResponse> => {
  try {
    return await get('/me')
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code !== 'ACCOUNT_UNKNOWN') throw error
    await post('/me/binding')
    return get('/me')
  }
}

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: readMe,
  staleTime: Number.POSITIVE_INFINITY,
})

/** Who is signed in. Only within pages that ask for a session (`frame/signed-in.tsx`). */
export const useMe = (): MeResponse => useSuspenseQuery(meQuery).data

/** Whether someone has one of these roles; `staff`: stands on an institution's register. */
export const has = (me: MeResponse, ...roles: readonly Role[]): boolean =>
  roles.some((role) => (role === 'staff' ? me.staffId !== null : me.roles.some((held) => held.role === role)))

/** The organisations at which someone holds a role. */
export const seatsOf = (me: MeResponse, ...roles: readonly Role[]): MeResponse['roles'] =>
  me.roles.filter(({ role }) => roles.some((one) => one === role))

/** Whether someone sits at the region's own authority, which closes years and keeps the registers. */
export const isOfRegion = (me: MeResponse): boolean =>
  me.roles.some(
    ({ role, organisation }) =>
      role === 'authority' && organisation.kind === 'authority' && organisation.level === 'region',
  )

/** The year of the platform's own day. */
export const yearOf = ({ today }: MeResponse): number => Number(today.slice(0, 4))
