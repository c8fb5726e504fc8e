import { readDesk } from '../organisations/account.ts'
import { readOrganisation } from '../organisations/organisation.ts'
import { timestamp, today } from '../platform/clock.ts'
import type { OrganisationId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import { toMail } from '../platform/letter.ts'
import { postMail } from '../platform/post-mail.ts'
import { putNew } from '../platform/ranges.ts'
import { eventually, read } from '../platform/table.ts'
import type { WritingHost } from '../platform/writing-host.ts'
import type { Task } from '../requests/task.ts'
import { overdueBelowLetter } from './desk-letters.ts'

/**
 * Writes to everyone at the authority above that a desk without a head who could step in is late again, and that they may
 * take over what is: one mail for all that was due there on one day, and again with each further lateness. A crash
 * before the record sends it again under its id.
 */
export const tellOverdueAbove = async (
  deps: WritingHost,
  task: Pick<Task, 'organisationId' | 'role' | 'stage' | 'dueOn'>,
  above: OrganisationId,
  waits: number,
): Promise<void> => {
  const { organisationId, role, stage, dueOn } = task
  const key = keys.toldOfOverdue(above, `${role}#${organisationId}`, dueOn, waits)
  if ((await read(deps.table, key)) !== undefined) return
  const table = eventually(deps.table)
  const [late, desk] = await Promise.all([
    readOrganisation(table, organisationId),
    readDesk(table, above, 'authority', today(deps.clock)),
  ])
  const letter = overdueBelowLetter({
    ...{ stage, dueOn, organisation: late?.name ?? '', publicUrl: deps.publicUrl },
  })
  const id = `overdue-${above}-${role}-${organisationId}-${dueOn}-${waits}`
  await postMail(
    deps,
    toMail(
      letter,
      id,
      desk.map(({ email }) => email),
    ),
  )
  await putNew(deps.table, { ...key, at: timestamp(deps.clock) })
}
