import type { ParsedRow } from './person-rows.ts'

/** What a further row of someone says besides dates: nothing that the first row doesn't say. */
const saysNoMore = ({ said: first }: ParsedRow, { said: further }: ParsedRow): boolean =>
  (['name', 'hiredOn', 'leader', 'onRegister', 'highLevelTalent', 'retiresOn', 'disability'] as const).every(
    (field) => further[field] === undefined || further[field] === first[field],
  )

/**
 * Rows with the further ones of the same staff number joined to the first: a list that gives each post, leave or term
 * of someone a line of its own. A row that says something else besides stays a row, and is a repetition.
 */
export const withFurtherRows = (rows: readonly ParsedRow[]): ParsedRow[] => {
  const first = new Map<string, number>()
  const joined: ParsedRow[] = []
  for (const row of rows) {
    const at = row.staffNo === undefined ? undefined : first.get(row.staffNo)
    const before = at === undefined ? undefined : joined[at]
    if (
      at !== undefined &&
      before !== undefined &&
      row.dated.length + row.terms.length > 0 &&
      saysNoMore(before, row)
    )
      joined[at] = {
        ...before,
        terms: [...before.terms, ...row.terms],
        dated: [...before.dated, ...row.dated],
      }
    else {
      if (row.staffNo !== undefined && at === undefined) first.set(row.staffNo, joined.length)
      joined.push(row)
    }
  }
  return joined
}
