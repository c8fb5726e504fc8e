import type { YearCloseInput } from '../../workflows/year-close/contract.ts'
import { readDesk } from '../organisations/account.ts'
import { readOrganisations } from '../organisations/organisation.ts'
import { timestamp, today } from '../platform/clock.ts'
import { toMail } from '../platform/letter.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { postMail } from '../platform/post-mail.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { write } from '../platform/table.ts'
import type { WritingHost } from '../platform/writing-host.ts'
import { countsOf } from './close-counts.ts'
import { requireClose } from './close-freeze.ts'
import { putClose } from './year.ts'
import { yearLetter } from './year-letters.ts'

/** Mails each authority its own numbers, those below included: one message a run, also when repeated. */
const tellAuthorities = async (
  deps: WritingHost,
  { mode, year, run }: YearCloseInput,
  ids: readonly string[],
): Promise<void> => {
  const { table, clock } = deps
  const authorities = (await readOrganisations(table, ids)).filter(({ kind }) => kind === 'authority')
  await mapConcurrently(authorities, 4, async (authority) => {
    const [counts, desk] = await Promise.all([
      countsOf(table, authority, { mode, year, run }),
      readDesk(table, authority.id, 'authority', today(clock)),
    ])
    const to = desk.map(({ email }) => email)
    const id = `year-${year}-${run}-${authority.id}`
    await postMail(deps, toMail(yearLetter(year, counts, deps.publicUrl), id, to))
  })
}

/** Reports a close to the authorities, and ends the run: the year is closed, or the rehearsal done. */
export const reportYear =
  (deps: WritingHost) =>
  async (input: YearCloseInput): Promise<void> => {
    const { table, clock } = deps
    const { mode, year, run } = input
    const { authorities } = await requireClose(table, mode, year)
    if (mode === 'close') await tellAuthorities(deps, input, authorities)
    await retryOnConflict(async () => {
      const { failed: _, ...state } = await requireClose(table, mode, year)
      if (state.status === 'closed' || state.run !== run) return
      await write(table, [putClose(state, { ...state, status: 'closed', closedAt: timestamp(clock) })])
    })
  }
