import { describe, expect, test } from 'vitest'
import { inspectionTerms } from '../../../rules/inspections.ts'
import type { MatterView } from '../../../web/shared/api/types.gen.ts'
import { CheckActs } from '../../../web/workbench/inspections/check-acts.tsx'
import { actsOf, checkOf } from '../../../web/workbench/inspections/check-of.ts'
import { MatterActs } from '../../../web/workbench/inspections/matter-acts.tsx'
import { drawn } from './drawn.tsx'

const matter: MatterView = {
  ...{ id: 'm', kind: 'sample', status: 'answered', outcome: null, person: null, text: '', article: '35' },
  ...{ authority: { id: 'a', name: '市人社局' }, body: { id: 'b', name: '中学' }, dueOn: '2026-11-09' },
  ...{ overdue: false, suspended: false, expiresOn: null, createdAt: '2026-11-02T09:00:00.000+08:00' },
  ...{ noticeUntil: null, institutionAgrees: null, sample: null, evidence: [], entries: [] },
  may: { answer: false, check: true },
}

describe('Art. 35: what an authority may say of a matter', () => {
  test.each([
    ['sample', 'asked', {}, ['corrected']],
    ['sample', 'asked', { suspended: true }, ['lift']],
    ['sample', 'answered', {}, ['fits', 'rectify', 'corrected']],
    ['sample', 'rectifying', {}, ['corrected']],
    ['sample', 'rectified', { suspended: true }, ['verify', 'again', 'lift']],
    ['order', 'asked', {}, ['withdraw']],
    ['order', 'answered', {}, ['verify', 'again', 'withdraw']],
    ['order', 'rectified', {}, ['verify', 'again', 'withdraw']],
    ['violation', 'with_institution', {}, ['dismiss']],
    ['violation', 'answered', { institutionAgrees: false }, ['dismiss']],
    ['violation', 'answered', { institutionAgrees: true }, ['confirm', 'dismiss']],
  ] as const)('a %s that is %s %o: %o', (kind, status, more, acts) => {
    expect(actsOf({ ...matter, kind, status, ...more })).toEqual(acts)
  })

  test.each(['rectify', 'again', 'confirm'] as const)(
    '%s: nothing is sent before its day is there',
    (act) => {
      for (const until of [null, '', '2026-12']) expect(checkOf(act, { until, entry: null })).toBeUndefined()
      expect(checkOf(act, { until: '2026-12-01', entry: null })?.('因为')).toEqual({
        ...{ act, until: '2026-12-01', text: '因为' },
      })
    },
  )

  test('corrected: by an entry of the ledger, never by one that nobody named', () => {
    expect(checkOf('corrected', { until: null, entry: null })).toBeUndefined()
    expect(checkOf('corrected', { until: null, entry: 4 })?.('因为')).toEqual({
      ...{ act: 'corrected', entry: 4, text: '因为' },
    })
  })

  test('the page keeps such an act back, and says what is missing', () => {
    const page = drawn(<CheckActs of={matter} />)
    expect(page).toMatch(/<button[^>]*disabled=""[^>]*>(<span>)?要求整改/)
    expect(page).toContain('先填写日期，才能办理：要求整改。')
    expect(page).not.toMatch(/<button[^>]*disabled=""[^>]*>(<span>)?核实属实/)
    // A label belongs to a control: a sentence has a heading.
    expect(page).not.toMatch(/<label[^>]*>以哪一条更正办结/)
    expect(page).toMatch(/<h3>以哪一条更正办结/)
  })

  test('its longest day is that of the rules', () => {
    expect(drawn(<CheckActs of={matter} />)).toContain(
      `期限（只用于要求整改，最长 ${inspectionTerms.longestDays} 天）`,
    )
  })

  test('Art. 32: an institution’s word on a violation is chosen, and stands there as neither yes nor no', () => {
    const may = { answer: true, check: false }
    const page = drawn(<MatterActs of={{ ...matter, kind: 'violation', status: 'with_institution', may }} />)
    expect(page).toMatch(/placeholder[^>]*>请选择/)
    expect(page).not.toContain('title="同意认定"')
  })
})
