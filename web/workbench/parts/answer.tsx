import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Loading } from './loading.tsx'
import { ProblemNotice } from './notice.tsx'

interface AnswerProps<Data> {
  readonly of: UseQueryResult<Data>
  readonly children: (data: Data) => ReactNode
}

/** Shows the answer once it is there; before, that it is loading, or why it failed. */
export const Answer = <Data,>({ of: query, children }: AnswerProps<Data>) => {
  if (query.data !== undefined)
    return (
      <>
        {query.isError && <ProblemNotice error={query.error} again={() => void query.refetch()} />}
        {children(query.data)}
      </>
    )
  return query.isError ? (
    <ProblemNotice error={query.error} again={() => void query.refetch()} />
  ) : (
    <Loading />
  )
}
