import { useInfiniteQuery } from '@tanstack/react-query'
import { get } from '../../shared/api/client.ts'

interface Page<Item> {
  readonly items: Item[]
  readonly cursor: string | null
}

/** A path with the parameters that are given. */
export const withQuery = (
  path: string,
  parameters: Readonly<Record<string, string | number | undefined | null>>,
): string => {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters))
    if (value !== undefined && value !== null && value !== '') query.set(name, String(value))
  return query.size === 0 ? path : `${path}${path.includes('?') ? '&' : '?'}${query}`
}

/** A list of the API to its end: all its pages, for where a search must find whatever is there. */
export const readWhole = async <Item>(path: string): Promise<Item[]> => {
  const items: Item[] = []
  let cursor: string | null | undefined
  do {
    const page: Page<Item> = await get(withQuery(path, { cursor }))
    items.push(...page.items)
    cursor = page.cursor
  } while (cursor !== null)
  return items
}

/** The pages of a list of the API, one after the other. The key begins with the path, for what changes it. */
export const useList = <Item>(path: string, enabled = true) =>
  useInfiniteQuery({
    queryKey: [path.split('?')[0], path],
    queryFn: ({ pageParam }) => get<Page<Item>>(withQuery(path, { cursor: pageParam })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ cursor }) => cursor ?? undefined,
    enabled,
  })
