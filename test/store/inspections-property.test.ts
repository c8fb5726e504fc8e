import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawHours } from '../../functions/inspections/draw-hours.ts'
import { drawByLot } from '../../functions/inspections/draw-sample.ts'
import type { FrameRow } from '../../functions/inspections/gather-frame.ts'
import type { Matter } from '../../functions/inspections/inspection.ts'
import { actedIn, belongsTo, isApart, mayCheck, standsOver } from '../../functions/inspections/who-checks.ts'
import type { Actor } from '../../functions/organisations/account.ts'
import type { Organisation } from '../../functions/organisations/organisation.ts'
import type { RequestRecord } from '../../functions/requests/request.ts'

const names = fc.uniqueArray(fc.stringMatching(/^staff\.[a-z0-9]{1,8}\.[1-9]$/), { maxLength: 60 })
const seeds = fc.stringMatching(/^[0-9a-f]{32}$/)

describe('Art. 35: the lot', () => {
  test('the order of the frame says nothing; one more or less in it moves nobody past another', () => {
    fc.assert(
      fc.property(names, seeds, fc.nat(20), fc.nat(60), (frame, seed, count, left) => {
        const drawn = drawByLot(frame, seed, count)
        expect(drawByLot(frame.toReversed(), seed, count)).toEqual(drawn)
        expect(drawn).toHaveLength(Math.min(count, frame.length))
        const fewer = frame.filter((_, nth) => nth !== left)
        const kept = drawn.filter((name) => fewer.includes(name))
        expect(drawByLot(fewer, seed, count).slice(0, kept.length)).toEqual(kept)
      }),
    )
  })

  test('uniform: of 20 each is drawn as often as another, over 4,000 seeds (chi-squared, 19 degrees of freedom)', () => {
    const frame = Array.from({ length: 20 }, (_, nth) => `staff.${nth}.1`)
    const seen = new Map(frame.map((name) => [name, 0]))
    const turns = 4000
    for (let seed = 0; seed < turns; seed += 1)
      for (const name of drawByLot(frame, `seed ${seed}`, 5)) seen.set(name, (seen.get(name) ?? 0) + 1)
    const expected = (turns * 5) / frame.length
    const chi = [...seen.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
    // 43.8 is passed by chance once in a thousand sets of seeds; these seeds are fixed.
    expect(chi).toBeLessThan(43.8)
  })

  test('by signs and by lot: never one twice, never more than asked for, by signs only what has one', () => {
    const rows = names.map((list) =>
      list.map(
        (name, nth): FrameRow => ({
          ...{
            name,
            staffId: 's',
            institutionId: 'i',
            sequence: 1,
            tenths: 40 + (nth % 3) * 40,
            mode: 'online',
          },
          signs: nth % 4 === 0 ? ['twin'] : [],
        }),
      ),
    )
    fc.assert(
      fc.property(rows, seeds, fc.nat(10), fc.nat(10), (frame, seed, bySign, byLot) => {
        const drawn = drawHours(frame, { seed, bySign, byLot })
        expect(new Set(drawn.map(({ row }) => row.name)).size).toBe(drawn.length)
        expect(drawn.length).toBeLessThanOrEqual(bySign + byLot)
        const signed = drawn.filter(({ signs }) => signs.length > 0)
        expect(signed.length).toBeLessThanOrEqual(bySign)
        expect(drawn.length).toBeGreaterThanOrEqual(Math.min(byLot, frame.length))
      }),
    )
  })
})

/** A random tree of authorities under a region, and some departments beside them. */
const organisations = fc
  .array(fc.record({ parent: fc.nat(), isDepartment: fc.boolean() }), { minLength: 2, maxLength: 12 })
  .map((drawn): Organisation[] => {
    const region: Organisation = { id: 'o0', name: 'o0', kind: 'authority', level: 'region', overseers: [] }
    const made = [region]
    for (const [nth, { parent, isDepartment }] of drawn.entries()) {
      const above = made.filter(({ kind, level }) => kind === 'authority' && level !== 'county')
      const over = above[parent % above.length] ?? region
      const level = over.level === 'region' ? 'city' : 'county'
      const id = `o${nth + 1}`
      made.push(
        isDepartment
          ? { id, name: id, kind: 'department', level, overseers: [] }
          : {
              id,
              name: id,
              kind: 'authority',
              level,
              parentId: over.id,
              overseers: [over.id, ...over.overseers],
            },
      )
    }
    return made
  })

describe('Art. 35: nobody draws from their own desk or checks what they acted in, over random organisations', () => {
  test('who stands over a desk is never below it, nor of it but at the region', () => {
    fc.assert(
      fc.property(organisations, fc.nat(), fc.nat(), (all, one, other) => {
        const [authority, desk] = [all[one % all.length], all[other % all.length]]
        if (authority === undefined || desk === undefined || !standsOver(authority, desk)) return
        expect(authority.kind).toBe('authority')
        if (authority.id === desk.id) expect(authority.level).toBe('region')
        else expect(authority.overseers).not.toContain(desk.id)
        if (authority.id !== desk.id) expect(standsOver(desk, authority)).toBe(false)
      }),
    )
  })

  test('whoever acted, for whom somebody did, and whose it is checks nothing, whatever seats they have or were lent', () => {
    const ids = ['p1', 'p2', 'p3', 'p4', 'p5'] as const
    const person = fc.constantFrom(...ids)
    const record = fc.record({
      submitter: person,
      deciders: fc.array(fc.record({ by: person, for: fc.option(person, { nil: undefined }) }), {
        minLength: 1,
        maxLength: 3,
      }),
      opinion: fc.option(person, { nil: undefined }),
    })
    fc.assert(
      fc.property(organisations, record, person, fc.nat(), fc.boolean(), (all, done, who, seat, isTheirs) => {
        const authorities = all.filter(({ kind }) => kind === 'authority')
        const at = authorities[seat % authorities.length]
        if (at === undefined) return
        const request = { submittedBy: done.submitter, acts: [] }
        const tasks = done.deciders.map(({ by, for: lender }, nth) => ({
          decided: { by, ...(lender === undefined ? {} : { for: { id: lender, name: lender } }) },
          ...(done.opinion !== undefined && nth === 0
            ? { opinions: [{ of: { id: done.opinion }, by: { id: by } }] }
            : {}),
        }))
        const acted = actedIn({ request, tasks } as unknown as RequestRecord)
        const matter = {
          ...{ actedBefore: acted, staffId: isTheirs ? `s.${who}` : 's.other' },
          authority: { id: at.id, name: at.name },
        } as unknown as Matter
        const seats: Actor['roles'] = authorities.map(({ id }) => ({
          role: 'authority',
          organisationId: id,
          head: true,
        }))
        const own: Actor = {
          id: who,
          name: who,
          email: 'p@people.example',
          staffId: `s.${who}`,
          roles: seats,
        }
        const involved =
          who === done.submitter ||
          done.opinion === who ||
          done.deciders.some((one) => one.by === who || one.for === who)
        const oneself = { accounts: new Set<string>([who]), records: new Set([`s.${who}`]) }
        expect(mayCheck(matter, own, oneself)).toBe(!involved && !isTheirs)
        expect(isApart(matter, oneself)).toBe(!involved && !isTheirs)
        // Their person's other record and account, which were merged with theirs, are they as well.
        const merged = { accounts: new Set(['q', who]), records: new Set(['s.q', `s.${who}`]) }
        expect(mayCheck(matter, { ...own, id: 'q', staffId: 's.q' }, merged)).toBe(!involved && !isTheirs)
        // Lent seats check nothing, and are enough to belong to the desk.
        const borrower: Actor = { ...own, id: 'q', staffId: 's.q', roles: [], standsInFor: [own] }
        const other = { accounts: new Set(['q']), records: new Set(['s.q']) }
        expect(mayCheck(matter, borrower, other)).toBe(false)
        expect(belongsTo(borrower, at.id)).toBe(true)
      }),
    )
  })
})
