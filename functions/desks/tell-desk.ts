import { type Actor, readDesk } from '../organisations/account.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { institutionOf } from '../organisations/organisation-at.ts'
import { today } from '../platform/clock.ts'
import { toMail } from '../platform/letter.ts'
import { postMail } from '../platform/post-mail.ts'
import { eventually, type Table } from '../platform/table.ts'
import type { WritingHost } from '../platform/writing-host.ts'
import { participantsOf } from '../requests/participants.ts'
import { personsOf, powerOver } from '../requests/powers.ts'
import type { Request } from '../requests/request.ts'
import { type Task, taskId } from '../requests/task.ts'
import { readPerson } from '../staff/person.ts'
import { deskLetter, type Occasion } from './desk-letters.ts'

/** A request with the task that a desk has of it, and its institution, where the caller has read it. */
export interface DeskMatter {
  readonly request: Request
  readonly task: Task
  readonly institution?: Organisation
}

/**
 * A class with those participants who sit at the desk or lend their powers there: none of them may decide it.
 */
const concerning = async (table: Table, request: Request, desk: readonly Actor[]): Promise<Request> =>
  request.type === 'class_roster'
    ? { ...request, participants: await participantsOf(table, request, desk.flatMap(personsOf)) }
    : request

/**
 * Writes to everyone at a desk who may decide the task; `event` makes the message's id, the same in a repeat.
 */
export const tellDesk = async (
  deps: WritingHost,
  { request, task, institution: known }: DeskMatter,
  occasion: Occasion,
  event: string,
): Promise<void> => {
  const table = eventually(deps.table)
  const [person, institution, desk] = await Promise.all([
    request.staffId === undefined ? undefined : readPerson(table, request.staffId),
    known ?? institutionOf(table, request.institutionId),
    readDesk(table, task.organisationId, task.role, today(deps.clock), occasion === 'escalate'),
  ])
  const letter = deskLetter(occasion, {
    request,
    task,
    staffName: person?.name ?? '',
    institutionName: institution.name,
    publicUrl: deps.publicUrl,
  })
  const matter = await concerning(table, request, desk)
  const to = desk.filter((actor) => powerOver(actor, matter, task).ok).map(({ email }) => email)
  await postMail(deps, toMail(letter, `task-${taskId(task)}-${event}`, to))
}
