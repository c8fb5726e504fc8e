interface Asked {
  readonly limit: number
  readonly cursor?: string | undefined
}

interface PageOf<Item> {
  readonly items: readonly Item[]
  readonly cursor: string | null
}

/** Whose list a page belongs to stands before its cursor. */
const splitCursor = (cursor: string | undefined): { nth: number; inside: string | undefined } => {
  const [nth = '0', inside = ''] = (cursor ?? '').split('~')
  return { nth: Number(nth) || 0, inside: inside === '' ? undefined : inside }
}

/** One list over several owners (the seats of somebody), one after the other. */
export const pagesOf = async <Item>(
  owners: readonly string[],
  { limit, cursor }: Asked,
  read: (owner: string, page: Asked) => Promise<PageOf<Item>>,
): Promise<{ items: Item[]; cursor: string | null }> => {
  const items: Item[] = []
  let { nth, inside } = splitCursor(cursor)
  for (let owner = owners[nth]; owner !== undefined && items.length < limit; owner = owners[nth]) {
    const page = await read(owner, { limit: limit - items.length, cursor: inside })
    items.push(...page.items)
    inside = page.cursor ?? undefined
    if (inside !== undefined) break
    nth += 1
  }
  return { items, cursor: nth < owners.length ? `${nth}~${inside ?? ''}` : null }
}
