import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { newAccount } from '../../functions/organisations/account.ts'
import { newOrganisation, type Organisation } from '../../functions/organisations/organisation.ts'
import { sealed } from '../../functions/platform/seal.ts'
import { type Item, read, sealOf, type Table, type Write } from '../../functions/platform/table.ts'
import { namedItems } from '../../functions/search/name-readings.ts'
import type { Signer } from '../../functions/staff/certificate/signing.ts'
import { newCertificate } from '../../functions/staff/certificate.ts'
import { appendEntry } from '../../functions/staff/ledger.ts'
import { newPerson, type Person } from '../../functions/staff/person.ts'
import type { StaffRecord } from '../../functions/staff/staff-record.ts'
import { isStanding, putStanding } from '../../functions/staff/standing.ts'
import { openWatches } from '../../functions/staff/watch.ts'
import { accounts } from './accounts.ts'
import { demoCertificates } from './certificates.ts'
import { demoComplaints } from './complaints.ts'
import { type Decided, demoDecided } from './decided.ts'
import { demoFeeds } from './feeds.ts'
import { demoInspections } from './inspections.ts'
import { demoLedger } from './ledgers.ts'
import { demoLibraries } from './libraries.ts'
import { administration, institutionsFor } from './organisations.ts'
import { namedPersons, personAt } from './people.ts'
import { demoPolicies } from './policies.ts'
import { demoProgrammes } from './programmes.ts'
import { demoQuestions } from './questions.ts'
import { demoRegisters } from './registers.ts'
import { demoStatistics } from './statistics.ts'

const DEFAULT_PERSONS = 240

/** Written last: where it exists, the whole demo does. The system itself never reads it. */
const MARKER = { pk: 'DEMO', sk: 'SEEDED' } as const

/** Whether a table holds the demo. */
export const hasDemo = async (table: Table): Promise<boolean> => (await read(table, MARKER)) !== undefined

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

/** The demo's first day: dates before it get no watch. */
const BEGINS = '2026-01-01'
/** The day up to which the demo's ledgers are kept: what was complete by then has its certificate. */
const KEPT_UNTIL = '2026-06-30'

const itemsOf = (writes: readonly Write[]): Item[] =>
  writes.flatMap((write) => ('put' in write ? [write.put] : []))

/** Whether an item of the demo bears a seal in the store. */
const bearsSeal = (item: Item): boolean =>
  isStanding(item) ||
  (typeof item.sk === 'string' &&
    (['PERSON', 'ORGANISATION', 'ACCOUNT', 'REQUEST'].includes(item.sk) || item.sk.startsWith('TASK#')))

function* groundItems(organisations: readonly Organisation[]): Generator<Item> {
  for (const organisation of organisations) yield* itemsOf([newOrganisation(organisation)])
  for (const account of accounts) yield* itemsOf(newAccount(account))
  yield* itemsOf([...demoRegisters()])
  yield* itemsOf([...demoComplaints(), ...demoQuestions(), ...demoInspections(), ...demoPolicies()])
  yield* demoFeeds()
  yield* demoProgrammes()
  yield* demoLibraries()
}

function* demoStaff(persons: number, institutions: readonly Organisation[]): Generator<StaffRecord> {
  for (const person of personsOf(persons, institutions))
    yield { person, entries: demoLedger(person), certificates: [] }
}

const staffItems = (staff: StaffRecord): Item[] =>
  itemsOf([
    newPerson(staff.person),
    ...staff.entries.map(appendEntry),
    ...staff.certificates.map(newCertificate),
    putStanding(staff),
    ...openWatches(staff, BEGINS),
  ])

/**
 * Every item of a demo of so many persons (at least those who have an account), one by one, without certificates:
 * the same bytes each time, however large.
 */
export function* demoItems(persons: number = DEFAULT_PERSONS): Generator<Item> {
  const { institutions, all } = organisationsFor(persons)
  yield* groundItems(all)
  const byId = new Map(all.map((organisation) => [organisation.id, organisation]))
  const decided: Decided[] = []
  for (const staff of demoStaff(persons, institutions)) {
    yield* staffItems(staff)
    const institution = byId.get(staff.person.institutionId)
    if (institution !== undefined) decided.push(...demoDecided(staff, institution))
  }
  yield* itemsOf(decided.flatMap(({ writes }) => writes))
}

/** The same with the statistics, the index of names and, where there is a signer, the certificates. */
async function* countedItems(persons: number, signer?: Signer): AsyncGenerator<Item> {
  const { institutions, all } = organisationsFor(persons)
  const byId = new Map(all.map((organisation) => [organisation.id, organisation]))
  const statistics = demoStatistics()
  yield* groundItems(all)
  for (const staff of demoStaff(persons, institutions)) {
    const institution = byId.get(staff.person.institutionId)
    if (institution === undefined) continue
    const issuer = byId.get(institution.authorityId ?? '')
    const certificates = signer
      ? await demoCertificates(staff, KEPT_UNTIL, { institution, issuer }, signer)
      : []
    yield* staffItems({ ...staff, certificates })
    yield* statistics.count(staff, institution)
    yield* namedItems(staff.person, institution)
    for (const { id, tasks, writes } of demoDecided(staff, institution)) {
      yield* itemsOf(writes)
      yield* statistics.countDesks(id, tasks)
    }
  }
  yield* statistics.rows()
}

async function* inBatches<T>(
  items: Iterable<T> | AsyncIterable<T>,
  size: number,
): AsyncGenerator<T[], undefined> {
  let batch: T[] = []
  for await (const item of items) {
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

/** Items with the seals that the store puts on them. */
export const withSeals = async (table: Table, items: readonly Item[]): Promise<Item[]> => {
  const seal = await sealOf(table)
  return items.map((item) => (bearsSeal(item) ? sealed(seal, item) : item))
}

/** Puts without a precondition: what is there already is the same item. */
const putAll = async (table: Table, items: readonly Item[]) => {
  const { client, name } = table
  const all = await withSeals(table, items)
  await client.send(
    new TransactWriteCommand({
      TransactItems: all.map((Item) => ({ Put: { TableName: name, Item } })),
    }),
  )
}

/** Told now and then how many persons have been written. */
export type Progress = (persons: number) => void

/**
 * Fills a table with the demo: `persons` persons (240 unless told, at least those with an account); with a
 * signer also the certificates that they have earned. Safe to repeat: an interrupted seeding writes the same
 * items again, a finished one changes nothing and answers its counts.
 */
export const seedDemo = async (
  table: Table,
  {
    persons = DEFAULT_PERSONS,
    signer,
    onProgress = () => undefined,
  }: { persons?: number; signer?: Signer; onProgress?: Progress } = {},
): Promise<Seeded> => {
  const marker = await read(table, MARKER)
  if (marker) return Seeded.parse(marker)
  const batches = inBatches(countedItems(persons, signer), BATCH)
  let written = 0
  const writeOn = async () => {
    for await (const batch of batches) {
      await putAll(table, batch)
      written += batch.filter(({ sk }) => sk === 'PERSON').length
      onProgress(written)
    }
  }
  // All writers draw from one generator, so each batch is written once.
  await Promise.all(Array.from({ length: WRITERS }, writeOn))
  const seeded: Seeded = {
    organisations: organisationsFor(persons).all.length,
    persons: Math.max(persons, namedPersons.length),
    accounts: accounts.length,
  }
  await putAll(table, [{ ...MARKER, ...seeded }])
  return seeded
}
