interface PageOf<Item> {
  readonly items: readonly Item[]
  readonly cursor: string | null
}

interface Asked {
  readonly limit: number
  readonly cursor?: string | undefined
}

/** No call reads on for ever, however little of a list is wanted. */
const READS = 10

/**
 * Reads on until the page is full: `read` leaves out what is not wanted, and nobody should turn empty pages. After
 * ten reads the page is given as it is; its cursor says that there may be more.
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
