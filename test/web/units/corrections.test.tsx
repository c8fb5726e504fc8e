import { renderToStaticMarkup } from 'react-dom/server'
import { MemoryRouter } from 'react-router'
import { expect, test } from 'vitest'
import type { LedgerEntry } from '../../../web/shared/api/types.gen.ts'
import { LanguageContext } from '../../../web/shared/language-context.ts'
import { Corrections } from '../../../web/workbench/staff/corrections.tsx'

const entry = (sequence: number, more: Partial<LedgerEntry> = {}): LedgerEntry => ({
  sequence,
  recordedAt: '2026-06-01T09:00:00.000+08:00',
  recordedBy: 'hr.city',
  recordedByName: '乌兰',
  source: `r${sequence}`,
  fact: null,
  correctionOf: null,
  suspension: null,
  reason: null,
  quotes: null,
  hash: '0',
  ...more,
})

const shown = (items: readonly LedgerEntry[], today = '2026-07-01') =>
  renderToStaticMarkup(
    <MemoryRouter>
      <LanguageContext value="zh">
        <Corrections items={items} today={today} />
      </LanguageContext>
    </MemoryRouter>,
  )

test('Art. 35: each correction of one’s ledger says why, and leads to an objection to it', () => {
  const page = shown([entry(1), entry(2, { correctionOf: 1, reason: '重复计算' })])
  expect(page).toContain('重复计算')
  expect(page).toContain('href="/requests/new/objection?entry=2"')
  expect(page).not.toContain('entry=1"')
  expect(shown([entry(1)])).toBe('')
})

test('Art. 35: an objection is offered until its last day, and said until when', () => {
  const corrected = [entry(1), entry(2, { correctionOf: 1, reason: '重复计算' })]
  expect(shown(corrected, '2026-07-01')).toContain('2026年7月1日前')
  expect(shown(corrected, '2026-07-02')).not.toContain('/requests/new/objection')
})

test('Art. 35: a suspension says so, and leads to an objection as any correction does', () => {
  const credit = { kind: 'credit', credit: { subject: 'public', mode: 'online', hours: 30 } }
  const page = shown([
    entry(1, { fact: credit }),
    entry(2, { correctionOf: 1, suspension: 'begun', reason: '没有提供证明' }),
    entry(3, { correctionOf: 1, suspension: 'lifted', fact: credit, reason: '已核实' }),
  ])
  expect(page).toContain('学时暂停计算')
  expect(page).toContain('恢复计算：')
  expect(page).toContain('href="/requests/new/objection?entry=2"')
})
