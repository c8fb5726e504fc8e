/** An actor's own acts are looked for in so many of their latest of each kind. */
export const LATEST = 200
export const PAGE = 100

/** The items of a list, page by page, to its end or until there are `most`. */
export const allPages = async <Item>(
  read: (cursor: string | undefined) => Promise<{ items: Item[]; cursor: string | null }>,
  most = Number.POSITIVE_INFINITY,
): Promise<Item[]> => {
  const items: Item[] = []
  let cursor: string | undefined
  do {
    const page = await read(cursor)
    items.push(...page.items)
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined && items.length < most)
  return items
}
