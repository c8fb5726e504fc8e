interface PageOf<Item> {
  readonly items: readonly Item[]
  readonly cursor: string | null
}

interface Asked {
  readonly limit: number
  readonly cursor?: string | undefined
}

interface ListOf<Item> {
  read(page: Asked): Promise<PageOf<Item>>
  /** Whether it is the reader's to know. */
  sees(item: Item): boolean
  /** The place in the list behind an item. */
  cursorAt(item: Item): string
}

/** How many are read at once, however few are wanted. */
const A_READ = 100

/**
 * A page of a list in which some things are kept from the reader, as if these were not there: it is full as long as there
 * is something to see, goes on only where more is to be seen, and its cursor is made of the last one shown. A cursor of the
 * list's own would name what is hidden, and an empty page with one would say how much that is.
 */
export const seenPage = async <Item>(
  { limit, cursor }: Asked,
  { read, sees, cursorAt }: ListOf<Item>,
): Promise<{ items: Item[]; cursor: string | null }> => {
  const seen: Item[] = []
  let next = cursor
  do {
    const page = await read({ limit: A_READ, cursor: next })
    seen.push(...page.items.filter(sees))
    next = page.cursor ?? undefined
  } while (next !== undefined && seen.length <= limit)
  const items = seen.slice(0, limit)
  const last = items.at(-1)
  return { items, cursor: seen.length > limit && last !== undefined ? cursorAt(last) : null }
}
