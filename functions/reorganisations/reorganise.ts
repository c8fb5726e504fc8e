import { MetricUnit } from '@aws-lambda-powertools/metrics'
import { followMerger } from '../inspections/body-now.ts'
import { type Actor, mayAct, readAccount } from '../organisations/account.ts'
import { readAccountRecord } from '../organisations/account-record.ts'
import { type Organisation, recordChange } from '../organisations/organisation.ts'
import { removeSeat, seatsAt } from '../organisations/seat.ts'
import { seatChangesAt } from '../organisations/seat-change.ts'
import { timestamp, today } from '../platform/clock.ts'
import type { DecidingHost } from '../platform/deciding-host.ts'
import { base32, digest } from '../platform/identifiers.ts'
import { logger } from '../platform/logger.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { metrics } from '../platform/metrics.ts'
import { type FieldFault, type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { type Table, write } from '../platform/table.ts'
import { type Person, personsOf, readPerson } from '../staff/person.ts'
import type { ReorganisationBody, ReorganisationView } from './api.ts'
import { carryPerson } from './carry-person.ts'
import { findPair } from './find-pair.ts'
import { unfinished } from './preview.ts'
import {
  type Left,
  newReorganisation,
  type Reorganisation,
  readReorganisation,
  reorganisationsRunning,
  replaceReorganisation,
} from './reorganisation.ts'
import { reorganisationFaults } from './words.ts'

/** How long one call works before it leaves the rest to the next, in milliseconds. */
export const PATIENCE = 20_000
const A_PAGE = 50

type Why = 'INPUT_INVALID' | 'NOT_ALLOWED' | 'NOT_FOUND' | 'ORGANISATION_AT_WORK'

/** The same people to the same institution from the same day is the same act: a repeat goes on with it. */
const idOf = (from: string, { into, staffIds = [] }: ReorganisationBody, effectiveOn: string): string =>
  `v${base32(digest([from, into, effectiveOn, ...staffIds.toSorted()].join('\n')), 16)}`

const staffFaults = async (
  table: Table,
  from: Organisation,
  staffIds: readonly string[],
): Promise<FieldFault[]> => {
  const found = await mapConcurrently(staffIds, 16, (id) => readPerson(table, id))
  return found.flatMap((person, index) =>
    person?.institutionId === from.id
      ? []
      : [{ pointer: `/staffIds/${index}`, detail: reorganisationFaults.notThere }],
  )
}

/** Puts the act on record with both institutions, and closes the one that is merged, in one transaction. */
const begin = (
  { table, clock }: DecidingHost,
  id: string,
  body: ReorganisationBody,
  actor: Actor,
): Promise<Outcome<{ from: Organisation; into: Organisation; act: Reorganisation }, Why>> =>
  retryOnConflict(async () => {
    const pair = await findPair(table, id, body.into, actor)
    if (!pair.ok) return pair
    const { from, into } = pair.value
    const closes = body.staffIds === undefined
    const effectiveOn = body.effectiveOn ?? from.closed?.on ?? today(clock)
    const known = await readReorganisation(table, from.id, idOf(from.id, body, effectiveOn))
    if (known !== undefined) return succeed({ from, into, act: known })
    if (effectiveOn > today(clock))
      return refuse('INPUT_INVALID', {
        errors: [{ pointer: '/effectiveOn', detail: reorganisationFaults.outOfTime }],
      })
    // Whoever was left behind may still be split off; merged it is once.
    if (closes && from.closed !== undefined)
      return refuse('INPUT_INVALID', {
        errors: [{ pointer: '/into', detail: reorganisationFaults.otherAct }],
      })
    const errors = await staffFaults(table, from, body.staffIds ?? [])
    if (errors.length > 0) return refuse('INPUT_INVALID', { errors })
    const open = await unfinished(table, from.id)
    if (closes && open.tasks + open.classes.length > 0)
      return refuse('ORGANISATION_AT_WORK', { details: { tasks: open.tasks, classes: open.classes } })
    const at = timestamp(clock)
    const act: Reorganisation = {
      ...{ id: idOf(from.id, body, effectiveOn), fromId: from.id, intoId: into.id },
      ...(closes ? {} : { staffIds: body.staffIds }),
      ...{ effectiveOn, reason: body.reason, by: actor.id, at },
      ...{ moved: 0, left: [], state: 'running', version: 1 },
    }
    const said = { at, by: actor.id, reason: body.reason }
    const after = closes ? { ...from, closed: { on: effectiveOn, into: into.id } } : from
    await write(table, [
      newReorganisation(act),
      ...recordChange(from, after, { ...said, what: closes ? 'merged_into' : 'split_off' }),
      ...recordChange(into, into, { ...said, what: 'took_over' }),
    ])
    return succeed({ from: after, into, act })
  })

/** Those who are still to go, a page at a time; whoever stays is met once. */
async function* toGo(table: Table, { fromId, staffIds }: Reorganisation): AsyncGenerator<Person> {
  if (staffIds !== undefined) {
    for (const id of staffIds) {
      const person = await readPerson(table, id)
      if (person?.institutionId === fromId) yield person
    }
    return
  }
  let cursor: string | undefined
  do {
    const page = await personsOf(table, fromId, { limit: A_PAGE, cursor })
    for (const { id } of page.items) {
      // As it is now: the list may be behind.
      const person = await readPerson(table, id)
      if (person?.institutionId === fromId) yield person
    }
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined)
}

/** Takes all seats of an institution that nobody is left at: no desk may wait there for anybody. */
const endSeats = async ({ table, clock }: DecidingHost, { fromId, by, reason }: Reorganisation) => {
  for (const { accountId, role } of await seatsAt(table, fromId))
    await retryOnConflict(async () => {
      const [account, seats, changes] = await Promise.all([
        readAccountRecord(table, accountId),
        seatsAt(table, fromId),
        seatChangesAt(table, fromId),
      ])
      const seat = seats.find((one) => one.accountId === accountId && one.role === role)
      if (account === undefined || seat === undefined) return
      const change = {
        ...{ organisationId: fromId, sequence: changes.length + 1, accountId, role },
        ...{ before: { head: seat.head }, after: null, at: timestamp(clock), by, reason },
      }
      await write(table, removeSeat(account, fromId, { role }, change))
    })
}

/** Carries whom there is time for. Safe to repeat: whoever has gone is not met again. */
const goOn = async (
  deps: DecidingHost,
  act: Reorganisation,
  actor: Actor,
  patience: number,
): Promise<Reorganisation> => {
  const deadline = performance.now() + patience
  if (act.staffIds === undefined) await followMerger(deps, act.fromId)
  const left: Left[] = []
  let moved = 0
  let isWhole = true
  for await (const person of toGo(deps.table, act)) {
    if (performance.now() > deadline) {
      isWhole = false
      break
    }
    const why = await carryPerson(deps, act, person, actor)
    if (why === undefined) moved += 1
    else if (why !== 'gone') left.push({ staffId: person.id, name: person.name, why })
  }
  if (isWhole && act.staffIds === undefined && left.length === 0) await endSeats(deps, act)
  return retryOnConflict(async () => {
    const before = await readReorganisation(deps.table, act.fromId, act.id)
    if (before === undefined) return act
    const after: Reorganisation = {
      ...before,
      moved: before.moved + moved,
      left: isWhole ? left : before.left,
      state: isWhole ? 'done' : 'running',
      ...(actor.id === before.by ? {} : { goneOnBy: actor.id }),
    }
    await write(deps.table, [replaceReorganisation(before, after)])
    return after
  })
}

/**
 * Merges an institution into another one, or splits people off to it, by an authority above both: in one act on the record
 * of both, person by person. A repeat goes on where it was, and tries those again who were left.
 */
export const reorganise =
  (deps: DecidingHost, patience: number = PATIENCE) =>
  async (id: string, body: ReorganisationBody, actor: Actor): Promise<Outcome<ReorganisationView, Why>> => {
    const begun = await begin(deps, id, body, actor)
    if (!begun.ok) return begun
    const { from, into } = begun.value
    const act = await goOn(deps, begun.value.act, actor, patience)
    return succeed({
      id: act.id,
      from: { id: from.id, name: from.name },
      into: { id: into.id, name: into.name },
      closes: act.staffIds === undefined,
      effectiveOn: act.effectiveOn,
      moved: act.moved,
      left: act.left,
      done: act.state === 'done',
    })
  }

/**
 * As whom the reconciler goes on: whoever began the act, or went on with it last, as long as they can act and sit above
 * both. Undefined: an officer who does goes on with it by the same act; it stays open until then.
 */
const whoGoesOn = async (
  table: Table,
  { by, goneOnBy = by, fromId, intoId }: Reorganisation,
): Promise<Actor | undefined> => {
  const actor = await readAccount(table, goneOnBy)
  if (actor === undefined || !mayAct(actor)) return undefined
  return (await findPair(table, fromId, intoId, actor)).ok ? actor : undefined
}

/** For the reconciler: goes on with what a crash or a closed page left, as whoever began it. Answers how many ended. */
export const sweepReorganisations = async (
  deps: DecidingHost,
  graceMilliseconds: number,
  patience: number = PATIENCE,
): Promise<number> => {
  let done = 0
  const deadline = performance.now() + patience
  for (const act of await reorganisationsRunning(deps.table, 20)) {
    if (Date.parse(act.at) + graceMilliseconds > deps.clock.now() || performance.now() > deadline) continue
    try {
      const actor = await whoGoesOn(deps.table, act)
      if (actor === undefined) {
        logger.error('A reorganisation stands still: an officer above both has to go on with it.', {
          organisationId: act.fromId,
        })
        metrics.addMetric('MattersWaiting', MetricUnit.Count, 1)
        continue
      }
      const { state } = await goOn(deps, act, actor, deadline - performance.now())
      if (state === 'done') done += 1
    } catch (error) {
      // One that fails does not stop the others.
      logger.error('A reorganisation could not go on.', { organisationId: act.fromId, error })
    }
  }
  return done
}
