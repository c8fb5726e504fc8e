interface PageOf<Item> {
  readonly items: readonly Item[]
  readonly cursor: string | null
}

interface Asked {
  readonly limit: number
  readonly cursor?: string | undefined
}

/** The most reads for one page, however few items are wanted. */
const READS = 10

/**
 * Reads on until the page is full, because `read` leaves unwanted items out and nobody should see empty
 * pages. After ten reads it answers what it has, with a cursor to go on.
 */
export const fullPage = async <Item>(
  { limit, cursor }: Asked,
  read: (page: Asked) => Promise<PageOf<Item>>,
): Promise<{ items: Item[]; cursor: string | null }> => {
  const items: Item[] = []
  let next = cursor
  for (let reads = 0; reads < READS; reads += 1) {
    const page = await read({ limit: limit - items.length, cursor: next })
    items.push(...page.items)
    if (page.cursor === null || items.length >= limit) return { items, cursor: page.cursor }
    next = page.cursor
  }
  return { items, cursor: next ?? null }
}
