import { type Actor, readDesk } from '../organisations/account.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { institutionOf } from '../organisations/organisation-at.ts'
import { today } from '../platform/clock.ts'
import { type Letter, toMail } from '../platform/letter.ts'
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

/** The letter to a desk about its matter, with the names that it says. */
export const letterOf = async (
  deps: WritingHost,
  { request, task, institution: known }: DeskMatter,
  occasion: Occasion,
): Promise<Letter> => {
  const table = eventually(deps.table)
  const [person, institution] = await Promise.all([
    request.staffId === undefined ? undefined : readPerson(table, request.staffId),
    known ?? institutionOf(table, request.institutionId),
  ])
  return deskLetter(occasion, {
    request,
    task,
    staffName: person?.name ?? '',
    institutionName: institution.name,
    publicUrl: deps.publicUrl,
  })
}

/** Writes to everyone at a desk who may decide; `event` makes the message's id, so that a repeat is the same message. */
export const tellDesk = async (
  deps: WritingHost,
  matter: DeskMatter,
  occasion: Occasion,
  event: string,
): Promise<void> => {
  const { request, task, desk: seated } = matter
  const table = eventually(deps.table)
  const [letter, desk] = await Promise.all([
    letterOf(deps, matter, occasion),
    seated ?? readDesk(table, task.organisationId, task.role, today(deps.clock), occasion === 'escalate'),
  ])
  const concerned = await concerning(table, request, desk)
  const to = desk.filter((actor) => powerOver(actor, concerned, task).ok).map(({ email }) => email)
  await postMail(deps, toMail(letter, `task-${taskId(task)}-${event}`, to))
}

/** Writes to one colleague at a desk about its matter. */
export const tellColleague = async (
  deps: WritingHost,
  matter: DeskMatter,
  occasion: Occasion,
  event: string,
  email: string,
): Promise<void> =>
  postMail(
    deps,
    toMail(await letterOf(deps, matter, occasion), `task-${taskId(matter.task)}-${event}`, [email]),
  )
