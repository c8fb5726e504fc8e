import { CursorInvalidError } from './cursor-invalid.ts'

interface Asked {
  readonly limit: number
  readonly cursor?: string | undefined
}

interface PageOf<Item> {
  readonly items: readonly Item[]
  readonly cursor: string | null
}

/** Whose list a page belongs to stands before its cursor. @throws CursorInvalidError nothing that was ever given out */
const splitCursor = (
  cursor: string | undefined,
  owners: number,
): { nth: number; inside: string | undefined } => {
  if (cursor === undefined) return { nth: 0, inside: undefined }
  const [, nth = '', inside = ''] = /^(0|[1-9]\d{0,4})~(.*)$/.exec(cursor) ?? []
  if (nth === '' || Number(nth) >= owners)
    throw new CursorInvalidError('The cursor belongs to no page of these lists.')
  return { nth: Number(nth), inside: inside === '' ? undefined : inside }
}

/**
 * One list over several owners (the seats of somebody), one after the other.
 * @throws CursorInvalidError a cursor that was never given out, or given to someone with other seats
 */
export const pagesOf = async <Item>(
  owners: readonly string[],
  { limit, cursor }: Asked,
  read: (owner: string, page: Asked) => Promise<PageOf<Item>>,
): Promise<{ items: Item[]; cursor: string | null }> => {
  const items: Item[] = []
  let { nth, inside } = splitCursor(cursor, owners.length)
  for (let owner = owners[nth]; owner !== undefined && items.length < limit; owner = owners[nth]) {
    const page = await read(owner, { limit: limit - items.length, cursor: inside })
    items.push(...page.items)
    inside = page.cursor ?? undefined
    if (inside !== undefined) break
    nth += 1
  }
  return { items, cursor: nth < owners.length ? `${nth}~${inside ?? ''}` : null }
}
