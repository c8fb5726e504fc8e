import { renderToStaticMarkup } from 'react-dom/server'
import { MemoryRouter } from 'react-router'
import { expect, test } from 'vitest'
import type { PolicyPreview } from '../../../web/shared/api/types.gen.ts'
import { PublishStep } from '../../../web/workbench/policies/publish-step.tsx'

const preview: PolicyPreview = {
  ...{ from: '2026-07-01', until: '2027-12-31', firstYear: 2026 },
  changes: [
    {
      ...{ name: 'annualAppliesBy', article: '7', what: '谁适用', whom: '年内离开的人员' },
      ...{ before: 'last_day', after: 'any_day', afterEnd: 'last_day' },
    },
  ],
}
const shown = (of: PolicyPreview) =>
  renderToStaticMarkup(
    <MemoryRouter>
      <PublishStep
        of={of}
        replaces="旧解释"
        today="2026-06-15"
        isPending={false}
        publish={() => undefined}
        back={() => undefined}
      />
    </MemoryRouter>,
  )

test('Art. 48: before publishing it is said what changes, from what to what, for whom, since which year', () => {
  const page = shown(preview)
  for (const text of [
    '年末在册的人员 → 当年任何一天在册的人员',
    '年内离开的人员',
    '从 2026 年度起',
    '《旧解释》施行到',
  ])
    expect(page).toContain(text)
  expect(page).toContain('之后恢复为：年末在册的人员')
})

test('an interpretation that ends before the year does changes no year, and says so', () => {
  const page = shown({ ...preview, until: '2026-12-30', firstYear: null })
  expect(page).toContain('各年度的认定都不变')
  expect(page).not.toContain('年度起，')
})
