import { createHash, randomBytes } from 'node:crypto'
import { type Clock, timestamp } from '../platform/clock.ts'
import { base32 } from '../platform/identifiers.ts'
import type { AccountId } from '../platform/ids.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { type Table, type Write, write } from '../platform/table.ts'
import type { Actor } from './account.ts'
import {
  hasStaff,
  type Organisation,
  populationOf,
  readOrganisation,
  recordChange,
  registerFirst,
  stillAs,
  versionOf,
} from './organisation.ts'
import { holdersOfNumbers, moveOrganisationNumber } from './organisation-number.ts'
import type { NewOrganisation, OrganisationChangeBody } from './organisations-api.ts'
import { derivePlace, mayPlaceUnder, type Placing } from './place-organisation.ts'
import { rederiveBelow } from './rederive.ts'
import type { RegisterAct } from './register-change.ts'
import { findOrganisation } from './view-organisation.ts'
import { placeFaults } from './words.ts'

interface Deps {
  readonly table: Table
  readonly clock: Clock
}

const idFor = (accountId: AccountId, key: string | undefined): string =>
  `o${base32(
    key === undefined
      ? randomBytes(16)
      : createHash('sha256').update(`organisation\n${accountId}\n${key}`).digest(),
    16,
  )}`

/** Whether another organisation has the number. */
const isTaken = async (table: Table, { id, number }: Placing): Promise<boolean> => {
  const holder = number === undefined ? undefined : (await holdersOfNumbers(table, [number])).get(number)
  return holder !== undefined && holder !== id
}

/** Enters a new organisation with its number, and who did it. */
export const enterOrganisation = (organisation: Organisation, act: RegisterAct): Write[] => [
  ...registerFirst(organisation, act),
  ...moveOrganisationNumber(undefined, organisation),
]

/** Registers an organisation in its place, by an authority above it or the region. */
export const registerOrganisation =
  ({ table, clock }: Deps) =>
  (
    { reason, ...body }: NewOrganisation,
    key: string | undefined,
    actor: Actor,
  ): Promise<
    Outcome<
      Organisation,
      'KEY_REUSED' | 'NOT_ALLOWED' | 'ORGANISATION_MISPLACED' | 'ORGANISATION_NUMBER_TAKEN'
    >
  > =>
    retryOnConflict(async () => {
      const placing: Placing = { id: idFor(actor.id, key), ...body }
      const before = key === undefined ? undefined : await readOrganisation(table, placing.id)
      if (before !== undefined)
        return before.name === body.name && before.kind === body.kind ? succeed(before) : refuse('KEY_REUSED')
      const { above, overseers, faults } = await derivePlace(table, placing)
      if (!(await mayPlaceUnder(table, actor, overseers))) return refuse('NOT_ALLOWED')
      if (faults.length > 0) return refuse('ORGANISATION_MISPLACED', { errors: faults })
      const organisation: Organisation = { ...placing, overseers, version: 1 }
      if (await isTaken(table, organisation)) return refuse('ORGANISATION_NUMBER_TAKEN')
      const act = { at: timestamp(clock), by: actor.id, what: 'registered', reason }
      await write(table, [...enterOrganisation(organisation, act), ...above.map(stillAs)])
      return succeed(organisation)
    })

/** What was given, or what was there; `null` takes it away. */
const kept = (given: string | null | undefined, before: string | undefined): string | undefined =>
  given === undefined ? before : (given ?? undefined)

/** An organisation as a change would place and name it. */
export const placedAs = (
  before: Organisation,
  body: Omit<OrganisationChangeBody, 'version' | 'reason'>,
): Placing => {
  const { overseers: _, version: __, ...placing } = before
  return {
    ...placing,
    name: body.name ?? before.name,
    level: body.level ?? before.level,
    ...(body.population === undefined ? {} : { population: body.population }),
    number: kept(body.number, before.number),
    regionCode: kept(body.regionCode, before.regionCode),
    foundedBy: kept(body.foundedBy, before.foundedBy),
    parentId: kept(body.parentId, before.parentId),
    departmentId: kept(body.departmentId, before.departmentId),
    authorityId: kept(body.authorityId, before.authorityId),
  }
}

type ChangeRefusal =
  | 'NOT_ALLOWED'
  | 'NOT_FOUND'
  | 'ORGANISATION_MISPLACED'
  | 'ORGANISATION_NUMBER_TAKEN'
  | 'STALE_VERSION'

const sameLinks = (a: Placing, b: Placing): boolean =>
  a.parentId === b.parentId && a.departmentId === b.departmentId && a.authorityId === b.authorityId

const samePopulation = (a: Placing, b: Placing): boolean => populationOf(a) === populationOf(b)

const sameWords = (a: Placing, b: Placing): boolean =>
  a.name === b.name &&
  a.level === b.level &&
  a.number === b.number &&
  a.regionCode === b.regionCode &&
  a.foundedBy === b.foundedBy &&
  samePopulation(a, b)

/**
 * Changes an organisation's name, level, numbers or place, and carries a change of place to all below. Whoever moves
 * it must be above both its old and its new place.
 */
export const changeOrganisation =
  ({ table, clock }: Deps) =>
  async (
    id: string,
    body: OrganisationChangeBody,
    actor: Actor,
  ): Promise<Outcome<Organisation, ChangeRefusal>> => {
    const outcome = await retryOnConflict(async (): Promise<Outcome<Organisation, ChangeRefusal>> => {
      const found = await findOrganisation(table, id, actor)
      if (!found.ok) return found
      const before = found.value
      const placing = placedAs(before, body)
      const { above, overseers, faults } = await derivePlace(table, placing)
      const allowed =
        (await mayPlaceUnder(table, actor, before.overseers)) &&
        (sameLinks(before, placing) || (await mayPlaceUnder(table, actor, overseers)))
      if (!allowed) return refuse('NOT_ALLOWED')
      if (body.version !== versionOf(before))
        return refuse('STALE_VERSION', { details: { version: versionOf(before) } })
      if (faults.length > 0) return refuse('ORGANISATION_MISPLACED', { errors: faults })
      if (!samePopulation(before, placing) && (await hasStaff(table, before.id)))
        return refuse('ORGANISATION_MISPLACED', {
          errors: [{ pointer: '/population', detail: placeFaults.hasStaff }],
        })
      const moves = !sameLinks(before, placing)
      // A repeat of a change already made only continues the walk below.
      if (!moves && sameWords(before, placing)) return succeed(before)
      if (await isTaken(table, placing)) return refuse('ORGANISATION_NUMBER_TAKEN')
      const after: Organisation = {
        ...placing,
        overseers,
        // Below an institution there is nothing.
        ...((moves && before.kind !== 'institution') || before.rederiving ? { rederiving: true } : {}),
      }
      const act = {
        at: timestamp(clock),
        by: actor.id,
        what: moves ? 'moved' : 'changed',
        reason: body.reason,
      }
      await write(table, [
        ...recordChange(before, after, act),
        ...moveOrganisationNumber(before, after),
        ...above.map(stillAs),
      ])
      return succeed({ ...after, version: versionOf(before) + 1 })
    })
    if (!outcome.ok || outcome.value.rederiving !== true) return outcome
    await rederiveBelow(table, outcome.value)
    const now = await readOrganisation(table, id)
    return now === undefined ? refuse('NOT_FOUND') : succeed(now)
  }
