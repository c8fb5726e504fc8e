import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { creditFaults } from '../../rules/credit-json.ts'
import { parseFacts, readRecord } from '../../rules/facts.ts'
import { faultTexts } from '../../rules/faults.ts'
import { offline, online, staff, TODAY } from './people.ts'

const faults = (json: unknown): string[] => {
  const parsed = parseFacts(json, TODAY)
  return parsed.ok ? [] : parsed.errors.map(({ pointer, code }) => `${pointer} ${code}`)
}

const credit = (more: object) => ({ ...online('public', 1), ...more })
const withCredits = (...credits: unknown[]) => staff({}, { credits })
const of = (more: object) => faults(withCredits(credit(more)))

const one = (more: object) => expect(of(more))

describe('what a credit may not be', () => {
  test('a training over the year’s end', () => {
    one({ from: '2025-12-31', to: '2026-01-01' }).toEqual(['/credits/0/to CROSSES_YEAR_END'])
    one({ from: '2025-12-31', to: '2025-12-31' }).toEqual([])
    one({ from: '2026-01-01', to: '2026-12-31' }).toEqual([])
  })

  test('an end before its start', () => {
    one({ from: '2026-05-11', to: '2026-05-10' }).toEqual(['/credits/0/to END_BEFORE_START'])
    one({ from: '2026-01-02', to: '2025-12-30' }).toEqual(['/credits/0/to END_BEFORE_START'])
    one({ from: '2026-05-11', to: '2026-05-11' }).toEqual([])
  })

  test('31 November, or no date at all', () => {
    one({ from: '2026-11-31', to: '2026-12-01' }).toEqual(['/credits/0/from DATE_UNREAL'])
    one({ to: '2026-3-2' }).toEqual(['/credits/0/to DATE_UNREAL'])
    one({ from: 20260302 }).toEqual(['/credits/0/from WRONG_TYPE'])
    one({ from: null, to: undefined }).toEqual(['/credits/0/from WRONG_TYPE', '/credits/0/to REQUIRED'])
  })

  test('more half-days than its dates hold (Art. 39(1))', () => {
    const days = (halfDays: number, to = '2026-05-15') =>
      faults(withCredits(offline('public', halfDays, '2026-05-11', to)))
    expect(days(9)).toEqual([])
    expect(days(10)).toEqual([])
    expect(days(11)).toEqual(['/credits/0/halfDays HALF_DAYS_TOO_MANY'])
    expect(days(3, '2026-05-11')).toEqual(['/credits/0/halfDays HALF_DAYS_TOO_MANY'])
  })

  test.each([0, -1, 1.5, 1e300])('%d half-days', (halfDays) => {
    expect(faults(withCredits({ ...offline('public', 1, '2026-05-11', '2026-05-15'), halfDays }))).toEqual([
      '/credits/0/halfDays HALF_DAYS_NOT_WHOLE',
    ])
  })

  test('offline with hours, or without half-days (Art. 39(1))', () => {
    const { halfDays, ...none } = offline('public', 2, '2026-05-11', '2026-05-11')
    expect(faults(withCredits({ ...none, halfDays, hours: 8 }))).toEqual([
      '/credits/0/hours HOURS_STATED_OFFLINE',
    ])
    expect(faults(withCredits(none))).toEqual(['/credits/0/halfDays HALF_DAYS_MISSING'])
    expect(faults(withCredits({ ...none, hours: 8 }))).toEqual([
      '/credits/0/halfDays HALF_DAYS_MISSING',
      '/credits/0/hours HOURS_STATED_OFFLINE',
    ])
  })

  test('online with half-days, or without hours', () => {
    one({ halfDays: 2 }).toEqual(['/credits/0/halfDays HALF_DAYS_ONLINE'])
    one({ hours: undefined }).toEqual(['/credits/0/hours HOURS_MISSING'])
  })

  test.each([0, -0.1, -6, 1.25, 0.05, 1e-9, 1_000_000.1, 1e300])('%d hours', (hours) => {
    one({ hours }).toEqual(['/credits/0/hours HOURS_UNFIT'])
  })

  test.each([0.1, 0.3, 1.1, 23.9, 24])('but %d hours it may have', (hours) => one({ hours }).toEqual([]))

  test.each([
    [24, '2026-05-11', []],
    [24.1, '2026-05-11', ['/credits/0/hours HOURS_TOO_MANY']],
    [48, '2026-05-12', []],
    [48.1, '2026-05-12', ['/credits/0/hours HOURS_TOO_MANY']],
  ])('%d hours from 2026-05-11 to %s: a day has 24', (hours, to, expected) => {
    one({ hours, from: '2026-05-11', to }).toEqual(expected)
  })

  test('online and full-time (Art. 16)', () => {
    one({ fullTime: true }).toEqual(['/credits/0/fullTime FULL_TIME_ONLINE'])
    one({ fullTime: false }).toEqual([])
  })

  test.each(['6', null, [6], true])('hours that are %j', (hours) =>
    one({ hours }).toEqual(['/credits/0/hours WRONG_TYPE']),
  )

  test('an unknown subject, category or mode', () => {
    one({ subject: 'art', category: 'x', mode: 'hybrid' }).toEqual([
      '/credits/0/subject NOT_LISTED',
      '/credits/0/category NOT_LISTED',
      '/credits/0/mode NOT_LISTED',
    ])
    one({ subject: undefined, mode: undefined }).toEqual([
      '/credits/0/subject REQUIRED',
      '/credits/0/mode REQUIRED',
    ])
  })

  test('the same id twice, or none', () => {
    const first = credit({ id: 'c' })
    expect(faults(withCredits(first, credit({ id: 'd' }), first, first))).toEqual([
      '/credits/2/id ID_REPEATED',
      '/credits/3/id ID_REPEATED',
    ])
    one({ id: '' }).toEqual(['/credits/0/id ID_EMPTY'])
    one({ id: undefined }).toEqual(['/credits/0/id REQUIRED'])
    one({ id: 7 }).toEqual(['/credits/0/id WRONG_TYPE'])
    expect(faults(withCredits({}, {})).filter((fault) => fault.includes('REPEATED'))).toEqual([])
  })

  test.each(['__proto__', 'constructor', 'toString'])('the id %s is like any other', (id) => {
    one({ id }).toEqual([])
    expect(faults(withCredits(credit({ id }), credit({ id })))).toEqual(['/credits/1/id ID_REPEATED'])
    one({ forChange: id }).toEqual(['/credits/0/forChange CHANGE_UNKNOWN'])
  })
})

describe('a make-up needs an approved delay of the year before (Art. 32)', () => {
  const makeUp = (makeUpFor: unknown, delays: unknown = [{ year: 2025, approvedOn: '2026-01-08' }]) =>
    faults(staff({}, { credits: [credit({ makeUpFor })], delays }))

  test('of that year', () => {
    expect(makeUp(2025)).toEqual([])
    expect(makeUp(2025, [])).toEqual(['/credits/0/makeUpFor MAKE_UP_NOT_APPROVED'])
    expect(of({ makeUpFor: 2025 })).toEqual(['/credits/0/makeUpFor MAKE_UP_NOT_APPROVED'])
    expect(makeUp(2025, [{ year: 2024, approvedOn: '2025-01-08' }])).toEqual([
      '/credits/0/makeUpFor MAKE_UP_NOT_APPROVED',
    ])
  })

  test.each([
    [2024, []],
    [2026, []],
    [2027, ['/delays/0/approvedOn DELAY_TOO_EARLY']],
  ])('and not for %i', (year, more) => {
    expect(makeUp(year, [{ year, approvedOn: '2026-01-08' }])).toEqual([
      '/credits/0/makeUpFor MAKE_UP_YEAR_WRONG',
      ...more,
    ])
  })

  test('a year is a whole number', () => {
    expect(makeUp('2025')).toEqual(['/credits/0/makeUpFor WRONG_TYPE'])
    expect(makeUp(2025.5)).toEqual(['/credits/0/makeUpFor YEAR_UNFIT'])
  })

  test('one delay a year', () => {
    const delay = { year: 2025, approvedOn: '2026-01-08' }
    expect(faults(staff({}, { delays: [delay, { ...delay, year: 2024 }, delay] }))).toEqual([
      '/delays/2/year DELAY_REPEATED',
    ])
    expect(faults(staff({}, { delays: [{ year: 2025 }] }))).toEqual(['/delays/0/approvedOn REQUIRED'])
    expect(
      faults(staff({}, { delays: [{}, {}, null, null] })).filter((fault) => fault.includes('REPEATED')),
    ).toEqual([])
  })
})

describe('the person and the changes', () => {
  test('a credit names a change that is known; a transfer credit may name none', () => {
    const postChanges = [{ id: 'pc1', kind: 'duties', effectiveOn: '2026-03-01' }]
    expect(
      faults(staff({ postChanges }, { credits: [credit({ category: 'transfer', forChange: 'pc1' })] })),
    ).toEqual([])
    expect(
      faults(staff({ postChanges }, { credits: [credit({ category: 'transfer', forChange: 'pc2' })] })),
    ).toEqual(['/credits/0/forChange CHANGE_UNKNOWN'])
    expect(faults(staff({ postChanges }, { credits: [credit({ category: 'transfer' })] }))).toEqual([])
  })

  test('ids of changes are used once; kinds and dates are known', () => {
    const change = { id: 'pc1', kind: 'duties', effectiveOn: '2026-03-01' }
    expect(faults(staff({ postChanges: [change, change] }))).toEqual(['/person/postChanges/1/id ID_REPEATED'])
    expect(
      faults(staff({ postChanges: [{ ...change, id: '', kind: 'x', effectiveOn: '2026-02-29' }] })),
    ).toEqual([
      '/person/postChanges/0/id ID_EMPTY',
      '/person/postChanges/0/kind NOT_LISTED',
      '/person/postChanges/0/effectiveOn DATE_UNREAL',
    ])
  })

  test('a term ends after it starts; terms may overlap', () => {
    const term = (from: string, to: string) =>
      faults(
        staff({
          terms: [
            { from: '2024-01-01', to: '2026-12-31' },
            { from, to },
          ],
        }),
      )
    expect(term('2026-01-01', '2025-12-31')).toEqual(['/person/terms/1/to END_BEFORE_START'])
    expect(term('2026-01-01', '2026-01-01')).toEqual([])
    expect(term('2026-01-01', '9999-12-31')).toEqual([])
    expect(term('2026-01-32', '2025-12-31')).toEqual(['/person/terms/1/from DATE_UNREAL'])
  })

  test('types', () => {
    expect(
      faults(
        staff({
          postType: 'chief',
          leader: 'no',
          onRegister: 1,
          highLevelTalent: null,
          hiredOn: '2019-02-29',
          terms: {},
          postChanges: 'x',
        }),
      ),
    ).toEqual([
      '/person/postType NOT_LISTED',
      '/person/leader WRONG_TYPE',
      '/person/onRegister WRONG_TYPE',
      '/person/hiredOn DATE_UNREAL',
      '/person/highLevelTalent WRONG_TYPE',
      '/person/terms WRONG_TYPE',
      '/person/postChanges WRONG_TYPE',
    ])
  })
})

describe('the year and the day', () => {
  test.each([
    [2023, 'YEAR_NOT_ASSESSED'],
    [3000, 'YEAR_NOT_ASSESSED'],
    ['2026', 'WRONG_TYPE'],
    [2026.5, 'YEAR_NOT_ASSESSED'],
    [1e300, 'YEAR_NOT_ASSESSED'],
    [null, 'WRONG_TYPE'],
    [undefined, 'REQUIRED'],
  ])('%j as year', (year, code) => {
    expect(faults(staff({}, { year }))).toEqual([`/year ${code}`])
  })

  test.each([2024, 2025, 2999])('%i is one', (year) => expect(faults(staff({}, { year }))).toEqual([]))

  test.each([
    ['2026-11-31', 'DATE_UNREAL'],
    ['tomorrow', 'DATE_UNREAL'],
    ['2026-12-31T00:00:00', 'DATE_UNREAL'],
    ['3000-01-01', 'DAY_TOO_LATE'],
    [20261231, 'WRONG_TYPE'],
    [null, 'WRONG_TYPE'],
  ])('%j as asOf', (asOf, code) => {
    expect(faults(staff({}, { asOf }))).toEqual([`/asOf ${code}`])
  })

  test('the last day that can be asked for', () =>
    expect(faults(staff({}, { asOf: '2999-12-31' }))).toEqual([]))
})

describe('what is deemed', () => {
  const deemed = (entry: unknown) => faults(staff({}, { deemed: [entry] }))

  test('a discretionary recognition states its scope (Art. 39(6)); the others need none', () => {
    expect(deemed({ kind: 'discretionary', year: 2026 })).toEqual(['/deemed/0/scope SCOPE_MISSING'])
    expect(deemed({ kind: 'discretionary', year: 2026, scope: 'all' })).toEqual([])
    expect(deemed({ kind: 'discretionary', year: 2026, scope: { public: 0, professional: 12.5 } })).toEqual(
      [],
    )
    expect(deemed({ kind: 'discretionary', year: 2026, scope: { public: 10 } })).toEqual([])
    expect(deemed({ kind: 'discretionary', year: 2026, scope: { professional: 10 } })).toEqual([])
    expect(deemed({ kind: 'discretionary', year: 2026, scope: {} })).toEqual(['/deemed/0/scope SCOPE_EMPTY'])
    expect(deemed({ kind: 'discretionary', year: 2026, scope: 'some' })).toEqual(['/deemed/0/scope UNFIT'])
    expect(deemed({ kind: 'discretionary', year: 2026, scope: { public: -1, professional: 1.25 } })).toEqual([
      '/deemed/0/scope/public GRANT_UNFIT',
      '/deemed/0/scope/professional GRANT_UNFIT',
    ])
    expect(deemed({ kind: 'degree_course', year: 2026 })).toEqual([])
    expect(deemed({ kind: 'degree_course', year: 2026, scope: 'all' })).toEqual([])
  })

  test('kinds and years are known', () => {
    expect(deemed({ kind: 'charm', year: '2026' })).toEqual([
      '/deemed/0/kind NOT_LISTED',
      '/deemed/0/year WRONG_TYPE',
    ])
    expect(deemed({ kind: 'discretionary', year: 2026.5 })).toEqual([
      '/deemed/0/year YEAR_UNFIT',
      '/deemed/0/scope SCOPE_MISSING',
    ])
    expect(deemed({})).toEqual(['/deemed/0/kind REQUIRED', '/deemed/0/year REQUIRED'])
    expect(deemed(null)).toEqual(['/deemed/0 WRONG_TYPE'])
  })

  test('justified years are years', () => {
    expect(faults(staff({}, { justified: [2024, '2025', 20] }))).toEqual([
      '/justified/1 WRONG_TYPE',
      '/justified/2 YEAR_UNFIT',
    ])
  })
})

describe('what refers to other entries, or to days', () => {
  const raised = (...list: unknown[]) =>
    faults(withCredits({ ...offline('public', 4, '2026-05-11', '2026-05-12'), raised: list }, credit({})))

  test('what a correction added lies within the list, after its own training, and is no more than it', () => {
    expect(raised({ halfDays: 1, after: 1 }, { halfDays: 3, after: 2 })).toEqual([])
    expect(raised({ halfDays: 1, after: 0 }, { halfDays: 1, after: 99 }, { halfDays: 1, after: 3 })).toEqual([
      '/credits/0/raised/0/after RAISED_AFTER_UNFIT',
      '/credits/0/raised/1/after RAISED_AFTER_UNFIT',
      '/credits/0/raised/2/after RAISED_AFTER_UNFIT',
    ])
    expect(raised({ halfDays: 2, after: 1 }, { halfDays: 3, after: 1 })).toEqual([
      '/credits/0/raised RAISED_TOO_MUCH',
    ])
    expect(raised({ halfDays: 0, after: 1 }, {}, 'x')).toEqual([
      '/credits/0/raised/0/halfDays HALF_DAYS_NOT_WHOLE',
      '/credits/0/raised/1/after REQUIRED',
      '/credits/0/raised/2 WRONG_TYPE',
      '/credits/0/raised/1/halfDays RAISED_UNFIT',
      '/credits/0/raised/2/halfDays RAISED_UNFIT',
    ])
    const second = {
      ...offline('public', 4, '2026-05-11', '2026-05-12'),
      raised: [{ halfDays: 1, after: 1 }],
    }
    expect(faults(withCredits(credit({}), second))).toEqual(['/credits/1/raised/0/after RAISED_AFTER_UNFIT'])
  })

  test('it is stated as the training is', () => {
    expect(raised({ quantity: 1, after: 1 }, { halfDays: 1, quantity: 1, after: 1 })).toEqual([
      '/credits/0/raised/0/halfDays RAISED_UNFIT',
      '/credits/0/raised/0/quantity RAISED_UNFIT',
      '/credits/0/raised/1/quantity RAISED_UNFIT',
    ])
    one({ raised: [{ halfDays: 1, after: 1 }] }).toEqual(['/credits/0/raised RAISED_UNFIT'])
    one({ raised: [] }).toEqual([])
    const { hours: _, ...visited } = credit({ mode: 'offline', activity: { kind: 'visit', quantity: 1.5 } })
    const visit = (...list: unknown[]) => faults(withCredits({ ...visited, to: '2026-03-03', raised: list }))
    expect(visit({ quantity: 0.5, after: 1 }, { quantity: 1, after: 1 })).toEqual([])
    const lecture = { ...visited, mode: 'online', activity: { kind: 'lecture', quantity: 2 } }
    expect(faults(withCredits({ ...lecture, raised: [{ quantity: 1, after: 1 }] }))).toEqual([])
    expect(visit({ quantity: 0.5, after: 1 }, { quantity: 1.5, after: 1 })).toEqual([
      '/credits/0/raised RAISED_TOO_MUCH',
    ])
    expect(visit({ quantity: 0.3, after: 1 }, { quantity: -1, after: 1 }, { halfDays: 1, after: 1 })).toEqual(
      [
        '/credits/0/raised/0/quantity RAISED_UNFIT',
        '/credits/0/raised/1/quantity RAISED_UNFIT',
        '/credits/0/raised/2/quantity RAISED_UNFIT',
        '/credits/0/raised/2/halfDays RAISED_UNFIT',
      ],
    )
  })

  test('a certificate was revoked that there can have been', () => {
    const revoked = (person: object, ...list: unknown[]) => faults(staff(person, { revoked: list }))
    const change = { id: 'pc1', kind: 'duties', effectiveOn: '2026-03-01' }
    expect(revoked({ postChanges: [change] }, 'transfer:pc1', 'transfer:nope', 'induction')).toEqual([
      '/revoked/1 REVOKED_UNKNOWN',
    ])
    expect(revoked({}, 'annual:2023', 'annual:2024', 'annual:x', 7)).toEqual([
      '/revoked/2 OBLIGATION_UNKNOWN',
      '/revoked/3 WRONG_TYPE',
      '/revoked/0 REVOKED_UNKNOWN',
    ])
  })

  test('a delay is approved in its year at the earliest; no reason is older than the rules', () => {
    const delayed = (year: number, approvedOn: string) =>
      faults(staff({}, { delays: [{ year, approvedOn }] }))
    expect(delayed(2026, '2025-12-31')).toEqual(['/delays/0/approvedOn DELAY_TOO_EARLY'])
    expect(delayed(2026, '2020-05-01')).toEqual(['/delays/0/approvedOn DELAY_TOO_EARLY'])
    expect(delayed(2026, '2026-01-01')).toEqual([])
    expect(faults(staff({}, { justified: [2023, 2024] }))).toEqual(['/justified/0 JUSTIFIED_BEFORE_RULES'])
  })

  test('talent ends after it begins', () => {
    const periods = [{ from: '2026-03-02', to: '2026-03-01' }, { to: '2026-03-01' }, { from: '2026-03-01' }]
    expect(faults(staff({ talentPeriods: periods }))).toEqual([
      '/person/talentPeriods/0/to END_BEFORE_START',
      '/person/talentPeriods/1/from REQUIRED',
    ])
  })

  test('on record none of it is refused, and all of it is named', () => {
    const odd = staff(
      { postChanges: [{ id: 'pc1', kind: 'duties', effectiveOn: '2026-03-01' }] },
      {
        credits: [
          {
            ...offline('public', 2, '2026-05-11', '2026-05-12'),
            raised: [
              { quantity: 1, after: 1 },
              { halfDays: 3, after: 99 },
            ],
          },
        ],
        revoked: ['transfer:nope'],
        delays: [{ year: 2026, approvedOn: '2020-05-01' }],
        justified: [2023],
      },
    )
    expect(readRecord(odd, TODAY)).toMatchObject({
      ok: true,
      facts: { credits: [{ halfDays: 2 }] },
      flags: [
        { code: 'DELAY_TOO_EARLY' },
        { code: 'JUSTIFIED_BEFORE_RULES' },
        { code: 'REVOKED_UNKNOWN' },
        { code: 'RAISED_UNFIT' },
        { code: 'RAISED_UNFIT' },
        { code: 'RAISED_AFTER_UNFIT' },
        { code: 'RAISED_TOO_MUCH' },
      ],
    })
  })
})

describe('the whole', () => {
  test.each([[null], [[]], ['x'], [7], [true]])('%j is not an object', (json) =>
    expect(faults(json)).toEqual([' WRONG_TYPE']),
  )

  test('nothing at all is missing everything', () => {
    expect(faults({})).toEqual(['/year REQUIRED', '/person REQUIRED'])
    expect(faults({ year: 2026, person: {} })).toEqual([
      '/person/postType REQUIRED',
      '/person/hiredOn REQUIRED',
    ])
    expect(faults(undefined)).toEqual([' REQUIRED'])
  })

  test('lists are lists', () => {
    expect(faults(staff([], { credits: {}, deemed: 'x', delays: null, justified: 2024 }))).toEqual([
      '/credits WRONG_TYPE',
      '/deemed WRONG_TYPE',
      '/delays WRONG_TYPE',
      '/justified WRONG_TYPE',
    ])
    expect(faults(staff({}, { person: [] }))).toEqual(['/person WRONG_TYPE'])
    expect(faults(withCredits(null, 'x', []))).toEqual([
      '/credits/0 WRONG_TYPE',
      '/credits/1 WRONG_TYPE',
      '/credits/2 WRONG_TYPE',
    ])
  })

  test('every fault at once, those of form and those of meaning', () => {
    const json = {
      year: 2023,
      person: { postType: 'chief', hiredOn: '2019-08-01', terms: [{ from: '2026-01-01', to: '2025-01-01' }] },
      credits: [
        {
          ...offline('public', 5, '2026-05-11', '2026-05-12'),
          id: 'c',
          subject: 'art',
          hours: 3,
          makeUpFor: 2025,
        },
        { ...online('public', 1.25, '2025-12-31'), id: 'c', to: '2026-01-01', forChange: 'x' },
      ],
      deemed: [{ kind: 'discretionary', year: 2026 }],
    }
    expect(faults(json).toSorted()).toEqual([
      '/credits/0/halfDays HALF_DAYS_TOO_MANY',
      '/credits/0/hours HOURS_STATED_OFFLINE',
      '/credits/0/makeUpFor MAKE_UP_NOT_APPROVED',
      '/credits/0/subject NOT_LISTED',
      '/credits/1/forChange CHANGE_UNKNOWN',
      '/credits/1/hours HOURS_UNFIT',
      '/credits/1/id ID_REPEATED',
      '/credits/1/to CROSSES_YEAR_END',
      '/deemed/0/scope SCOPE_MISSING',
      '/person/postType NOT_LISTED',
      '/person/terms/0/to END_BEFORE_START',
      '/year YEAR_NOT_ASSESSED',
    ])
  })

  test('fields that are not known are passed over', () => {
    const json = JSON.parse(
      '{"__proto__":{"year":1},"year":2026,"note":"x","person":{"postType":"worker","hiredOn":"2019-08-01","name":"x"}}',
    )
    expect(faults(json)).toEqual([])
  })

  test('each text says something in both languages', () => {
    for (const { zh, en } of Object.values(faultTexts)) {
      expect(zh).toMatch(/\p{Script=Han}.*。$/u)
      expect(en).toMatch(/^[\x20-\x7e]+\.$/)
    }
    const parsed = parseFacts(
      staff({ postType: 'chief', postChanges: [{ id: '', kind: 'duties', effectiveOn: TODAY }] }),
      TODAY,
    )
    expect(parsed).toMatchObject({
      ok: false,
      errors: [
        {
          detail: {
            zh: '只能是：management、professional、worker。',
            en: 'Must be one of: management, professional, worker.',
          },
        },
        { detail: { zh: '编号不能为空。', en: 'An id cannot be empty.' } },
      ],
    })
    expect(faultTexts.YEAR_NOT_ASSESSED.zh).toContain('2024')
    expect(parseFacts(withCredits(credit({ hours: 0 })), TODAY)).toMatchObject({
      errors: [{ detail: faultTexts.HOURS_UNFIT }],
    })
  })

  test('whatever is sent is judged, and a pointer leads to what was sent', () => {
    const leaf = fc.constantFrom(
      '2026-05-11',
      '2026-11-31',
      'public',
      'offline',
      'online',
      'all',
      'discretionary',
      2026,
      2025,
      1.25,
      -1,
      null,
      true,
      '',
    )
    const record = (keys: string[], value: fc.Arbitrary<unknown>) =>
      fc.record(Object.fromEntries(keys.map((key) => [key, value])), { requiredKeys: [] })
    const entry = record(
      [
        'id',
        'subject',
        'category',
        'mode',
        'from',
        'to',
        'halfDays',
        'hours',
        'makeUpFor',
        'forChange',
        'kind',
        'year',
        'scope',
        'approvedOn',
      ],
      leaf,
    )
    const list = fc.oneof(fc.array(fc.oneof(entry, leaf), { maxLength: 3 }), leaf)
    const person = record(['postType', 'hiredOn', 'leader', 'terms', 'postChanges'], fc.oneof(leaf, list))
    const anything = fc.oneof(
      fc.record(
        {
          asOf: leaf,
          year: leaf,
          person: fc.oneof(person, leaf),
          credits: list,
          deemed: list,
          delays: list,
          justified: list,
        },
        { requiredKeys: [] },
      ),
      fc.jsonValue(),
    )
    fc.assert(
      fc.property(anything, (json) => {
        const parsed = parseFacts(json, TODAY)
        if (parsed.ok) return
        expect(parsed.errors.length).toBeGreaterThan(0)
        for (const { pointer, detail } of parsed.errors) {
          expect(pointer).toMatch(/^(\/[a-zA-Z0-9]+)*$/)
          expect(detail.zh.length * detail.en.length).toBeGreaterThan(0)
        }
      }),
      { numRuns: 500 },
    )
  })
})

test('a training that is claimed is judged by the same rules, with pointers into it', () => {
  const { id: _, ...training } = offline('public', 5, '2026-05-11', '2026-05-12')
  expect(creditFaults({ ...training, halfDays: 4 })).toEqual([])
  expect(creditFaults(training)).toEqual([
    { pointer: '/halfDays', code: 'HALF_DAYS_TOO_MANY', detail: faultTexts.HALF_DAYS_TOO_MANY },
  ])
  expect(creditFaults(null)).toMatchObject([{ pointer: '', code: 'WRONG_TYPE' }])
})

describe('a value of the wrong type: what it should be is said', () => {
  const said = (json: unknown, pointer: string) => {
    const parsed = parseFacts(json, TODAY)
    return parsed.ok ? undefined : parsed.errors.find((fault) => fault.pointer === pointer)?.detail
  }
  const facts = (more: object) => ({
    year: 2026,
    person: { postType: 'worker', hiredOn: '2019-08-01' },
    ...more,
  })

  test.each([
    [null, '', '应为一组字段，写在 { } 内', 'fields, in { }'],
    [facts({ year: '2026' }), '/year', '应为数字，不加引号', 'a number without quotes'],
    [facts({ credits: {} }), '/credits', '应为列表，写在 [ ] 内', 'a list, in [ ]'],
    [facts({ asOf: 20260101 }), '/asOf', '应为文字，加引号', 'a text in quotes'],
    [
      facts({ person: { postType: 'worker', hiredOn: '2019-08-01', leader: 'no' } }),
      '/person/leader',
      '应为true 或 false，不加引号',
      'true or false, without quotes',
    ],
  ])('%j', (json, pointer, zh, en) => {
    const detail = said(json, pointer)
    expect(detail?.zh).toBe(`类型不对，${zh}。`)
    expect(detail?.en).toBe(`This is of the wrong type: it should be ${en}.`)
  })
})
