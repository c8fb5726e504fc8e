import { describe, expect, test } from 'vitest'
import { assessed, type Credit, offline, staff } from './people.ts'

/** Days on which an article turns, each read anew in the text: the day itself and the one beside it. */

let made = 0
const online = (subject: Credit['subject'], hours: number, from: string, to: string, more: object = {}) => {
  made += 1
  return { id: `o${made}`, subject, category: 'in_service', mode: 'online', from, to, hours, ...more }
}
const year = (of: number, more: object = {}) => [
  online('public', 30, `${of}-02-01`, `${of}-02-28`, more),
  online('professional', 60, `${of}-03-01`, `${of}-03-28`, more),
]
const induction = (from: string, to: string, more: object = {}) =>
  online('public', 40, from, to, { category: 'induction', ...more })
const session = (halfDays: number, from: string, to: string, more: Partial<Credit> = {}) =>
  offline('public', halfDays, from, to, { fullTime: true, ...more })

type Row = readonly [name: string, person: object, more: object, expected: object]

const verdict = (business: string, says: string) =>
  expect.arrayContaining([expect.objectContaining({ business, verdict: says })])
const annual = (status: string, more: object = {}) => ({ annual: { status, ...more } })

const check = (rows: readonly Row[]) =>
  test.each(rows)('%s', (_, person, more, expected) => {
    expect(assessed(staff(person, more))).toMatchObject(expected)
  })

const hired = { hiredOn: '2026-09-15' }
const of2026 = (asOf: string, more: object = {}) => ({ year: 2026, asOf, ...more })

describe('Art. 12, 39(5): a hiring whose induction crosses New Year', () => {
  check([
    ['open on 31 December', hired, of2026('2026-12-31'), annual('open')],
    ['inducting from 1 January', hired, of2026('2027-01-01'), annual('inducting')],
    [
      'until the limit',
      hired,
      of2026('2027-09-15'),
      { induction: { status: 'open' }, ...annual('inducting') },
    ],
    ['and no longer', hired, of2026('2027-09-16'), { induction: { status: 'overdue' }, ...annual('short') }],
    [
      'complete on the limit: the year of hiring is deemed',
      hired,
      of2026('2027-10-01', { credits: [induction('2027-09-10', '2027-09-15')] }),
      { induction: { status: 'late' }, ...annual('deemed') },
    ],
    [
      'complete a day later: a certificate, and no year',
      hired,
      of2026('2027-10-01', { credits: [induction('2027-09-10', '2027-09-16')] }),
      { induction: { status: 'after_limit' }, certificates: ['induction'], ...annual('short') },
    ],
    ['hired on 31 December', { hiredOn: '2026-12-31' }, of2026('2027-01-01'), annual('inducting')],
    ['hired on 1 January', { hiredOn: '2027-01-01' }, of2026('2027-01-01'), annual('not_applicable')],
    [
      'hired on 29 February',
      { hiredOn: '2024-02-29' },
      { year: 2024, asOf: '2025-02-28' },
      { induction: { dueOn: '2024-08-29', limitOn: '2025-02-28' }, ...annual('inducting') },
    ],
    [
      'a delay of the year of hiring, once its induction has failed',
      hired,
      of2026('2027-10-01', { delays: [{ year: 2026, approvedOn: '2027-09-20' }] }),
      annual('deferred', { dueOn: '2027-12-31' }),
    ],
  ])
})

describe('Art. 7, 10, 39(1): training from before the hiring', () => {
  const early = (halfDays: number, from: string, to: string, category: Credit['category']) => ({
    credits: [offline('public', halfDays, from, to, { id: 'early', category })],
  })
  check([
    [
      'three months before it, for the induction, the days inside alone',
      hired,
      of2026('2026-12-01', early(10, '2026-06-13', '2026-06-17', 'induction')),
      { induction: { days: 3 }, annual: { hours: { public: 0 } } },
    ],
    [
      'over the day of hiring: all for the induction, for the year the days after it',
      hired,
      of2026('2026-12-01', early(10, '2026-09-13', '2026-09-17', 'induction')),
      { induction: { status: 'met', days: 5 }, annual: { days: 3, hours: { public: 24 } } },
    ],
    [
      'special training counts for nothing, and is named',
      hired,
      of2026('2026-12-01', early(4, '2026-09-10', '2026-09-11', 'special')),
      {
        induction: { days: 0 },
        annual: { hours: { total: 0 } },
        ignored: [{ creditId: 'early', reason: 'before_hiring', halfDaysCut: 4 }],
      },
    ],
    [
      'in-service training that straddles it: the days from it on',
      hired,
      of2026('2026-12-01', early(5, '2026-09-13', '2026-09-16', 'in_service')),
      {
        annual: { days: 2, hours: { public: 16 } },
        ignored: [{ creditId: 'early', reason: 'before_hiring', halfDaysCut: 1 }],
      },
    ],
    [
      'it takes no day from others',
      hired,
      of2026('2026-12-01', {
        credits: [
          offline('public', 2, '2026-09-14', '2026-09-14'),
          offline('public', 2, '2026-09-14', '2026-09-15', { category: 'induction' }),
        ],
      }),
      { induction: { days: 1 }, annual: { days: 1 } },
    ],
  ])
})

describe('Art. 21, 45: a change on the last day of a year', () => {
  const change = (effectiveOn: string) => ({ postChanges: [{ id: 'pc', kind: 'post_type', effectiveOn }] })
  const training = (halfDays: number, from: string, to: string) =>
    offline('professional', halfDays, from, to, { category: 'transfer', forChange: 'pc' })
  const row = (status: string, more: object = {}) => ({ transfers: [{ id: 'pc', status, ...more }] })
  check([
    ['until 31 March', change('2026-12-31'), { asOf: '2027-03-31' }, row('open', { dueOn: '2027-03-31' })],
    ['and no longer', change('2026-12-31'), { asOf: '2027-04-01' }, row('overdue')],
    [
      'of 30 November until the end of February',
      change('2026-11-30'),
      { asOf: '2027-03-01', credits: [training(10, '2027-02-24', '2027-02-28')] },
      row('met', { dueOn: '2027-02-28' }),
    ],
    [
      'its training before and after New Year is added up, each part in its own year',
      change('2026-12-31'),
      of2026('2027-02-01', {
        credits: [training(4, '2026-12-30', '2026-12-31'), training(6, '2027-01-04', '2027-01-06')],
      }),
      { ...row('met', { days: 5 }), annual: { hours: { professional: 16 } } },
    ],
    [
      'complete after it: a certificate, and a person judges',
      change('2026-12-31'),
      { asOf: '2027-05-01', credits: [training(10, '2027-04-01', '2027-04-05')] },
      {
        ...row('after_limit'),
        certificates: ['transfer:pc'],
        eligibility: verdict('transfer_appointment', 'review'),
      },
    ],
    [
      'its certificate revoked: refused, whatever the hours say',
      change('2026-12-31'),
      {
        asOf: '2027-05-01',
        credits: [training(10, '2027-03-01', '2027-03-05')],
        revoked: ['transfer:pc'],
      },
      { ...row('met'), certificates: [], eligibility: verdict('transfer_appointment', 'refuse') },
    ],
    ['before the rules: not judged', change('2024-01-24'), { asOf: '2025-05-01' }, { transfers: [] }],
    ['on their first day', change('2024-01-25'), { asOf: '2025-05-01' }, row('overdue')],
  ])
})

describe('Art. 32: a delay approved in January, and made up for in that year', () => {
  const delays = [{ year: 2026, approvedOn: '2027-01-20' }]
  const late = [
    online('public', 30, '2027-12-01', '2027-12-31', { makeUpFor: 2026 }),
    online('professional', 60, '2027-12-01', '2027-12-31', { makeUpFor: 2026 }),
  ]
  check([
    ['from its day on', {}, of2026('2027-01-20', { delays }), annual('deferred', { dueOn: '2027-12-31' })],
    ['not before', {}, of2026('2027-01-19', { delays }), annual('short', { dueOn: '2026-12-31' })],
    [
      'made up for on the last day',
      {},
      of2026('2028-01-01', { delays, credits: late }),
      { ...annual('met', { madeUp: true }), certificates: ['annual:2026'] },
    ],
    [
      'and nothing of it counts for the year in which it was held',
      {},
      { year: 2027, asOf: '2028-01-01', delays, credits: late },
      annual('short', { hours: { total: 0 } }),
    ],
    ['not made up for', {}, of2026('2028-01-01', { delays }), annual('overdue')],
  ])
})

describe('Art. 4, 7: who owes the year on its last day', () => {
  check([
    [
      'leader from 31 December',
      { leaderPeriods: [{ from: '2026-12-31' }] },
      of2026('2027-01-01'),
      annual('not_applicable'),
    ],
    [
      'leader until 30 December',
      { leaderPeriods: [{ from: '2026-01-01', to: '2026-12-30' }] },
      of2026('2027-01-01'),
      annual('short'),
    ],
    [
      'gone on 30 December',
      { registerPeriods: [{ from: '2019-08-01', to: '2026-12-30' }] },
      of2026('2027-01-01'),
      { ...annual('not_applicable'), eligibility: [] },
    ],
    [
      'gone on 31 December: owed, and no verdict any more',
      { registerPeriods: [{ from: '2019-08-01', to: '2026-12-31' }] },
      of2026('2027-01-01'),
      { ...annual('short'), eligibility: [] },
    ],
    [
      'back on 31 December',
      { registerPeriods: [{ from: '2019-08-01', to: '2026-03-01' }, { from: '2026-12-31' }] },
      of2026('2027-01-01'),
      annual('short'),
    ],
  ])
})

describe('Art. 16, 44: a term, its session and its renewal', () => {
  const manager = (more: object = {}) => ({
    posts: [{ postType: 'management', from: '2024-01-01' }],
    terms: [{ from: '2024-01-01', to: '2026-12-31' }],
    ...more,
  })
  const posts = (from: string) => [
    { postType: 'professional', from: '2019-08-01' },
    { postType: 'management', from },
  ]
  const over = of2026('2027-01-01')
  const term = (status: string, more: object = {}) => ({ terms: [{ status, ...more }] })
  check([
    [
      'one of 20 hours',
      manager(),
      { ...over, credits: [session(5, '2026-05-11', '2026-05-13')] },
      term('met'),
    ],
    ['16 hours', manager(), { ...over, credits: [session(4, '2026-05-11', '2026-05-13')] }, term('short')],
    [
      'two of 16 hours are never summed',
      manager(),
      { ...over, credits: [session(4, '2026-05-11', '2026-05-13'), session(4, '2026-06-11', '2026-06-13')] },
      term('short', { longestDays: 2 }),
    ],
    [
      'the days after the term are left out',
      manager(),
      {
        ...of2026('2027-02-01'),
        credits: [
          session(3, '2026-12-30', '2026-12-31', { training: 'x' }),
          session(4, '2027-01-04', '2027-01-05', { training: 'x' }),
        ],
      },
      term('short', { longestDays: 1.5 }),
    ],
    ['a management post of eleven months', manager({ posts: posts('2026-02-01') }), over, { terms: [] }],
    ['of twelve', manager({ posts: posts('2026-01-01') }), over, term('short')],
    ['a leader at its end', manager({ leaderPeriods: [{ from: '2026-12-31' }] }), over, { terms: [] }],
    [
      'one session serves two terms that overlap',
      manager({
        terms: [
          { from: '2024-01-01', to: '2026-12-31' },
          { from: '2025-07-01', to: '2028-06-30' },
        ],
      }),
      of2026('2026-06-01', { credits: [session(6, '2025-09-01', '2025-09-03')] }),
      { terms: [{ status: 'met' }, { status: 'met' }] },
    ],
    [
      'promotion: the session of the term that ended last',
      manager(),
      of2026('2027-02-01', { credits: year(2026) }),
      { eligibility: verdict('grade_promotion', 'refuse') },
    ],
    [
      'promotion: a year of the running term',
      { terms: [{ from: '2025-01-01', to: '2027-12-31' }] },
      of2026('2027-02-01', { credits: year(2026) }),
      {
        eligibility: expect.arrayContaining([
          expect.objectContaining({ business: 'grade_promotion', verdict: 'refuse' }),
          expect.objectContaining({ business: 'commendation', verdict: 'allow' }),
        ]),
      },
    ],
    [
      'renewal twelve months after the end',
      { terms: [{ from: '2024-01-01', to: '2026-12-31' }] },
      of2026('2027-12-31'),
      { eligibility: verdict('contract_renewal', 'refuse') },
    ],
    [
      'and a day more: no term on record',
      { terms: [{ from: '2024-01-01', to: '2026-12-31' }] },
      of2026('2028-01-01'),
      { eligibility: verdict('contract_renewal', 'review') },
    ],
    [
      'hired in its midst: the years from the hiring on',
      { ...hired, terms: [{ from: '2026-01-01', to: '2026-12-31' }] },
      { year: 2027, asOf: '2027-10-01', credits: [induction('2026-10-01', '2026-10-05')] },
      { eligibility: verdict('contract_renewal', 'allow') },
    ],
  ])
})

describe('Art. 35: a revoked certificate', () => {
  check([
    [
      'of the year asked about',
      {},
      of2026('2027-01-01', { credits: year(2026), revoked: ['annual:2026'] }),
      { ...annual('met'), certificates: [], eligibility: verdict('grade_promotion', 'refuse') },
    ],
    [
      'of another year',
      {},
      of2026('2027-01-01', { credits: year(2026), revoked: ['annual:2025'] }),
      { certificates: ['annual:2026'], eligibility: verdict('grade_promotion', 'allow') },
    ],
  ])
})
