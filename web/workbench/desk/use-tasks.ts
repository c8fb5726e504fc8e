import { useInfiniteQuery } from '@tanstack/react-query'
import { getPage, type Page, post } from '../../shared/api/client.ts'
import type { ListedTask, ListTasksData } from '../../shared/api/types.gen.ts'
import type { ListAnswer } from '../parts/use-list.ts'

type Query = NonNullable<ListTasksData['query']>

/** So many reads of the API are made for one answer of a search before the reader is asked whether to go on. */
const MOST_READS = 5

/**
 * Tasks of a box, page by page. Words may be a name, so that they travel in the body; a page of a search may be empty
 * although more is found later, so it is read on until something came.
 */
export const useTasks = (query: Query, words: string): ListAnswer<ListedTask> =>
  useInfiniteQuery({
    queryKey: ['/tasks', { query }, words],
    queryFn: async ({ pageParam: from }) => {
      if (words === '') return getPage('/tasks', { query }, from)
      let page: Page<ListedTask> = { items: [], cursor: from ?? null }
      for (let reads = 0; reads < MOST_READS; reads += 1) {
        page = await post('/tasks/search', {
          query: { ...query, cursor: page.cursor ?? undefined },
          body: { words },
        })
        if (page.items.length > 0 || page.cursor === null) break
      }
      return page
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ cursor }) => cursor ?? undefined,
  })
