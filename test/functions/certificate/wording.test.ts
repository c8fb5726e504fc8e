import { describe, expect, test } from 'vitest'
import {
  datedInChinese,
  figuresOf,
  inChinese,
  statementOf,
} from '../../../functions/certificates/sheet/wording.ts'
import { deemedProfessional, deemedWhole, granted, sample } from './samples.ts'

const RULES = '《内蒙古自治区事业单位工作人员培训实施细则》'

test.each([
  ['2026-12-31', '二〇二六年十二月三十一日'],
  ['2030-10-10', '二〇三〇年十月十日'],
  ['2024-01-20', '二〇二四年一月二十日'],
  ['2025-11-09', '二〇二五年十一月九日'],
])('%s is dated %s', (date, text) => {
  expect(datedInChinese(date)).toBe(text)
})

test('the numbers of articles', () => {
  expect([7, 10, 12, 20, 39, 99].map(inChinese)).toEqual(['七', '十', '十二', '二十', '三十九', '九十九'])
})

describe('what is certified', () => {
  test('a year, by its hours', () => {
    expect(statementOf(sample())).toBe(
      '已完成 2026 年度事业单位工作人员培训，累计 92.5 学时，其中公共科目 32 学时、专业科目 60.5 学时，达到规定学时。',
    )
  })

  test('Art. 39(3): a deemed subject says so with its article, and is no number of hours', () => {
    const content = sample('annual', deemedProfessional)
    expect(statementOf(content)).toBe(
      `已完成 2026 年度事业单位工作人员培训，其中公共科目 30 学时；依据${RULES}第三十九条第三项，专业科目视同完成。`,
    )
    expect(figuresOf(content)[1]).toEqual({
      label: '专业科目',
      value: '视同完成',
      unit: '',
      note: '已修 12 学时',
    })
  })

  test('Art. 39(5): a year that is deemed as a whole', () => {
    const content = sample('annual', deemedWhole)
    expect(statementOf(content)).toBe(
      `依据${RULES}第三十九条第五项，2026 年度公共科目和专业科目培训视为完成。`,
    )
    expect(figuresOf(content).map(({ value }) => value)).toEqual(['视为完成', '视为完成', '—', '—'])
  })

  test('Art. 39(6): granted hours stand apart from hours of training', () => {
    const content = sample('annual', granted)
    expect(statementOf(content)).toBe(
      `已完成 2026 年度事业单位工作人员培训，累计 70 学时，其中公共科目 20 学时、专业科目 50 学时；依据${RULES}第三十九条第六项另认定公共科目 10 学时、专业科目 10 学时。`,
    )
    expect(figuresOf(content)[0]).toMatchObject({ value: '20', note: '另认定 10 学时' })
  })

  test('several articles are all named, and one that changed nothing is not', () => {
    const deemed = {
      public: false,
      professional: true,
      granted: { public: 10, professional: 0 },
      articles: ['39(3)', '39(6)'],
    } as const
    expect(
      statementOf(sample('annual', { deemed: { ...deemed, articles: [...deemed.articles] } })),
    ).toContain('第三十九条第三项、第六项，专业科目视同完成，另认定公共科目 10 学时。')
    const nothing = { ...deemed, professional: false, granted: { public: 0, professional: 0 } }
    expect(statementOf(sample('annual', { deemed: { ...nothing, articles: ['39(6)'] } }))).toBe(
      statementOf(sample()),
    )
  })

  test('Art. 12, 21: an induction and a transfer name their days', () => {
    expect(statementOf(sample('induction'))).toBe(
      '自 2026 年 3 月 16 日聘用，已于 2026 年 8 月 21 日完成事业单位新聘用工作人员岗前培训，累计 92.5 学时，达到规定学时。',
    )
    expect(statementOf(sample('transfer'))).toBe(
      '因 2026 年 3 月 1 日岗位变动，已于 2026 年 4 月 10 日完成转岗培训，累计 92.5 学时，达到规定学时。',
    )
  })
})
