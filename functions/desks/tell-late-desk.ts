import { type Actor, readDesk } from '../organisations/account.ts'
import { today } from '../platform/clock.ts'
import { toMail } from '../platform/letter.ts'
import { postMail } from '../platform/post-mail.ts'
import { eventually } from '../platform/table.ts'
import type { WritingHost } from '../platform/writing-host.ts'
import { openTasksDueOn, type Task, taskId } from '../requests/task.ts'
import { tasksForEach } from './decidable-by.ts'
import { IN_A_LETTER, lateLetter } from './desk-letters.ts'
import type { Escalation } from './escalation.ts'
import { type DeskMatter, letterOf } from './tell-desk.ts'

/** Of nearly every task these suffice to see that another one's execution writes. */
const AT_FIRST = 3

/**
 * Of those at the desk for whom this is the first task that they may decide, in the order of the desk's list: what they
 * may decide of the first `limit` tasks that are due on the same day; `more`: the list goes on.
 */
const lateOf = async (deps: WritingHost, task: Task, desk: readonly Actor[], limit: number) => {
  const table = eventually(deps.table)
  const { items, cursor } = await openTasksDueOn(table, task, { limit })
  // The index may not show yet what was just written.
  const tasks = items.some((one) => taskId(one) === taskId(task)) ? items : [...items, task]
  const told = (await tasksForEach(table, tasks, desk)).filter(
    ({ tasks: [first] }) => first !== undefined && taskId(first) === taskId(task),
  )
  return { told, more: cursor !== null }
}

/**
 * One mail to each person at a desk about all that became late there on one day. The execution of the first task that
 * a person may decide writes it, the others stay silent, so that nothing has to be stored or gathered; the message's
 * id is that task's, so that a repeat is the same message.
 */
export const tellLateDesk = async (
  deps: WritingHost,
  matter: DeskMatter,
  occasion: Escalation['occasion'],
  waits: number,
): Promise<void> => {
  const { task } = matter
  const desk = await readDesk(
    eventually(deps.table),
    task.organisationId,
    task.role,
    today(deps.clock),
    occasion === 'escalate',
  )
  if ((await lateOf(deps, task, desk, AT_FIRST)).told.length === 0) return
  const { told, more } = await lateOf(deps, task, desk, IN_A_LETTER)
  // Who may decide the same tasks gets the same letter.
  const letters = Map.groupBy(told, ({ tasks }) => tasks.map(taskId).join(' '))
  for (const [index, same] of [...letters.values()].entries()) {
    const tasks = same[0]?.tasks ?? []
    const letter =
      tasks.length === 1 && !more
        ? await letterOf(deps, matter, occasion)
        : lateLetter(occasion, tasks, { dueOn: task.dueOn, more, publicUrl: deps.publicUrl })
    const id = `task-${taskId(task)}-late-${waits}${index === 0 ? '' : `-${index}`}`
    await postMail(
      deps,
      toMail(
        letter,
        id,
        same.map(({ actor }) => actor.email),
      ),
    )
  }
}
