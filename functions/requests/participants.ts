import * as z from 'zod'
import { ConditionFailedError } from '../platform/condition-failed.ts'
import { keys } from '../platform/keys.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { type Item, readAll, readPartition, type Table, type Write, write } from '../platform/table.ts'
import { inForm, REQUEST_FORM } from './form.ts'
import { listedFor } from './listed-for.ts'
import { Participant, type RosterRequest } from './request.ts'

/**
 * The participants of a class, each an item of its own beside the request: a class may have more of them than one
 * item or one transaction holds. They are written before the request, and count once it stands.
 */

/** Marks the filing that a participant belongs to: another body under the same key does not mix with it. */
const filingOf = ({ bodyHash }: Pick<RosterRequest, 'bodyHash'>): string => bodyHash.slice(0, 16)

const Stored = Participant.extend({ filing: z.string(), row: z.number().int() })

/** Participants that are written or read at once. */
const WIDTH = 8

export const participantItem = (request: RosterRequest, participant: Participant, row: number): Item => ({
  ...keys.participation(request.id, participant.staffId),
  schema: REQUEST_FORM,
  ...participant,
  filing: filingOf(request),
  row,
  ...listedFor(
    request,
    participant.staffId,
    participant.makeUpFor === undefined ? undefined : [participant.makeUpFor],
  ),
})

/** Writes one participant. A repeat writes the same; it fails where another filing's participant stands. */
const putParticipant = (request: RosterRequest, participant: Participant, row: number): Write => ({
  put: participantItem(request, participant, row),
  when: {
    expression: 'attribute_not_exists(pk) OR filing = :filing',
    values: { ':filing': filingOf(request) },
  },
})

/** Those of a filing who stand as its participants already: a filing that was cut off has some. */
const standing = async (table: Table, request: RosterRequest): Promise<ReadonlySet<unknown>> => {
  const items = await readPartition(table, keys.request(request.id).pk, 'PARTICIPANT#')
  return new Set(items.flatMap(({ filing, row }) => (filing === filingOf(request) ? [row] : [])))
}

/** How long one call enrols, and what it came to: a filing of many may need several calls. */
export interface Pace {
  /** By `performance.now()`. */
  readonly ends: number
  /** Participants that the call wrote. */
  wrote: number
}

/** A call's time ended before all participants were written: the same filing again goes on. */
export class EnrolmentCutOffError extends Error {
  override name = 'EnrolmentCutOffError'
  readonly left: number
  constructor(left: number) {
    super(`${left} participants were not written in time.`)
    this.left = left
  }
}

/**
 * Writes the participants of a roster that is filed, from where an attempt before was cut off. Answers false where a
 * filing with another body under the same key wrote them before.
 * @throws EnrolmentCutOffError where its pace ends first
 */
export const enrol = async (
  table: Table,
  request: RosterRequest,
  pace: Pace = { ends: Number.POSITIVE_INFINITY, wrote: 0 },
): Promise<boolean> => {
  const written = await standing(table, request)
  const missing = [...request.participants.entries()].filter(([row]) => !written.has(row))
  let left = missing.length
  try {
    await mapConcurrently(missing, WIDTH, async ([row, participant]) => {
      if (performance.now() > pace.ends) return
      await write(table, [putParticipant(request, participant, row)])
      left -= 1
      pace.wrote += 1
    })
    if (left > 0) throw new EnrolmentCutOffError(left)
    return true
  } catch (error) {
    if (error instanceof ConditionFailedError) return false
    throw error
  }
}

/** Writes the participants of a roster anew, whose items say whether it is still open. */
export const listAnew = async (table: Table, request: RosterRequest): Promise<void> => {
  await mapConcurrently(request.participants.entries(), WIDTH, ([row, participant]) =>
    write(table, [putParticipant(request, participant, row)]),
  )
}

/** The participants of a roster's filing, in the order of its rows. */
const participantsIn = (request: RosterRequest, items: readonly Item[]): Participant[] =>
  items
    .map((item) => Stored.parse(inForm(item, REQUEST_FORM)))
    .filter(({ filing }) => filing === filingOf(request))
    .toSorted((one, other) => one.row - other.row)
    .map((stored) => Participant.parse(stored))

/** By a roster's id: its participants among `people`, read in one batch. */
export const participantsAmong = async (
  table: Table,
  rosters: readonly RosterRequest[],
  people: readonly string[],
): Promise<Map<string, Participant[]>> => {
  const asked = rosters.flatMap(({ id }) => people.map((staffId) => keys.participation(id, staffId)))
  const items = asked.length === 0 ? [] : await readAll(table, asked)
  return new Map(
    rosters.map((roster) => [
      roster.id,
      participantsIn(
        roster,
        items.filter(({ pk }) => pk === keys.request(roster.id).pk),
      ),
    ]),
  )
}

/** A roster's participants in the order of its rows; with `people`, only these of them. */
export const participantsOf = async (
  table: Table,
  request: RosterRequest,
  people?: readonly string[],
): Promise<Participant[]> => {
  const items =
    people === undefined
      ? await readPartition(table, keys.request(request.id).pk, 'PARTICIPANT#')
      : await readAll(
          table,
          [...new Set(people)].map((staffId) => keys.participation(request.id, staffId)),
        )
  return participantsIn(request, items)
}
