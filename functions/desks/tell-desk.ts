import { readDesk } from '../organisations/account.ts'
import { institutionOf } from '../organisations/organisation-at.ts'
import { type Clock, today } from '../platform/clock.ts'
import { toMail } from '../platform/letter.ts'
import type { Mailer } from '../platform/mail.ts'
import { postMail } from '../platform/post-mail.ts'
import { publicUrl } from '../platform/public-url.ts'
import type { Table } from '../platform/table.ts'
import { powerOver } from '../requests/powers.ts'
import { readRequest } from '../requests/stored-request.ts'
import { type Task, taskId } from '../requests/task.ts'
import { readPerson } from '../staff/person.ts'
import { deskLetter, type Occasion } from './desk-letters.ts'

/** Writes to everyone at a desk who may decide; `event` makes the message's id, so that a repeat is the same message. */
export const tellDesk = async (
  deps: { readonly table: Table; readonly clock: Clock; readonly mailer: Mailer },
  task: Task,
  occasion: Occasion,
  event: string,
): Promise<void> => {
  const { table } = deps
  const record = await readRequest(table, task.requestId)
  if (record === undefined) return
  const { request } = record
  const [person, institution, desk] = await Promise.all([
    request.staffId === undefined ? undefined : readPerson(table, request.staffId),
    institutionOf(table, request.institutionId),
    readDesk(table, task.organisationId, task.role, today(deps.clock), occasion === 'escalate'),
  ])
  const letter = deskLetter(occasion, request, task, person?.name ?? '', institution.name, publicUrl())
  const to = desk.filter((actor) => powerOver(actor, request, task).ok).map(({ email }) => email)
  await postMail(deps, toMail(letter, `task-${taskId(task)}-${event}`, to))
}
