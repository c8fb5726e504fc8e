import { describe, expect, test } from 'vitest'
import { certificatesDue } from '../../functions/certificates/certificates-due.ts'
import { type Certificate, type CertificateChange, changed } from '../../functions/staff/certificate.ts'
import { assessYears } from '../../functions/staff/due-obligations.ts'
import type { Fact } from '../../functions/staff/ledger.ts'
import type { Person } from '../../functions/staff/person.ts'
import { assessRecord } from '../../functions/year/close-finding.ts'
import { type Edition, edition2024 } from '../../rules/edition.ts'
import { person } from '../person.ts'
import { certificate, completeYear, correction, credit, ledger, unchanged } from './people.ts'

const DAY = '2026-06-30'

const due = (facts: readonly Fact[], certificates: readonly Certificate[] = [], who: Partial<Person> = {}) =>
  certificatesDue({ person: person(who), entries: ledger(facts), certificates }, DAY, unchanged).map(
    (one) => {
      const earned = one.action === 'revoke' ? undefined : one.earned
      return [one.action, one.obligation, ...(earned ? [earned.hours.total] : [])]
    },
  )

const moment = { on: '2026-06-20', at: '2026-06-20T10:00:00.000+08:00' }
const notMet: CertificateChange = { kind: 'revoked', ...moment, reason: 'not_met', by: 'system' }
const fraud: CertificateChange = {
  kind: 'revoked',
  ...moment,
  reason: 'fraud',
  by: 'hr.region',
  note: '造假',
}

describe('Art. 35: certificates follow the ledger', () => {
  test('met and none yet: issued', () => {
    expect(due(completeYear)).toEqual([['issue', 'annual:2026', 90]])
    expect(due(completeYear.slice(0, 1))).toEqual([])
  })

  test('met, and the certificate says so: nothing to do', () => {
    expect(due(completeYear, [certificate(2)])).toEqual([])
  })

  test('hours that come later count, and leave the certificate as it is', () => {
    expect(due([...completeYear, credit('c', { hours: 5 })], [certificate(2)])).toEqual([])
  })

  test('a correction that takes the year below its minimum revokes', () => {
    const facts = [...completeYear, correction(1, credit('a', { hours: 29.9 }))]
    expect(due(facts, [certificate(2)])).toEqual([['revoke', 'annual:2026']])
    expect(due(facts, [changed(certificate(2), notMet, 3)])).toEqual([])
  })

  test('a correction that leaves the year complete with other hours corrects, fewer or more, once', () => {
    const says = { hours: { public: 40, professional: 60, total: 100 } }
    const facts = [credit('a', { hours: 40 }), ...completeYear.slice(1)]
    for (const hours of [30, 35, 44]) {
      const corrected = [...facts, correction(1, credit('a', { hours }))]
      expect(due(corrected, [certificate(2, {}, says)])).toEqual([['correct', 'annual:2026', 60 + hours]])
      const done = changed(
        certificate(2, {}, says),
        {
          kind: 'corrected',
          ...moment,
          reason: 'ledger',
          says: { ...certificate(2).content, hours: { public: hours, professional: 60, total: 60 + hours } },
        },
        3,
      )
      expect(due(corrected, [done])).toEqual([])
    }
  })

  test('a correction of what came after the issue, or of another year, is no matter of this certificate', () => {
    const later = [...completeYear, credit('c', { hours: 9 })]
    expect(due([...later, correction(3, credit('c', { hours: 4 }))], [certificate(2)])).toEqual([])
    const other = [...completeYear, credit('c', { from: '2025-03-01', to: '2025-03-02', hours: 9 })]
    expect(
      due(
        [...other, correction(3, credit('c', { from: '2025-03-01', to: '2025-03-02', hours: 4 }))],
        [certificate(3)],
      ),
    ).toEqual([])
  })

  test('revoked by the ledger and met again: corrected with what it says then, never a second one', () => {
    const facts = [...completeYear, correction(1, null), credit('c', { hours: 33 })]
    expect(due(facts, [changed(certificate(2), notMet, 3)])).toEqual([['correct', 'annual:2026', 93]])
  })

  test('Art. 32: revoked by a person: nothing brings it back, and nothing is issued in its place', () => {
    expect(due(completeYear, [changed(certificate(2), fraud, 2)])).toEqual([])
    expect(due([...completeYear, correction(1, null)], [changed(certificate(2), fraud, 2)])).toEqual([])
  })

  test('a year that does not apply any more takes nothing away that was earned', () => {
    expect(due([], [certificate(2)], { onRegister: false })).toEqual([])
    expect(due([], [certificate(2)], { leader: true })).toEqual([])
    expect(due([], [certificate(2)])).toEqual([['revoke', 'annual:2026']])
  })

  describe('Art. 39(5): whoever holds the year of completion by the reading of old keeps it', () => {
    const hired = { hiredOn: '2025-11-03' }
    const induction = (id: string, from: string, to: string, hours: number) =>
      credit(id, { category: 'induction', subject: 'professional', from, to, hours })
    const first = [induction('x', '2026-02-02', '2026-02-06', 40)]
    const deemed = {
      public: true,
      professional: true,
      granted: { public: 0, professional: 0 },
      articles: ['39(5)' as const],
    }
    const of2026 = certificate(1, {}, { hours: { public: 0, professional: 40, total: 40 }, deemed })
    const ofInduction = certificate(1)
    const held: Certificate[] = [
      of2026,
      {
        ...ofInduction,
        content: {
          ...ofInduction.content,
          kind: 'induction',
          obligation: 'induction',
          completedOn: '2026-02-06',
          hours: { public: 0, professional: 40, total: 40 },
        },
      },
    ]

    test('who holds none earns the year of hiring', () => {
      expect(due(first, [], hired)).toEqual([
        ['issue', 'induction', 40],
        ['issue', 'annual:2025', 0],
      ])
    })

    test('who holds it keeps it, and earns the year of hiring besides', () => {
      expect(due(first, held, hired)).toEqual([['issue', 'annual:2025', 0]])
    })

    test('an induction training entered later takes nothing away', () => {
      const both = [...first, induction('y', '2025-12-01', '2025-12-05', 40)]
      expect(due(both, held, hired)).toEqual([['issue', 'annual:2025', 40]])
    })

    test('what stood behind it made void takes it away by either reading', () => {
      expect(due([...first, correction(1, null)], held, hired)).toContainEqual(['revoke', 'annual:2026'])
    })
  })
})

describe('Art. 39(5): where two readings meet in one induction, each year that either deems is deemed', () => {
  const completion: Edition = {
    ...edition2024,
    readings: { ...edition2024.readings, inductionDeemsYearOf: 'completion' },
  }
  const induction = credit('i', { category: 'induction', from: '2026-02-02', to: '2026-02-20', hours: 40 })
  const hired = person({ hiredOn: '2025-11-01' })
  const staff = { person: hired, entries: ledger([induction]), certificates: [] }

  test.each([2025, 2026])('in the ledger, at the close and in certificates; by completion in %s', (first) => {
    const editionOf = (year: number) => (year === first ? completion : edition2024)
    expect(assessYears(staff, DAY, editionOf).map(({ annual }) => [annual.year, annual.status])).toEqual([
      [2024, 'not_applicable'],
      [2025, 'deemed'],
      [2026, 'deemed'],
    ])
    expect([2025, 2026].map((year) => assessRecord(staff, year, DAY, editionOf).annual.status)).toEqual([
      'deemed',
      'deemed',
    ])
    const due = certificatesDue(staff, DAY, { now: editionOf, asKnownOn: () => [] })
    expect(due.map(({ obligation }) => obligation).toSorted()).toEqual([
      'annual:2025',
      'annual:2026',
      'induction',
    ])
  })
})
