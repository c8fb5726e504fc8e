import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import articles from '../../rules/regulation-text.json' with { type: 'json' }

/** The articles of the first table's rows: `1–3`, `13–15, 17`, `39(2)–(4)`. */
const covered = (table: string): Set<string> =>
  new Set(
    [...table.matchAll(/^\| ([\d–,() ]+) \|/gm)].flatMap(([, row = '']) =>
      row
        .replaceAll(/\([^)]*\)(?:–\([^)]*\))?/g, '')
        .split(/,\s*/)
        .flatMap((part) => {
          const [from = 0, to = from] = part.split('–').map(Number)
          return Array.from({ length: to - from + 1 }, (_, nth) => String(from + nth))
        }),
    ),
  )

test('docs/articles.md says of every article what is software and what stays with people', () => {
  const [table = ''] = readFileSync(resolve(import.meta.dirname, '../../docs/articles.md'), 'utf8').split(
    '## Readings',
  )
  const rows = covered(table)
  expect(articles.map(({ article }) => article).filter((article) => !rows.has(article))).toEqual([])
  expect(articles).toHaveLength(49)
})
