import { expect, test } from 'vitest'
import { OrderBody } from '../../functions/inspections/api.ts'
import { ArticleNumber } from '../../functions/platform/shapes.ts'
import articles from '../../rules/regulation-text.json' with { type: 'json' }

test('an order rests on an article of the implementation rules, and on nothing else', () => {
  for (const { article } of articles) expect(ArticleNumber.safeParse(article).success).toBe(true)
  const order = { bodyId: 'k', text: '整改', until: '2026-07-01' }
  for (const article of ['0', '50', '07', '35条', '三十五', ''])
    expect(OrderBody.safeParse({ ...order, article }).success).toBe(false)
  expect(articles).toHaveLength(49)
})
