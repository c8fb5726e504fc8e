import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type CertificateDue,
  certificatesDue,
  saidBy,
} from '../../functions/certificates/certificates-due.ts'
import type { Editions } from '../../functions/registers/edition-for.ts'
import { type Certificate, changed, statementOf } from '../../functions/staff/certificate.ts'
import { assessYears } from '../../functions/staff/due-obligations.ts'
import type { Fact } from '../../functions/staff/ledger.ts'
import { always2024 } from '../../rules/edition.ts'
import { person } from '../person.ts'
import { prove, times } from '../proving.ts'
import { drawnEditions } from '../rules/drawn.ts'
import { certificate, correction, credit, ledger, unchanged } from './people.ts'

const DAY = '2026-06-30'
const editionOf = always2024
const moment = { on: DAY, at: `${DAY}T10:00:00.000+08:00` }

/** One thing that happens to a ledger: a training of 2025 or 2026 is entered, or an earlier entry corrected. */
const happening = fc.record({
  year: fc.constantFrom(2025, 2026),
  subject: fc.constantFrom('public' as const, 'professional' as const),
  hours: fc.constantFrom(15, 30, 45, 60),
  /** Corrects the entry at this place from the start; with no hours it is void. */
  corrects: fc.option(fc.record({ place: fc.nat(9), hours: fc.option(fc.constantFrom(10, 30, 60)) })),
})
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never

const nextFact = (facts: readonly Fact[], { year, subject, hours, corrects }: Happening): Fact => {
  const place = facts.length === 0 ? 0 : (corrects?.place ?? 0) % facts.length
  const target = facts[place]
  if (corrects !== null && target?.kind === 'credit')
    return correction(
      place + 1,
      corrects.hours === null
        ? null
        : { kind: 'credit', credit: { ...target.credit, hours: corrects.hours } },
    )
  const on = { from: `${year}-03-01`, to: `${year}-03-20` }
  return credit(`c${facts.length}`, { ...on, subject, hours, category: 'in_service' })
}

const apply = (held: Certificate[], due: CertificateDue, ledgerLength: number): Certificate[] => {
  if (due.action === 'issue')
    return [...held, certificate(ledgerLength, {}, { year: due.earned.year, ...saidBy(due.earned) })]
  return held.map((one) =>
    one.content.obligation === due.obligation
      ? changed(
          one,
          due.action === 'revoke'
            ? { kind: 'revoked', ...moment, reason: 'not_met', by: 'system' }
            : { kind: 'corrected', ...moment, reason: 'ledger', says: saidBy(due.earned) },
          ledgerLength,
        )
      : one,
  )
}

test('Art. 35: whatever happens to a ledger, settling ends, and the certificates say what is so', () => {
  fc.assert(
    fc.property(fc.array(happening, { minLength: 1, maxLength: 12 }), (happenings) => {
      let facts: Fact[] = []
      let held: Certificate[] = []
      for (const one of happenings) {
        facts = [...facts, nextFact(facts, one)]
        const staff = () => ({ person: person(), entries: ledger(facts), certificates: held })
        for (let round = 0; ; round += 1) {
          const [due] = certificatesDue(staff(), DAY, unchanged)
          if (due === undefined) break
          expect(round).toBeLessThan(4)
          held = apply(held, due, facts.length)
        }
        const years = assessYears(staff(), DAY, editionOf)
        const met = years.flatMap(({ certificates }) => certificates)
        const inForce = held.filter(({ status }) => status !== 'revoked')
        expect(inForce.map(({ content }) => content.obligation).toSorted()).toEqual(met.toSorted())
        expect(new Set(held.map(({ content }) => content.obligation)).size).toBe(held.length)
        for (const one of inForce) {
          const { annual } = years.find((year) => year.annual.year === one.content.year) ?? {
            annual: undefined,
          }
          expect(statementOf(one).hours.public * 10).toBeLessThanOrEqual(annual?.publicTenths ?? -1)
          expect(statementOf(one).hours.professional * 10).toBeLessThanOrEqual(
            annual?.professionalTenths ?? -1,
          )
        }
      }
    }),
    { numRuns: times(150) },
  )
  prove(4, { 'random histories': times(150) })
})

const training = fc.record({
  subject: fc.constantFrom('public' as const, 'professional' as const),
  category: fc.constantFrom('in_service' as const, 'induction' as const),
  month: fc.constantFrom('2025-08', '2025-10', '2026-02'),
  halfDays: fc.option(fc.integer({ min: 1, max: 24 }), { nil: undefined }),
  hours: fc.constantFrom(20, 40, 60),
})

const toCredit = (
  { month, subject, category, halfDays, hours }: typeof training extends fc.Arbitrary<infer T> ? T : never,
  id: string,
): Fact =>
  credit(id, {
    ...{ subject, category, from: `${month}-03`, to: `${month}-20` },
    ...(halfDays === undefined ? { hours } : { mode: 'offline', halfDays, hours: undefined }),
  })

test('Art. 35: no change of readings takes a certificate away, nor what it says, whatever is credited besides', () => {
  let kept = 0
  fc.assert(
    fc.property(
      fc.array(training, { minLength: 1, maxLength: 7 }),
      fc.array(training, { maxLength: 3 }),
      drawnEditions,
      drawnEditions,
      (first, later, then, now) => {
        const who = person({ hiredOn: '2025-09-01' })
        const facts = first.map((one, place) => toCredit(one, `a${place}`))
        let held: Certificate[] = []
        const dueBy = (of: readonly Fact[], editions: Editions) =>
          certificatesDue({ person: who, entries: ledger(of), certificates: held }, DAY, editions)
        const issuedThen = dueBy(facts, { now: then, asKnownOn: () => [] })
        for (const due of issuedThen)
          held =
            due.action === 'issue'
              ? [
                  ...held,
                  certificate(
                    facts.length,
                    {},
                    { year: due.earned.year, ...saidBy(due.earned) },
                    due.obligation,
                  ),
                ]
              : held
        const more = later.map((one, place) => toCredit(one, `b${place}`))
        const due = dueBy([...facts, ...more], { now, asKnownOn: () => [then] })
        expect(due.filter(({ action }) => action !== 'issue')).toEqual([])
        const worse = dueBy(facts, { now, asKnownOn: () => [] })
        if (worse.some(({ action }) => action === 'revoke')) kept += 1
      },
    ),
    { numRuns: times(300), seed: 10 },
  )
  // Some would have been taken away by the readings of today alone.
  expect(kept).toBeGreaterThan(10)
})
