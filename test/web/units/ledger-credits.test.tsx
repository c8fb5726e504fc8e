import { renderToStaticMarkup } from 'react-dom/server'
import { MemoryRouter } from 'react-router'
import { expect, test } from 'vitest'
import type { ReadLedgerResponse } from '../../../web/shared/api/types.gen.ts'
import { LanguageContext } from '../../../web/shared/language-context.ts'
import { Credits } from '../../../web/workbench/person/ledger-credits.tsx'

const credit = {
  ...{ id: 'r.0', subject: 'professional', category: 'in_service', mode: 'offline' },
  ...{ from: '2026-05-11', to: '2026-05-15', halfDays: 10 },
} as const

const shown = (passed: boolean | undefined) =>
  renderToStaticMarkup(
    <MemoryRouter>
      <LanguageContext value="zh">
        <Credits
          ledger={
            {
              facts: { credits: [{ ...credit, ...(passed === undefined ? {} : { passed }) }] },
              assessment: { ignored: [] },
            } as unknown as ReadLedgerResponse
          }
          year={2026}
        />
      </LanguageContext>
    </MemoryRouter>,
  )

test('Art. 7: a training that was not passed counts for no year, and its row says so', () => {
  expect(shown(undefined)).toContain('按培训时间计入 2026 年度')
  expect(shown(true)).toContain('按培训时间计入 2026 年度')
  expect(shown(false)).toContain('考核不合格，不计学时')
  expect(shown(false)).not.toContain('计入 2026 年度')
})
