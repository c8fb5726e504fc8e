import { mapConcurrently } from '../platform/map-concurrently.ts'
import type { Table } from '../platform/table.ts'
import { factsInForce } from '../staff/facts-in-force.ts'
import type { StatedFact } from '../staff/ledger.ts'
import { type Registered, readRegistered } from '../staff/registered.ts'
import { readStaff } from '../staff/staff.ts'
import { covers } from '../staff/standing.ts'
import { attended, type Named, type Training } from './import-roster.ts'

/** Ledgers that are read at once. */
const WIDTH = 8

/**
 * What of a person's ledger may refuse the row: the delays granted, and those only where it makes up for a year
 * (Art. 32). The standing has them; of a year that it no longer covers the ledger is asked.
 */
const factsBeside = async (
  table: Table,
  { person, standing }: Registered,
  { makeUpFor }: Training,
): Promise<readonly StatedFact[]> => {
  if (makeUpFor === undefined || covers(standing, makeUpFor))
    return standing.delays.map((delay) => ({ kind: 'delay', ...delay }))
  return factsInForce((await readStaff(table, person.id))?.entries ?? [])
}

/** Those whom the rows name, as the register has them, with what of their ledgers the rows are judged beside. */
export const readNamed = async (table: Table, rows: readonly Named[], training: Training) => {
  const registered = await readRegistered(
    table,
    rows.map(({ participant }) => participant.staffId),
  )
  return mapConcurrently(rows, WIDTH, async ({ participant }) => {
    const known = registered.get(participant.staffId)
    return (
      known && {
        person: known.person,
        facts: await factsBeside(table, known, attended(training, participant)),
      }
    )
  })
}
