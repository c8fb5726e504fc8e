import { describe, expect, test } from 'vitest'
import { edition2024 } from '../../rules/edition.ts'
import { assessed, offline, online, staff, wholeYear } from './people.ts'

const reasons = (json: unknown) => assessed(json).reasons
const articles = (json: unknown) => reasons(json).map(({ article }) => article)
const texts = (json: unknown) => reasons(json).map(({ text }) => text)
const english = (json: unknown) => assessed(json, edition2024, 'en').reasons.map(({ text }) => text)

describe('reasons say what is missing, and the lawful ways to close it', () => {
  test('a complete year', () => {
    const json = staff({}, { credits: [...wholeYear(2026), online('public', 0.5)] })
    expect(articles(json)).toEqual(['7'])
    expect(texts(json)).toEqual(['2026 年度培训任务已完成：公共科目 30.5 学时，专业科目 60 学时。'])
    expect(english(json)).toEqual([
      'The training of 2026 is complete: public 30.5 hours, professional 60 hours.',
    ])
  })

  test('an open year: what is missing, by when, and how', () => {
    const json = staff({}, { credits: [online('public', 12.5)] })
    expect(articles(json)).toEqual(['7', '38', '41', '39(2)', '39(3)', '39(6)', '32'])
    expect(texts(json)[0]).toBe(
      '2026 年度还缺 77.5 学时：公共科目 17.5 学时，专业科目 60 学时；完成期限 2026-12-31。',
    )
    expect(english(json)[0]).toBe('2026 lacks 77.5 hours: public 17.5, professional 60; due on 2026-12-31.')
    expect(texts(json).at(-1)).toContain('2026-01-01 至 2027-01-31 申请延迟补训')
    for (const reason of reasons(json)) expect(reason.obligation).toBe('annual')
  })

  test('only the subject that is missing', () => {
    const [publicYear, professionalYear] = wholeYear(2026)
    expect(articles(staff({}, { credits: [publicYear] }))).toEqual([
      '7',
      '41',
      '39(2)',
      '39(3)',
      '39(6)',
      '32',
    ])
    expect(articles(staff({}, { credits: [professionalYear] }))).toEqual(['7', '38', '39(6)', '32'])
    expect(articles(staff({ postType: 'worker' }, { credits: [publicYear] }))).toContain('39(4)')
    expect(articles(staff({ postType: 'worker' }, { credits: [professionalYear] }))).not.toContain('39(4)')
  })

  test.each([
    ['2027-01-01', [], '可在 2026-01-01 至 2027-01-31 申请延迟补训'],
    ['2027-01-31', [], '可在 2026-01-01 至 2027-01-31 申请延迟补训'],
    ['2027-02-01', [], '（2026-01-01 至 2027-01-31）已过'],
    ['2027-02-01', [{ year: 2026, approvedOn: '2027-01-08' }], '已批准延迟补训，请于 2027-12-31 前'],
    ['2026-12-31', [{ year: 2026, approvedOn: '2026-12-08' }], '已批准延迟补训，请于 2027-12-31 前'],
    ['2028-01-01', [{ year: 2026, approvedOn: '2027-01-08' }], '延迟补训期限 2027-12-31 已过'],
    ['2027-02-01', [{ year: 2025, approvedOn: '2026-01-08' }], '已过'],
  ])('the delay as of %s', (asOf, delays, text) => {
    expect(reasons(staff({}, { asOf, delays })).find(({ article }) => article === '32')?.text).toContain(text)
  })

  test.each([
    [{ leader: true }, '4', '领导人员'],
    [{ onRegister: false }, '7', '不在编在册'],
    [{ hiredOn: '2027-01-01' }, '7', '2026 年度尚未聘用'],
  ])('not applicable: %j', (person, article, text) => {
    const [first, ...rest] = reasons(staff(person)).filter(({ obligation }) => obligation === 'annual')
    expect(first).toMatchObject({ article, text: expect.stringContaining(text) })
    expect(rest).toEqual([])
  })

  test.each([
    ['research_project', '39(2)', '课题'],
    ['degree_course', '39(3)', '学历'],
    ['qualification_exam', '39(3)', '职业资格'],
    ['skill_grade_exam', '39(4)', '等级考试'],
    ['entrepreneurship_leave', '39(5)', '离岗创业'],
    ['discretionary', '39(6)', '视情况'],
  ])('deemed by %s', (kind, article, text) => {
    const entry = { kind, year: 2026, scope: 'all', appraised: true }
    const json = staff({ postType: 'worker' }, { deemed: [entry] })
    expect(reasons(json).at(-1)).toMatchObject({ article, text: expect.stringContaining(text) })
  })

  test('a leave that is not appraised yet, an examination that is still to come: said, not counted', () => {
    const said = (entry: object) =>
      reasons(staff({ postType: 'worker' }, { deemed: [{ year: 2026, ...entry }] })).at(-1)
    expect(said({ kind: 'entrepreneurship_leave' })).toMatchObject({
      article: '39(5)',
      text: expect.stringContaining('尚未计算'),
    })
    expect(said({ kind: 'skill_grade_exam', passedOn: '2026-07-02' })).toMatchObject({
      article: '39(4)',
      text: expect.stringContaining('尚未计算'),
    })
    expect(said({ kind: 'skill_grade_exam', passedOn: '2026-07-01' })).toMatchObject({
      text: expect.stringContaining('视同完成'),
    })
  })

  test('each ground is said once', () => {
    const deemed = ['degree_course', 'qualification_exam', 'degree_course'].map((kind) => ({
      kind,
      year: 2026,
    }))
    const said = texts(staff({}, { deemed })).filter((text) => text.includes('视同完成。'))
    expect(said).toEqual([expect.stringContaining('课程'), expect.stringContaining('职业资格')])
  })

  test('deemed by induction', () => {
    const json = staff(
      { hiredOn: '2026-01-05' },
      { credits: [online('public', 40, '2026-02-01', { category: 'induction' })] },
    )
    expect(articles(json)).toEqual(['7', '39(5)', '12'])
  })
})

describe('the other obligations', () => {
  const hired = (asOf: string, on?: string) =>
    staff(
      { hiredOn: '2025-01-06' },
      { asOf, credits: on === undefined ? [] : [online('public', 40, on, { category: 'induction' })] },
    )

  test.each([
    [hired('2025-03-01'), '12', '还缺 40 学时，应于 2025-07-06 前完成，最迟 2026-01-06'],
    [hired('2026-02-01', '2025-07-06'), '12', '已于 2025-07-06 完成。'],
    [
      hired('2026-02-01', '2025-07-07'),
      '12',
      '已于 2025-07-07 完成，晚于一般期限 2025-07-06，在最长期限 2026-01-06 之内',
    ],
    [hired('2026-02-01', '2026-01-07'), '12', '于 2026-01-07 完成，已超过最长期限 2026-01-06'],
    [hired('2026-02-01'), '43', '还缺 40 学时，最长期限 2026-01-06 已过'],
  ])('induction %#', (json, article, text) => {
    const found = reasons(json).filter(({ obligation }) => obligation === 'induction')
    expect(found).toMatchObject([{ article, text: expect.stringContaining(text) }])
  })

  const manager = (asOf: string, credits: unknown[] = []) =>
    staff({ postType: 'management', terms: [{ from: '2024-01-01', to: '2026-06-30' }] }, { asOf, credits })

  test.each([
    [manager('2026-06-30'), '请于 2026-06-30 前（含当日）参加一次不少于 20 学时或 3 天'],
    [manager('2026-07-01'), '2024-01-01 至 2026-06-30 内没有一次不少于 20 学时或 3 天'],
    [
      manager('2026-07-01', [offline('public', 6, '2025-05-12', '2025-05-14', { fullTime: true })]),
      '2024-01-01 至 2026-06-30 已参加',
    ],
  ])('term session %#', (json, text) => {
    const found = reasons(json).filter(({ obligation }) => obligation === 'term')
    expect(found).toMatchObject([{ article: '16', text: expect.stringContaining(text) }])
  })

  const moved = (asOf: string, on?: string) =>
    staff(
      { postChanges: [{ id: 'pc', kind: 'duties', effectiveOn: '2026-01-05' }] },
      {
        asOf,
        credits:
          on === undefined ? [] : [online('public', 40, on, { category: 'transfer', forChange: 'pc' })],
      },
    )

  test.each([
    [moved('2026-04-05'), '21', '2026-01-05 岗位变动的转岗培训还缺 40 学时，最迟 2026-04-05 完成'],
    [moved('2026-07-01', '2026-04-05'), '21', '转岗培训已于 2026-04-05 完成'],
    [moved('2026-04-06'), '45', '还缺 40 学时，期限 2026-04-05 已过'],
    [moved('2026-07-01', '2026-04-06'), '45', '于 2026-04-06 完成，已超过期限 2026-04-05'],
  ])('transfer %#', (json, article, text) => {
    const found = reasons(json).filter(({ obligation }) => obligation === 'transfer')
    expect(found).toMatchObject([{ article, text: expect.stringContaining(text) }])
  })

  test('everything can be said in English', () => {
    const everything = [
      hired('2025-03-01'),
      hired('2026-02-01', '2025-07-06'),
      hired('2026-02-01', '2025-07-07'),
      hired('2026-02-01', '2026-01-07'),
      hired('2026-02-01'),
      manager('2026-06-30'),
      manager('2026-07-01'),
      manager('2026-07-01', [offline('public', 6, '2025-05-12', '2025-05-14', { fullTime: true })]),
      moved('2026-04-05'),
      moved('2026-07-01', '2026-04-05'),
      moved('2026-04-06'),
      moved('2026-07-01', '2026-04-06'),
      staff({ leader: true }),
      staff({ onRegister: false }),
      staff({ hiredOn: '2027-01-01' }),
      staff({ hiredOn: '2026-09-01' }, { asOf: '2027-01-01' }),
      staff({ hiredOn: '2026-03-01', highLevelTalent: true }, { asOf: '2027-12-01' }),
      staff({ hiredOn: '2025-03-01' }, { asOf: '2026-12-01', justified: [2026] }),
      staff(
        { hiredOn: '2025-03-01' },
        {
          credits: [
            offline('public', 2, '2025-04-01', '2025-04-01', { category: 'induction', passed: false }),
          ],
        },
      ),
      staff({}, { credits: wholeYear(2026), revoked: ['annual:2026'] }),
      staff({ postType: 'worker' }, { asOf: '2027-02-01', justified: [2024, 2025, 2026] }),
      staff({}, { deemed: [{ kind: 'entrepreneurship_leave', year: 2026 }] }),
      staff(
        { postType: 'worker' },
        { deemed: [{ kind: 'skill_grade_exam', year: 2026, passedOn: '2026-12-01' }] },
      ),
      staff({ postType: 'worker' }, { asOf: '2027-02-01' }),
      staff({}, { asOf: '2028-01-01', delays: [{ year: 2026, approvedOn: '2027-01-08' }] }),
      staff(
        {},
        {
          asOf: '2027-01-01',
          delays: [{ year: 2026, approvedOn: '2027-01-08' }],
          deemed: [{ kind: 'skill_grade_exam', year: 2026 }],
        },
      ),
      ...[
        'research_project',
        'degree_course',
        'qualification_exam',
        'skill_grade_exam',
        'entrepreneurship_leave',
        'discretionary',
      ].map((kind) => staff({ postType: 'worker' }, { deemed: [{ kind, year: 2026, scope: 'all' }] })),
    ]
    for (const json of everything) {
      const [chinese, inEnglish] = [assessed(json), assessed(json, edition2024, 'en')]
      const spoken = (answer: typeof chinese) =>
        [...answer.reasons, ...answer.eligibility.flatMap((row) => row.reasons)].map(({ text }) => text)
      for (const text of spoken(chinese)) expect(text).toMatch(/^[^a-z]*\p{Script=Han}[^a-z]*。$/u)
      for (const text of spoken(inEnglish)) expect(text).toMatch(/^[\x20-\x7e]+\.$/)
      expect(spoken(inEnglish)).toHaveLength(spoken(chinese).length)
    }
  })
})

describe('a check says what stands in the way', () => {
  const row = (json: unknown) =>
    assessed(json).eligibility.find(({ business }) => business === 'grade_promotion')?.reasons
  const delays = [{ year: 2026, approvedOn: '2027-01-08' }]
  const early = [{ year: 2026, approvedOn: '2026-12-08' }]

  test.each([
    [staff({}, { asOf: '2026-12-31' }), '7', '期限 2026-12-31 未到'],
    [staff({}, { asOf: '2026-12-31', delays: early }), '7', '期限 2027-12-31 未到'],
    [staff({}, { asOf: '2027-01-01' }), '7', '2027-01-31 前申请延迟补训'],
    [staff({}, { asOf: '2027-01-31' }), '7', '2027-01-31 前申请延迟补训'],
    [
      staff({}, { asOf: '2027-02-01' }),
      '7',
      '未完成，还缺 90 学时（公共科目 30，专业科目 60）。有正当理由的，请申请登记。',
    ],
    [staff({}, { asOf: '2027-02-01', justified: [2026] }), '7', '已登记正当理由'],
    [staff({}, { asOf: '2028-01-01', delays, justified: [2026] }), '7', '已登记正当理由'],
    [staff({}, { asOf: '2027-01-08', delays }), '32', '已批准延迟补训，期限 2027-12-31'],
    [staff({ hiredOn: '2026-09-01' }, { asOf: '2027-01-01' }), '12', '2026 年度为初任年度'],
    [staff({}, { asOf: '2028-01-01', delays }), '32', '延迟补训期限 2027-12-31 已过'],
  ])('%#', (json, article, text) => {
    expect(row(json)).toMatchObject([{ article, obligation: 'annual', text: expect.stringContaining(text) }])
  })

  test('every year and session that stands in the way of a renewal', () => {
    const json = staff(
      { postType: 'management', terms: [{ from: '2024-01-01', to: '2026-06-30' }] },
      { asOf: '2027-01-01' },
    )
    const renewal = assessed(json).eligibility.find(({ business }) => business === 'contract_renewal')
    expect(renewal?.reasons.map(({ article, text }) => [article, text.slice(0, 7)])).toEqual([
      ['7', '2024 年度'],
      ['7', '2025 年度'],
      ['7', '2026 年度'],
      ['16', expect.stringContaining('聘期')],
    ])
  })
})

describe('Art. 47: workers of organs', () => {
  const told = (populations: unknown, postType: string) =>
    assessed(staff({ populations, postType })).reasons.filter(({ article }) => article === '47')

  test('they follow the same rules, and the answer says why; nobody else is told of it', () => {
    const [own] = told('organ_worker', 'worker')
    expect(own?.text).toContain('参照本细则执行')
    expect(told(['institution', 'organ_worker'], 'worker')).toEqual([own])
    expect(told('institution', 'worker')).toEqual([])
    expect(told(undefined, 'worker')).toEqual([])
    const { reasons: _, ...organ } = assessed(staff({ populations: 'organ_worker', postType: 'worker' }))
    const { reasons: __, ...institution } = assessed(staff({ postType: 'worker' }))
    expect(organ).toEqual(institution)
  })

  test('whoever holds another post there is told that the rules are not theirs', () => {
    expect(told('organ_worker', 'management').map(({ text }) => text)).toEqual([
      '机关（参公单位）只有工勤人员参照本细则；其他人员另有规定，本结果不适用于他们。',
    ])
    const posts = [{ postType: 'worker', from: '2026-01-01' }]
    expect(
      assessed(staff({ populations: 'organ_worker', posts })).reasons.find(({ article }) => article === '47')
        ?.text,
    ).toContain('参照本细则执行')
  })
})

describe('Art. 9: the induction of talent has no limit, and nobody names them one', () => {
  test.each(['2026-12-31', '2028-01-01'])('on %s', (asOf) => {
    const json = staff({ hiredOn: '2026-03-02', highLevelTalent: true }, { asOf, credits: [] })
    const [row] = assessed(json).eligibility.filter(({ business }) => business === 'regularization')
    for (const told of [row?.reasons, assessed(json).reasons.filter(({ article }) => article === '9')])
      expect(told).toEqual([
        {
          article: '9',
          obligation: 'induction',
          text: '岗前培训还缺 40 学时；高层次人才的岗前培训灵活安排，一般应于 2026-09-02 前完成，没有最长期限。',
        },
      ])
  })
})

describe('a verdict on a year says how much that year lacks, the year asked about or another', () => {
  test('of a term each year by itself', () => {
    const json = staff(
      { terms: [{ from: '2024-01-01', to: '2026-12-31' }] },
      {
        asOf: '2027-01-08',
        credits: [...wholeYear(2026), online('public', 12.5, '2025-03-02')],
      },
    )
    const [row] = assessed(json).eligibility.filter(({ business }) => business === 'contract_renewal')
    expect(row?.reasons.map(({ text }) => text)).toEqual([
      '2024 年度培训任务未完成，还缺 90 学时（公共科目 30，专业科目 60）。有正当理由的，请申请登记。',
      '2025 年度培训任务未完成，还缺 77.5 学时（公共科目 17.5，专业科目 60）。有正当理由的，请申请登记。',
    ])
  })
})
