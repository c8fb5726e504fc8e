import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type CertificateDue,
  certificatesDue,
  saidBy,
} from '../../functions/certificates/certificates-due.ts'
import { type Certificate, changed, statementOf } from '../../functions/staff/certificate.ts'
import { assessYears } from '../../functions/staff/due-obligations.ts'
import type { Fact } from '../../functions/staff/ledger.ts'
import { edition2024 } from '../../rules/edition.ts'
import { person } from '../person.ts'
import { prove, times } from '../proving.ts'
import { certificate, correction, credit, ledger } from './people.ts'

const DAY = '2026-06-30'
const editionOf = () => edition2024
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
          const [due] = certificatesDue(staff(), DAY, editionOf)
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
