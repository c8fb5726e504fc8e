import type { EndLine } from '../../workflows/request-line.ts'
import { requireRequest } from '../desks/open-task.ts'
import { readAccount, readDesk } from '../organisations/account.ts'
import type { ActingHost } from '../platform/acting-host.ts'
import { timestamp, today } from '../platform/clock.ts'
import { type Letter, toMail } from '../platform/letter.ts'
import { postMail } from '../platform/post-mail.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { type Table, write } from '../platform/table.ts'
import { conclude, SYSTEM, settleLine } from '../requests/lifecycle.ts'
import type { Act, ProgrammeFilingRequest } from '../requests/request.ts'
import { advanceRequest } from '../requests/stored-request.ts'
import type { Task } from '../requests/task.ts'
import { removedLecturers } from './lecturers-fit.ts'
import { type Programme, readProgramme, replaceProgramme } from './programme.ts'
import { acceptedLetter, endedLetter, informedLetter } from './programme-letters.ts'

class FilingUnfitError extends Error {
  override name = 'FilingUnfitError'
}

/** A filing with its programme. @throws FilingUnfitError the request is no filing, or has no programme */
export const requireFiling = async (table: Table, requestId: string) => {
  const { request, tasks } = await requireRequest(table, requestId)
  const programme = await readProgramme(table, requestId)
  if (request.type !== 'programme_filing' || programme === undefined)
    throw new FilingUnfitError(`The request ${requestId} is no filing of a programme.`)
  return { request, tasks, programme }
}

const endings = { returned: 'returned', rejected: 'refused', withdrawn: 'withdrawn' } as const

const approvalOf = (tasks: readonly Task[], round: number): Task['decided'] =>
  tasks.find((task) => task.round === round && task.decided?.decision === 'approve')?.decided

interface Followed {
  readonly request: ProgrammeFilingRequest
  readonly programme: Programme
}

/** What a filing comes to now, if it has left its desk; undefined: it has not. */
const outcomeOf = (
  { request, programme, tasks }: Followed & { readonly tasks: readonly Task[] },
  round: number,
  at: string,
) => {
  const line = request.lines[0]
  if (line === undefined || line.round !== round || !line.awaiting) return undefined
  const act = request.acts.findLast(({ act }) => ['approve', 'return', 'reject', 'withdraw'].includes(act))
  const by = {
    at,
    ...(act === undefined || act.actor === SYSTEM.id ? {} : { actor: act.actor, actorName: act.actorName }),
    ...(act?.reason === undefined ? {} : { reason: act.reason }),
  }
  if (line.status === 'in_review') {
    const decided = approvalOf(tasks, round)
    if (decided === undefined) return undefined
    const accepted: Programme = {
      ...programme,
      state: 'accepted',
      acceptedAt: at,
      ...(decided.by === SYSTEM.id ? { acceptedUnanswered: true } : {}),
      acts: [...programme.acts, { ...by, act: 'accept' }],
    }
    return { request: conclude(request, 0, 'record', at), programme: accepted }
  }
  if (line.status === 'approved') return undefined
  const state = endings[line.status]
  return {
    request: settleLine(request, 0),
    programme: { ...programme, state, acts: [...programme.acts, { ...by, act: state }] },
  }
}

/** The letters that say how a filing ended: to whoever filed it and, of an acceptance, to the authority that is informed. */
const tell = async (
  deps: ActingHost,
  { request, programme }: Followed,
  round: number,
  act: Act | undefined,
): Promise<void> => {
  const post = (letter: Letter, whom: string, to: readonly string[]) =>
    postMail(deps, toMail(letter, `programme-${programme.id}-${round}-${programme.state}-${whom}`, to))
  const filer = await readAccount(deps.table, request.submittedBy)
  const letter =
    programme.state === 'accepted'
      ? acceptedLetter(
          programme,
          deps.publicUrl,
          (await removedLecturers(deps.table, programme, today(deps.clock))).map(({ name }) => name),
        )
      : endedLetter(programme, act?.reason, deps.publicUrl)
  if (filer !== undefined) await post(letter, 'filer', [filer.email])
  const { authorityId, desk } = request
  if (programme.state !== 'accepted' || desk.role === 'authority' || authorityId === undefined) return
  const informed = await readDesk(deps.table, authorityId, 'authority', today(deps.clock))
  await post(
    informedLetter(programme, deps.publicUrl),
    'authority',
    informed.map(({ email }) => email),
  )
}

/**
 * Follows a filing that has left its desk (Art. 8): accepted, the programme is public; else it is as its filing. In one
 * transaction with the request; safe to repeat, and a repeat sends the same letter.
 */
export const followFiling =
  (deps: ActingHost) =>
  async ({ requestId, round }: EndLine): Promise<void> => {
    const { table, clock } = deps
    await retryOnConflict(async () => {
      const found = await requireFiling(table, requestId)
      const after = outcomeOf(found, round, timestamp(clock))
      if (after !== undefined)
        await write(table, [
          ...advanceRequest(found.request, after.request),
          replaceProgramme(found.programme, after.programme),
        ])
    })
    const found = await requireFiling(table, requestId)
    const { state } = found.programme
    if (state === 'withdrawn' || state === 'in_review' || found.request.round !== round) return
    const act = found.request.acts.findLast(({ act }) => act === 'return' || act === 'reject')
    await tell(deps, found, round, act)
  }
