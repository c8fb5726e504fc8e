import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Loading } from './loading.tsx'
import { ProblemNotice } from './notice.tsx'

interface AnswerProps<Data> {
  readonly of: UseQueryResult<Data>
  readonly children: (data: Data) => ReactNode
}

/** What was asked for, once it is there; until then that it is on its way, or why it is not coming. */
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
