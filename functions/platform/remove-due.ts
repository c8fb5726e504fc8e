import { readIndex, type Table, write } from './table.ts'

const A_PAGE = 50

/**
 * Deletes a page of what is kept until a day, where that is over: items of a list of what is swept, ordered by the day.
 * Safe to repeat. @returns how many there were
 */
export const removeDue = async (table: Table, list: string, day: string): Promise<number> => {
  const { items } = await readIndex(table, 'swept', list, { limit: A_PAGE, upTo: day })
  for (const { pk, sk } of items)
    await write(table, [
      { remove: { pk: String(pk), sk: String(sk) }, when: { expression: 'attribute_exists(pk)' } },
    ])
  return items.length
}
