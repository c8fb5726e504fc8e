import { randomBytes } from 'node:crypto'
import type { Actor } from '../organisations/account.ts'
import { type Organisation, readOrganisation, readOrganisations } from '../organisations/organisation.ts'
import { timestamp } from '../platform/clock.ts'
import type { DecidingHost } from '../platform/deciding-host.ts'
import { requestIdFor, sha256 } from '../platform/identifiers.ts'
import { startMatter } from '../platform/matter-way.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { type Table, write } from '../platform/table.ts'
import { inputFaults } from '../platform/words.ts'
import type { DrawBody } from './api.ts'
import { commitmentOf } from './draw-sample.ts'
import { type Draw, newInspection, readInspection } from './inspection.ts'
import { inspectionWay } from './inspection-way.ts'
import { belongsTo, standsOver } from './who-checks.ts'

/** The authority at which somebody sits that stands over a body; undefined: none does. */
export const authorityOver = async (
  table: Table,
  actor: Actor,
  body: Organisation,
): Promise<Organisation | undefined> => {
  const seats = actor.roles.filter(({ role }) => role === 'authority')
  const authorities = await readOrganisations(
    table,
    seats.map(({ organisationId }) => organisationId),
  )
  return authorities.find((authority) => standsOver(authority, body))
}

/** What begins in a name: made of who asks and the Idempotency-Key, so that a repeat finds what is there. */
export const inspectionIdFor = (actor: Pick<Actor, 'id'>, key: string): string =>
  `i${requestIdFor(actor.id, key).slice(1)}`

const hashed = (body: object): string => sha256(JSON.stringify(body))

/**
 * Orders a draw from what a lower desk has recognised (Art. 8, 35). The seed is made now and committed to; nothing is
 * drawn before the frame is whole, and nobody sees frame or seed before. Nobody draws from the desk that they sit at, or
 * whose tasks they hold; of the region's own desk somebody there draws, and whoever decided checks nothing.
 */
export const orderDraw =
  (host: DecidingHost) =>
  async (
    body: DrawBody,
    key: string,
    actor: Actor,
  ): Promise<Outcome<Draw, 'INPUT_INVALID' | 'KEY_REUSED' | 'NOT_ALLOWED'>> => {
    const { table, clock } = host
    const desk = await readOrganisation(table, body.deskId)
    if (desk === undefined)
      return refuse('INPUT_INVALID', {
        errors: [{ pointer: '/deskId', detail: inputFaults.organisationUnknown }],
      })
    const authority = await authorityOver(table, actor, desk)
    const isOwn = belongsTo(actor, desk.id) && authority?.id !== desk.id
    if (authority === undefined || isOwn) return refuse('NOT_ALLOWED', { article: '35' })
    if (desk.kind === 'institution')
      return refuse('INPUT_INVALID', {
        errors: [{ pointer: '/deskId', detail: inputFaults.organisationUnknown }],
      })
    const id = inspectionIdFor(actor, key)
    const ordered = await retryOnConflict(async () => {
      const known = await readInspection(table, id)
      if (known !== undefined)
        return known.kind === 'draw' && hashed(asked(known)) === hashed(asked({ ...body, desk }))
          ? succeed(known)
          : refuse('KEY_REUSED')
      const at = timestamp(clock)
      const seed = randomBytes(16).toString('hex')
      const draw: Draw = {
        ...{ id, kind: 'draw', authority: { id: authority.id, name: authority.name } },
        ...{ createdAt: at, createdBy: { id: actor.id, name: actor.name } },
        ...{ desk: { id: desk.id, name: desk.name }, from: body.from, to: body.to },
        ...{ bySign: body.bySign, byLot: body.byLot, reason: body.reason },
        ...{ seed, commitment: commitmentOf(seed), status: 'gathering', drawn: [] },
        gathered: { parts: 0, hours: 0, isWhole: false },
        ...{ awaiting: at, attempt: 1, entries: 0, version: 1 },
      }
      await write(table, newInspection(draw, []))
      return succeed(draw)
    })
    if (ordered.ok) await startMatter(inspectionWay, host, ordered.value)
    return ordered
  }

/** What was asked for: of a repeat the same. */
const asked = ({
  desk,
  from,
  to,
  bySign,
  byLot,
  reason,
}: Pick<Draw, 'from' | 'to' | 'bySign' | 'byLot' | 'reason'> & {
  readonly desk: { readonly id: string }
}) => ({
  ...{ desk: desk.id, from, to, bySign, byLot, reason },
})
