import { renderToStaticMarkup } from 'react-dom/server'
import { MemoryRouter } from 'react-router'
import { expect, test } from 'vitest'
import type { Assessment } from '../../../web/shared/api/types.gen.ts'
import { LanguageContext } from '../../../web/shared/language-context.ts'
import { MakeUp } from '../../../web/workbench/person/open-make-up.tsx'

const shown = (status: string) =>
  renderToStaticMarkup(
    <MemoryRouter>
      <LanguageContext value="zh">
        <MakeUp
          annual={
            {
              ...{ year: 2026, status, dueOn: '2027-12-31' },
              missing: { hours: 90, public: 30, professional: 60 },
            } as unknown as Assessment['annual']
          }
        />
      </LanguageContext>
    </MemoryRouter>,
  )

test('Art. 32: an open make-up says how much is missing until when, and how hours come to count for it', () => {
  expect(shown('deferred')).toMatch(/2026 年度延迟补训：还差 90 学时，2027.12.31.? ?前完成/)
  expect(shown('deferred')).toContain('补哪一年')
  expect(shown('met')).toBe('')
})
