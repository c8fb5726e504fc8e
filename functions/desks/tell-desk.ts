import { type Actor, readDesk } from '../organisations/account.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { institutionOf } from '../organisations/organisation-at.ts'
import { today } from '../platform/clock.ts'
import { toMail } from '../platform/letter.ts'
import { postMail } from '../platform/post-mail.ts'
import { eventually } from '../platform/table.ts'
import type { WritingHost } from '../platform/writing-host.ts'
import { powerOver } from '../requests/powers.ts'
import type { Request } from '../requests/request.ts'
import { type Task, taskId } from '../requests/task.ts'
import { readPerson } from '../staff/person.ts'
import { deskLetter, type Occasion } from './desk-letters.ts'
import { concerning } from './find-acting.ts'

/** A request with the task that a desk has of it, and its institution, where the caller has read it. */
export interface DeskMatter {
  readonly request: Request
  readonly task: Task
  readonly institution?: Organisation
  /** Those at the desk, where they were just read. */
  readonly desk?: readonly Actor[]
}

/** Writes to everyone at a desk who may decide; `event` makes the message's id, so that a repeat is the same message. */
export const tellDesk = async (
  deps: WritingHost,
  { request, task, institution: known, desk: seated }: DeskMatter,
  occasion: Occasion,
  event: string,
): Promise<void> => {
  const table = eventually(deps.table)
  const [person, institution, desk] = await Promise.all([
    request.staffId === undefined ? undefined : readPerson(table, request.staffId),
    known ?? institutionOf(table, request.institutionId),
    seated ?? readDesk(table, task.organisationId, task.role, today(deps.clock), occasion === 'escalate'),
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
