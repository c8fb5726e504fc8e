import type { UseQueryResult } from '@tanstack/react-query'
import { ProblemNotice } from './notice.tsx'

interface UnreadProps {
  readonly of: Pick<UseQueryResult, 'isError' | 'error' | 'refetch'>
  /** What is missing from the page, as its heading calls it. */
  readonly what: string
}

/**
 * In the place of a part of a page that could not be read: that it is missing, and a way to try again. Without it a part
 * that failed would look as one that is empty. Nothing, as long as nothing failed.
 */
export const Unread = ({ of: query, what }: UnreadProps) =>
  query.isError ? <ProblemNotice error={query.error} what={what} again={() => void query.refetch()} /> : null
