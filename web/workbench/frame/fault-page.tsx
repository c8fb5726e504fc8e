import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { useRouteError } from 'react-router'
import { ProblemNotice } from '../parts/notice.tsx'
import { isWithoutAccount, NoAccount } from './no-account.tsx'

/** A page that failed: what happened and what to do, with the frame and its ways out still there. */
export const FaultPage = () => {
  const error = useRouteError()
  const { reset } = useQueryErrorResetBoundary()
  if (isWithoutAccount(error)) return <NoAccount error={error} />
  return (
    <ProblemNotice
      error={error}
      again={() => {
        reset()
        location.reload()
      }}
    />
  )
}
