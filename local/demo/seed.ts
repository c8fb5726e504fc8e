import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { newAccount } from '../../functions/store/account.ts'
import { appendEntry } from '../../functions/store/ledger.ts'
import { newOrganisation, type Organisation } from '../../functions/store/organisation.ts'
import { newPerson, type Person } from '../../functions/store/person.ts'
import { putStanding } from '../../functions/store/standing.ts'
import { type Item, read, type Table, type Write } from '../../functions/store/table.ts'
import { openWatches } from '../../functions/store/watch.ts'
import { accounts } from './accounts.ts'
import { demoLedger } from './ledgers.ts'
import { administration, institutionsFor } from './organisations.ts'
import { namedPersons, personAt } from './people.ts'
import { demoRegisters } from './registers.ts'

const DEFAULT_PERSONS = 240

/** Written last: where it stands, all the rest does. The system itself never reads it. */
const MARKER = { pk: 'DEMO', sk: 'SEEDED' } as const

/** What a seeded table holds. */
export const Seeded = z.object({
  organisations: z.number().int(),
  persons: z.number().int(),
  accounts: z.number().int(),
})
export type Seeded = z.infer<typeof Seeded>

const organisationsFor = (persons: number) => {
  const institutions = institutionsFor(persons)
  return { institutions, all: [...administration, ...institutions] }
}

function* personsOf(persons: number, institutions: readonly Organisation[]): Generator<Person> {
  yield* namedPersons
  for (let position = 0; position < persons - namedPersons.length; position += 1)
    yield personAt(position, institutions)
}

/** The demo's own first day: dates that were over by then are watched no more. */
const BEGINS = '2026-01-01'

function* writesFor(persons: number): Generator<Write> {
  const { institutions, all } = organisationsFor(persons)
  for (const organisation of all) yield newOrganisation(organisation)
  for (const account of accounts) yield* newAccount(account)
  yield* demoRegisters()
  for (const person of personsOf(persons, institutions)) {
    yield newPerson(person)
    const entries = demoLedger(person)
    yield* entries.map(appendEntry)
    const staff = { person, entries, certificates: [] }
    yield putStanding(staff)
    yield* openWatches(staff, BEGINS)
  }
}

/**
 * Every item of a demo of so many persons (at least those who have an account), one by one: the same bytes each
 * time, however large.
 */
export function* demoItems(persons: number = DEFAULT_PERSONS): Generator<Item> {
  for (const write of writesFor(persons)) if ('put' in write) yield write.put
}

function* inBatches<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let batch: T[] = []
  for (const item of items) {
    batch.push(item)
    if (batch.length === size) {
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}

/** What one transaction takes. The database of this machine syncs its disk once a transaction, not once an item. */
const BATCH = 100
const WRITERS = 2

/** Puts without a precondition: what is there already is the same item. */
const putAll = ({ client, name }: Table, items: readonly Item[]) =>
  client.send(
    new TransactWriteCommand({ TransactItems: items.map((Item) => ({ Put: { TableName: name, Item } })) }),
  )

/** Told now and then how many persons have been written. */
export type Progress = (persons: number) => void

/**
 * Fills a table with the demo organisation: `persons` persons in all (240 unless told; never fewer than those who
 * have an account). Safe to repeat: a seeding that was cut short writes the same items again; one that was
 * finished is left as it is, with whatever the demo's people have done since, and its counts are answered.
 */
export const seedDemo = async (
  table: Table,
  {
    persons = DEFAULT_PERSONS,
    onProgress = () => undefined,
  }: { persons?: number; onProgress?: Progress } = {},
): Promise<Seeded> => {
  const marker = await read(table, MARKER)
  if (marker) return Seeded.parse(marker)
  const batches = inBatches(demoItems(persons), BATCH)
  let written = 0
  const writeOn = async () => {
    for (const batch of batches) {
      await putAll(table, batch)
      written += batch.filter(({ sk }) => sk === 'PERSON').length
      onProgress(written)
    }
  }
  // All of them draw from the one generator: each batch is written once.
  await Promise.all(Array.from({ length: WRITERS }, writeOn))
  const seeded: Seeded = {
    organisations: organisationsFor(persons).all.length,
    persons: Math.max(persons, namedPersons.length),
    accounts: accounts.length,
  }
  await putAll(table, [{ ...MARKER, ...seeded }])
  return seeded
}
