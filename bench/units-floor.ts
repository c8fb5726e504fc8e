import {
  eventually,
  type Item,
  isNew,
  read,
  readAll,
  readPartition,
  type Table,
  write,
} from '../functions/platform/table.ts'
import { type Capacity, countedSoFar, resetCapacity } from './capacity.ts'

/**
 * `seats` are those who sit at the two desks, as many as in the recognition that was counted.
 *
 * What the same recognition costs in raw calls: its six writes with items of a few bytes, in transactions where
 * several items must agree, and each list that people read of it (a person's claims, a desk's tasks, what someone
 * decided, what is open for the year's close). No timeline, no resumption after a crash, no further condition than
 * that a thing is new. And the reads without which no act could be: the person's ledger and where they work, the
 * request for each step, who sits at a desk.
 */
export const countFloor = async (table: Table, capacity: Capacity, seats: readonly (readonly string[])[]) => {
  const from = eventually(table)
  const always = { expression: 'attribute_exists(pk) OR attribute_not_exists(pk)' }
  const request = { pk: 'FLOOR#request', sk: 'REQUEST', found: 'FLOOR#claims', foundOrder: '1' }
  const open = { open: 'FLOOR#open', openOrder: '1' }
  const task = (place: number, list: string): Item => ({
    pk: 'FLOOR#request',
    sk: `TASK#${place}`,
    listed: `FLOOR#${list}`,
    listedOrder: String(place),
  })
  const staff = { pk: 'FLOOR#staff', sk: 'PERSON' }
  const organisation = { pk: 'FLOOR#organisation', sk: 'ORGANISATION' }
  const accounts = seats.map((desk) => desk.map((id) => ({ pk: `FLOOR#account#${id}`, sk: 'ACCOUNT' })))
  for (const item of [staff, organisation, { ...organisation, sk: 'SEAT' }, ...accounts.flat()])
    await write(table, [{ put: item, when: always }])

  resetCapacity(capacity)
  await readPartition(from, staff.pk)
  await read(from, organisation)
  await write(table, [
    { put: { ...request, ...open }, when: isNew },
    { put: { pk: 'FLOOR#proof', sk: 'PROOF' }, when: isNew },
  ])
  for (const [place, desk] of accounts.entries()) {
    await readPartition(from, request.pk)
    await readPartition(from, organisation.pk, 'SEAT')
    await readAll(from, desk)
    await write(table, [{ put: task(place, 'desk'), when: isNew }])
    await readPartition(from, request.pk)
    await write(table, [{ put: task(place, 'decided'), when: always }])
  }
  await readPartition(from, request.pk)
  await readPartition(from, staff.pk)
  await write(table, [
    { put: { pk: staff.pk, sk: 'LEDGER#1' }, when: isNew },
    { put: { pk: 'FLOOR#shard', sk: 'STANDING' }, when: always },
    { put: request, when: always },
  ])
  return countedSoFar(capacity)
}
