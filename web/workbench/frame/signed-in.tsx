import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense, useEffect, useState } from 'react'
import { Outlet, useLocation } from 'react-router'
import { accessToken, signIn } from '../../shared/session.ts'
import { meQuery } from '../me.ts'
import { Loading } from '../parts/loading.tsx'
import { ProblemNotice } from '../parts/notice.tsx'

/** Asks once who it is before any page does. */
const WithAccount = () => {
  useSuspenseQuery(meQuery)
  return <Outlet />
}

/** Pages that need a session: without one the reader signs in and comes back to the same page. */
export const SignedIn = () => {
  const location = useLocation()
  const [error, setError] = useState<unknown>()
  const isSignedIn = accessToken() !== undefined
  const place = location.pathname + location.search
  useEffect(() => {
    if (!isSignedIn) signIn({ returnTo: place }).catch(setError)
  }, [isSignedIn, place])
  if (error !== undefined) return <ProblemNotice error={error} again={() => globalThis.location.reload()} />
  if (!isSignedIn) return <Loading />
  return (
    <Suspense fallback={<Loading />}>
      <WithAccount />
    </Suspense>
  )
}
