import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Account, Actor } from '../../functions/organisations/account.ts'
import { isOwn, powerOver } from '../../functions/requests/powers.ts'
import type { Request } from '../../functions/requests/request.ts'
import { refusalsOf } from './outcomes.ts'

const account = (id: string, more: Partial<Account> = {}): Account => ({
  id,
  name: id,
  email: `${id}@demo.example`,
  roles: [{ role: 'authority', organisationId: 'a', head: false }],
  ...more,
})

const request = (staffId: string, submittedBy = staffId): Request => ({
  id: 'r1',
  type: 'make_up_delay',
  staffId,
  institutionId: 'i',
  submittedBy,
  submittedAt: '',
  status: 'in_review',
  round: 1,
  title: '',
  year: 2026,
  reason: '',
  lines: [{ status: 'in_review', round: 1, awaiting: false }],
  evidence: [],
  fingerprints: [],
  bodyHash: '',
  acts: [],
  version: 1,
})

const desk = { organisationId: 'a', role: 'authority' } as const

describe('Art. 38: nobody decides on their own matter, looked at when they decide', () => {
  const officer = account('hr.city', { staffId: 's.officer' })
  const head = account('hr.head', { roles: [{ role: 'authority', organisationId: 'a', head: true }] })

  test('one’s own, one that was entered for another, and a roster that one is on', () => {
    expect(refusalsOf(powerOver(officer, request('s.officer', 'unit.admin'), desk))).toBe('OWN_REQUEST')
    expect(refusalsOf(powerOver(officer, request('s.other', 'hr.city'), desk))).toBe('OWN_REQUEST')
    expect(powerOver(officer, request('s.other', 'unit.admin'), desk)).toEqual({ ok: true })
    const { staffId: _, ...rest } = request('x', 'unit.admin')
    const roster: Request = {
      ...rest,
      type: 'class_roster',
      participantCount: 1,
      participants: [{ staffId: 's.officer' }],
      lines: [],
    }
    expect(refusalsOf(powerOver(officer, roster, desk))).toBe('OWN_REQUEST')
  })

  test('nor by a second account of theirs, on record from before one address was one account', () => {
    const second: Actor = { ...account('second'), alsoAs: [{ id: 'hr.city', staffId: 's.officer' }] }
    expect(refusalsOf(powerOver(second, request('s.officer', 'unit.admin'), desk))).toBe('OWN_REQUEST')
    expect(refusalsOf(powerOver(second, request('s.other', 'hr.city'), desk))).toBe('OWN_REQUEST')
    const acted = { ...desk, actedBefore: ['hr.city'] }
    expect(refusalsOf(powerOver(second, request('s.other', 'unit.admin'), acted))).toBe('ACTED_BEFORE')
    const stand: Actor = { ...account('stand.in', { roles: [] }), standsInFor: [second] }
    expect(refusalsOf(powerOver(stand, request('s.other', 'hr.city'), desk))).toBe('OWN_REQUEST')
    expect(powerOver(second, request('s.other', 'unit.admin'), desk)).toEqual({ ok: true })
  })

  test('powers that were lent are named, and end where the lender’s own do', () => {
    const stand: Actor = { ...account('stand.in', { roles: [] }), standsInFor: [officer] }
    expect(powerOver(stand, request('s.other', 'unit.admin'), desk)).toEqual({
      ok: true,
      for: { id: 'hr.city', name: 'hr.city' },
    })
    expect(refusalsOf(powerOver(stand, request('s.officer', 'unit.admin'), desk))).toBe('OWN_REQUEST')
  })

  test('one’s own seat goes before a lent one', () => {
    const both: Actor = { ...account('second'), standsInFor: [officer] }
    expect(powerOver(both, request('s.officer', 'unit.admin'), desk)).toEqual({ ok: true })
  })

  test('a task that was handed on is the assignee’s, or a head’s', () => {
    const assigned = { ...desk, assignee: { id: 'hr.second', name: '' } }
    expect(refusalsOf(powerOver(officer, request('s.other'), assigned))).toBe('TASK_REASSIGNED')
    expect(powerOver(account('hr.second'), request('s.other'), assigned).ok).toBe(true)
    expect(powerOver(head, request('s.other'), assigned).ok).toBe(true)
    const standIn: Actor = { ...account('x', { roles: [] }), standsInFor: [account('hr.second')] }
    expect(powerOver(standIn, request('s.other'), assigned).ok).toBe(true)
  })

  test('property: in random organisations with random delegations, nobody ever gets power over their own', () => {
    const person = fc.constantFrom('1', '2', '3', '4')
    const seat = fc.record({
      role: fc.constantFrom('institution' as const, 'department' as const, 'authority' as const),
      organisationId: fc.constantFrom('a', 'b'),
      head: fc.boolean(),
    })
    const someone = fc.record({ who: person, roles: fc.array(seat, { maxLength: 3 }) })
    const build = ({ who, roles }: { who: string; roles: Account['roles'] }) =>
      account(`account.${who}`, { staffId: `staff.${who}`, roles })
    fc.assert(
      fc.property(
        someone,
        fc.array(someone, { maxLength: 3 }),
        person,
        person,
        seat,
        (own, lenders, subject, submitter, at) => {
          const actor: Actor = { ...build(own), standsInFor: lenders.map(build) }
          const matter = request(`staff.${subject}`, `account.${submitter}`)
          const power = powerOver(actor, matter, at)
          if (!power.ok) return
          expect(isOwn(matter, actor)).toBe(false)
          expect(power.for?.id).not.toBe(`account.${subject}`)
          expect(power.for?.id).not.toBe(`account.${submitter}`)
        },
      ),
      { numRuns: 2000 },
    )
  })
})
