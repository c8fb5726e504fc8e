import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Account, newAccount } from '../../functions/organisations/account.ts'
import { write } from '../../functions/platform/table.ts'
import { isOnePerson, samePersonsAmong } from '../../functions/staff/one-person.ts'
import { newPerson } from '../../functions/staff/person.ts'
import { person } from '../person.ts'
import { times } from '../proving.ts'
import { withTestDatabase } from '../test-database.ts'

const database = withTestDatabase()
const ids = [0, 1, 2, 3] as const

/** Each account with a name and, where it has one, a record, which may have been merged into another one. */
const world = fc.record({
  named: fc.tuple(...ids.map(() => fc.constantFrom('李明', '李 明', '王芳'))),
  linked: fc.tuple(...ids.map(() => fc.boolean())),
  into: fc.tuple(...ids.map(() => fc.constantFrom(...ids))),
})

test('Art. 35: two accounts are one person’s by a record, a merge, or the name of one without a record; from either side', async () => {
  await fc.assert(
    fc.asyncProperty(world, async ({ named, linked, into }) => {
      const table = await database.newTable()
      // Into a record that stays itself.
      const rootOf = (n: number): number => {
        const next = into[n] ?? n
        return into[next] === next ? next : n
      }
      const accounts = ids.map(
        (n): Account => ({
          ...{ id: `account${n}`, name: named[n] ?? '', email: `${n}@demo.example`, roles: [] },
          ...(linked[n] ? { staffId: `staff${n}` } : {}),
        }),
      )
      await write(table, [
        ...accounts.flatMap(newAccount),
        ...ids.map((n) => {
          const from = ids.filter((other) => other !== n && rootOf(other) === n).map((one) => `staff${one}`)
          return newPerson(
            person({
              ...{ id: `staff${n}`, name: named[n] ?? '' },
              ...(linked[n] ? { accountId: `account${n}` } : {}),
              ...(rootOf(n) === n ? {} : { mergedInto: `staff${rootOf(n)}` }),
              ...(from.length === 0 ? {} : { mergedFrom: from }),
            }),
          )
        }),
      ])
      const plain = (n: number) => named[n]?.replace(' ', '')
      for (const one of ids)
        for (const other of ids) {
          const isSame =
            one === other ||
            (linked[one] && linked[other] ? rootOf(one) === rootOf(other) : plain(one) === plain(other))
          const [a, b] = [accounts[one], accounts[other]]
          if (a === undefined || b === undefined) throw new Error('There are four.')
          expect(await isOnePerson(table, a, b)).toBe(isSame)
          // Among many only equal names are looked up; an account itself is not another one.
          const found = one !== other && isSame && plain(one) === plain(other)
          expect(await samePersonsAmong(table, [a], [b])).toEqual(found ? [a.id] : [])
        }
    }),
    { numRuns: times(25) },
  )
})
