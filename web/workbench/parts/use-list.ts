import {
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query'
import { getPage, type Input, type ItemOf, type ListPath, type Page } from '../../shared/api/client.ts'
import type { Gets } from '../../shared/api/routes.gen.ts'

/** What a list asks for: as its path takes it, but for the cursor. */
type Asked<Path extends ListPath> = Input<Gets[Path]['data']>

/** The pages of a list that have come. */
export type ListAnswer<Item> = UseInfiniteQueryResult<InfiniteData<Page<Item>>>

/** A list of the API to its end: all its pages, for where a search must find whatever is there. */
export const readWhole = async <Path extends ListPath>(
  path: Path,
  input: Asked<Path>,
): Promise<ItemOf<Path>[]> => {
  const items: ItemOf<Path>[] = []
  let cursor: string | undefined
  do {
    const page: Page<ItemOf<Path>> = await getPage(path, input, cursor)
    items.push(...page.items)
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined)
  return items
}

/** A list of the API to its end, for what is chosen from. Its query key begins with the path, as that of its pages. */
export const useWhole = <Path extends ListPath>(
  path: Path,
  input: Asked<Path>,
): UseQueryResult<ItemOf<Path>[]> =>
  useQuery({ queryKey: [path, 'whole', input], queryFn: () => readWhole(path, input) })

/**
 * The pages of an API list, one after the other. Its query key begins with the path, by which changes
 * invalidate it.
 */
export const useList = <Path extends ListPath>(
  path: Path,
  input: Asked<Path>,
  enabled = true,
): ListAnswer<ItemOf<Path>> =>
  useInfiniteQuery({
    queryKey: [path, input],
    queryFn: ({ pageParam }) => getPage(path, input, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ cursor }) => cursor ?? undefined,
    enabled,
  })
