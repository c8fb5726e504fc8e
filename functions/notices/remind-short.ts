import type { Actor } from '../organisations/account.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { timestamp, today } from '../platform/clock.ts'
import { ConditionFailedError } from '../platform/condition-failed.ts'
import type { StaffId } from '../platform/ids.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { write } from '../platform/table.ts'
import type { WritingHost } from '../platform/writing-host.ts'
import { tellPerson } from '../staff/tell-person.ts'
import { recordNotice, wasGiven } from '../staff/watch.ts'
import { yearRows } from '../year/year-rows.ts'
import { findInstitution, isShort, type Short } from './short.ts'
import { makeUpDueOf, makeUpLetter, shortLetter } from './short-letter.ts'

/** Whom one call reminds at most: as many mails as go out in a function's time. */
export const AT_A_CALL = 200
const WIDTH = 8

/** Whether someone's own seat lets them remind an institution's people: its registrar, or a desk above it. */
const mayRemind = ({ roles }: Actor, { id, overseers }: Organisation): boolean =>
  roles.some(({ role, organisationId }) =>
    role === 'institution'
      ? organisationId === id
      : (role === 'department' || role === 'authority') && overseers.includes(organisationId),
  )

/**
 * Tells one person what is missing, once a day and whoever asks. A crash between mail and record sends the mail again
 * under the same id.
 */
const remind = async (
  host: WritingHost,
  row: Short,
  year: number,
  actor: Actor,
): Promise<'already' | 'reminded'> => {
  const { table, clock, publicUrl } = host
  const { person } = row
  const day = today(clock)
  const known = {
    ...{ staffId: person.id, obligation: `annual:${year}`, notice: `reminded-${day}` },
    by: `${year}-12-31`,
  }
  if (await wasGiven(table, known)) return 'already'
  const dueOn = makeUpDueOf(row, year)
  const letter =
    dueOn === undefined
      ? shortLetter(row.hours, year, publicUrl)
      : makeUpLetter(row, year, { dueOn, openClaims: 0, publicUrl })
  await tellPerson(host, person.id, letter, `reminder-${person.id}-${year}-${day}`, person)
  try {
    await write(table, [recordNotice({ ...known, givenAt: timestamp(clock), givenBy: actor.id })])
  } catch (error) {
    if (!(error instanceof ConditionFailedError)) throw error
    // Someone else reminded them in the same moment: the mails have one id.
    return 'already'
  }
  return 'reminded'
}

interface Reminded {
  readonly reminded: number
  readonly already: number
  readonly without: readonly { readonly staffId: StaffId; readonly name: string }[]
  readonly remaining: number
}

interface Wanted {
  readonly institution: string
  /** Those alone; without it, everyone who is short. */
  readonly staffIds?: readonly string[] | undefined
}

/** Reminds an institution's people whose year is not complete (Art. 7, 32); the same call goes on where it ended. */
export const remindShort =
  (host: WritingHost) =>
  async (
    year: number,
    { institution, staffIds }: Wanted,
    actor: Actor,
  ): Promise<Outcome<Reminded, 'LIST_TOO_LONG' | 'NOT_ALLOWED' | 'NOT_FOUND' | 'YEAR_OVER'>> => {
    const found = await findInstitution(host.table, institution, actor)
    if (!found.ok) return found
    if (!mayRemind(actor, found.value)) return refuse('NOT_ALLOWED')
    if (Number(today(host.clock).slice(0, 4)) !== year) return refuse('YEAR_OVER')
    const rows = await yearRows(host)(found.value, year)
    if (rows === undefined) return refuse('LIST_TOO_LONG')
    const short = rows.filter(isShort).filter(({ person }) => staffIds?.includes(person.id) ?? true)
    const reached = short.filter(({ person }) => person.accountId !== undefined)
    let reminded = 0
    let already = 0
    let place = 0
    while (place < reached.length && reminded < AT_A_CALL) {
      const batch = reached.slice(place, place + WIDTH)
      const done = await mapConcurrently(batch, WIDTH, (row) => remind(host, row, year, actor))
      reminded += done.filter((one) => one === 'reminded').length
      already += done.filter((one) => one === 'already').length
      place += batch.length
    }
    return succeed({
      ...{ reminded, already, remaining: reached.length - place },
      without: short.flatMap(({ person: { id, name, accountId } }) =>
        accountId === undefined ? [{ staffId: id, name }] : [],
      ),
    })
  }
