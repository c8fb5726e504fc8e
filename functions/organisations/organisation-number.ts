import * as z from 'zod'
import { OrganisationId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { isNew, readAll, type Table, type Write } from '../platform/table.ts'
import type { Organisation } from './organisation.ts'

const NumberItem = z.object({ number: z.string(), organisationId: OrganisationId })

/** Gives an organisation a number; fails where another one has it. */
const takeNumber = (number: string, organisationId: OrganisationId): Write => ({
  put: { ...keys.organisationNumber(number), number, organisationId },
  when: isNew,
})

const releaseNumber = (number: string, organisationId: OrganisationId): Write => ({
  remove: keys.organisationNumber(number),
  when: { expression: 'organisationId = :organisationId', values: { ':organisationId': organisationId } },
})

type Numbered = Pick<Organisation, 'id' | 'number'>

/** The writes that follow when an organisation is new, or gets another number. */
export const moveOrganisationNumber = (before: Numbered | undefined, after: Numbered): Write[] => {
  if (before?.number === after.number) return []
  return [
    ...(before?.number === undefined ? [] : [releaseNumber(before.number, before.id)]),
    ...(after.number === undefined ? [] : [takeNumber(after.number, after.id)]),
  ]
}

/** Keys that one read takes, and reads at once. */
const AT_ONCE = 100
const WIDTH = 8

/** Whose these numbers are, of those that anyone has. */
export const holdersOfNumbers = async (
  table: Table,
  numbers: readonly string[],
): Promise<Map<string, OrganisationId>> => {
  const parts = Array.from({ length: Math.ceil(numbers.length / AT_ONCE) }, (_, part) =>
    numbers.slice(part * AT_ONCE, (part + 1) * AT_ONCE),
  )
  const found = await mapConcurrently(parts, WIDTH, (part) =>
    readAll(table, part.map(keys.organisationNumber)),
  )
  return new Map(
    found.flat().map((item) => {
      const { number, organisationId } = NumberItem.parse(item)
      return [number, organisationId]
    }),
  )
}
