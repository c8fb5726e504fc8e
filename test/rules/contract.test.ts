import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { AssessmentJson, FactsJson } from '../../rules/json.ts'
import { assessed, factsOf } from './people.ts'

/** The example of the contract. */
const facts = {
  asOf: '2026-12-31',
  year: 2026,
  person: {
    postType: 'management',
    leader: false,
    onRegister: true,
    hiredOn: '2019-08-01',
    highLevelTalent: false,
    terms: [{ from: '2024-01-01', to: '2026-12-31' }],
    postChanges: [{ id: 'pc1', kind: 'post_type', effectiveOn: '2026-03-01' }],
  },
  credits: [
    {
      id: 'c1',
      subject: 'public',
      category: 'in_service',
      mode: 'offline',
      from: '2026-05-11',
      to: '2026-05-15',
      halfDays: 10,
      fullTime: true,
      passed: true,
    },
    {
      id: 'c2',
      subject: 'professional',
      category: 'in_service',
      mode: 'online',
      from: '2026-06-01',
      to: '2026-06-30',
      hours: 52.5,
      passed: true,
    },
    {
      id: 'c3',
      subject: 'professional',
      category: 'transfer',
      mode: 'offline',
      from: '2026-04-06',
      to: '2026-04-10',
      halfDays: 10,
      passed: true,
      forChange: 'pc1',
    },
    {
      id: 'c4',
      subject: 'public',
      category: 'in_service',
      mode: 'online',
      from: '2026-02-01',
      to: '2026-02-03',
      hours: 6,
      passed: true,
      makeUpFor: 2025,
    },
  ],
  deemed: [{ kind: 'degree_course', year: 2026 }],
  delays: [{ year: 2025, approvedOn: '2026-01-08' }],
  justified: [2024],
}

describe('the contract of the calculator', () => {
  test('its example, to the letter', () => {
    const { eligibility, reasons, ...rest } = assessed(facts)
    expect(rest).toEqual({
      edition: '2024',
      asOf: '2026-12-31',
      annual: {
        year: 2026,
        status: 'met',
        dueOn: '2026-12-31',
        hours: { total: 132.5, public: 40, professional: 92.5, online: 52.5, offline: 80 },
        days: 10,
        deemed: { public: false, professional: true },
        missing: { hours: 0, public: 0, professional: 0 },
        madeUp: false,
      },
      induction: { status: 'not_applicable' },
      terms: [{ from: '2024-01-01', to: '2026-12-31', status: 'met', longestHours: 40, longestDays: 5 }],
      transfers: [{ id: 'pc1', status: 'met', hours: 40, days: 5, missingHours: 0, dueOn: '2026-06-01' }],
      certificates: ['annual:2026', 'transfer:pc1'],
      ignored: [],
    })
    expect(reasons[0]).toMatchObject({ article: '7', obligation: 'annual' })
    expect(eligibility.map(({ business, verdict, articles }) => [business, verdict, articles])).toEqual([
      ['appraisal_excellent', 'allow', [7, 35]],
      ['commendation', 'allow', [7, 35]],
      ['grade_promotion', 'review', [7, 44]],
      ['regularization', 'review', [35, 43]],
      ['transfer_appointment', 'allow', [35, 45]],
      ['post_change_filing', 'allow', [45]],
      ['contract_renewal', 'review', [44]],
    ])
  })

  test('the same facts give the same answer, whatever was asked before', () => {
    expect(assessed(facts)).toEqual(assessed(structuredClone(facts)))
  })

  test('postType and hiredOn are enough; the rest has its defaults', () => {
    const { annual, ...rest } = assessed({
      year: 2026,
      person: { postType: 'worker', hiredOn: '2019-08-01' },
    })
    expect(annual).toMatchObject({
      status: 'open',
      days: 0,
      missing: { hours: 90, public: 30, professional: 60 },
    })
    expect(rest).toMatchObject({
      asOf: '2026-07-01',
      terms: [],
      transfers: [],
      certificates: [],
      ignored: [],
    })
    expect(factsOf({ year: 2026, person: { postType: 'worker', hiredOn: '2019-08-01' } })).toEqual({
      asOf: 20260701,
      year: 2026,
      person: {
        postType: 'worker',
        leader: false,
        onRegister: true,
        hiredOn: 20190801,
        highLevelTalent: false,
        organWorker: false,
        terms: [],
        postChanges: [],
      },
      credits: [],
      deemed: [],
      delays: [],
      justified: [],
      revoked: [],
    })
  })

  test('every answer has the form that the OpenAPI document promises', () => {
    const newcomer = { ...facts, person: { ...facts.person, hiredOn: '2025-10-08' } }
    for (const json of [
      facts,
      newcomer,
      { ...facts, asOf: '2026-05-12', credits: facts.credits.slice(0, 3) },
    ]) {
      const answer = assessed(json)
      expect(z.strictObject(AssessmentJson.shape).parse(answer)).toEqual(answer)
    }
  })

  test('the schemas can be printed, with their bounds', () => {
    const printed = z.toJSONSchema(FactsJson, { io: 'input' })
    expect(printed.$defs?.Facts?.required).toEqual(['year', 'person'])
    expect(JSON.stringify(printed)).toContain('"exclusiveMinimum":0,"maximum":1000000,"multipleOf":0.1')
    expect(JSON.stringify(printed)).toContain('"type":"integer","minimum":1')
    expect(JSON.stringify(z.toJSONSchema(AssessmentJson))).toContain('completedOn')
  })
})
