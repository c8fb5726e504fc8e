import { describe, expect, test } from 'vitest'
import { parseFacts } from '../../rules/facts.ts'
import cases from './cases/assessments.json' with { type: 'json' }
import { assessed, TODAY } from './people.ts'

type Eligibility = ReturnType<typeof assessed>['eligibility']

/** The rows of an answer that a case speaks of: it need not name the rest. */
const asked = (rows: Eligibility, expected: readonly { business: string; changeId?: string }[]) =>
  expected.map(({ business, changeId }) =>
    rows.find((row) => row.business === business && (changeId === undefined || row.changeId === changeId)),
  )

describe('the worked cases: each stands for its kind', () => {
  test.each(cases.answers.map((one) => [one.article, one.name, one] as const))(
    'Art. %s: %s',
    (_, __, { facts, expect: expected }) => {
      const answer = assessed(facts)
      const { eligibility = [], ...rest } = expected
      expect(answer).toMatchObject(rest)
      expect(asked(answer.eligibility, eligibility)).toMatchObject(eligibility)
    },
  )

  test.each(cases.refusals.map(({ name, facts, pointer }) => [name, pointer, facts] as const))(
    'refused: %s, at %s',
    (_, pointer, facts) => {
      const parsed = parseFacts(facts, TODAY)
      expect(parsed.ok ? [] : parsed.errors.map((fault) => fault.pointer)).toEqual([pointer])
    },
  )
})
