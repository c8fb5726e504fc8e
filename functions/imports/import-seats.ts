import { invite as inviteTo } from '../onboarding/invite-account.ts'
import type { Actor } from '../organisations/account.ts'
import type { AccountRecord } from '../organisations/account-record.ts'
import { changeSeat } from '../organisations/change-seat.ts'
import { claimValue } from '../organisations/claims.ts'
import type { Language } from '../platform/language.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { succeed } from '../platform/refusals.ts'
import type { WritingHost } from '../platform/writing-host.ts'
import type { ImportTable } from './import-table.ts'
import { rowsInvalid, viewImport } from './import-view.ts'
import { planSeats, type SeatStep } from './plan-seats.ts'
import { readTable } from './read-table.ts'
import { type SeatField, seatColumns, seatExample } from './seat-rows.ts'
import { seatActs } from './words.ts'

/** Rows, people or authorities that are worked on at once. */
const WIDTH = 8

/** How long a call works, its reading included, before it leaves the rest to the next, in milliseconds. */
const PATIENCE = 22_000

export interface SeatFile {
  readonly mode: 'preview' | 'apply'
  /** Enter the right rows although others are at fault. */
  readonly partial: boolean
  /** When the call began, by the machine's own count. */
  readonly begun: number
}

const reason = seatActs.imported.zh

/** Invites someone to their seat; undefined where it was refused meanwhile. The same row is one invitation, one mail. */
const invite = async (
  host: WritingHost,
  { row, organisation, role, head }: SeatStep,
  actor: Actor,
): Promise<{ readonly account: AccountRecord; readonly isSent: boolean } | undefined> => {
  const { name, email, mobile } = row
  const seat = { organisationId: organisation.id, role, head }
  const key = `seat of a file\n${organisation.id}\n${role}\n${claimValue('email', email)}`
  const invited = await inviteTo(host)({ name, email, mobile, seat, reason }, key, actor)
  return invited.ok ? invited.value : undefined
}

/**
 * Gives the seats of a plan until `deadline`; whoever has several is invited to the first. How many it gave,
 * and how many invitations went out.
 */
const giveSeats = async (
  host: WritingHost,
  steps: readonly SeatStep[],
  actor: Actor,
  deadline: number,
): Promise<{ readonly given: number; readonly invited: number }> => {
  let given = 0
  let sent = 0
  const isOver = () => performance.now() > deadline
  const people = Map.groupBy(steps, ({ row: { email } }) => claimValue('email', email))
  await mapConcurrently(people.values(), WIDTH, async (own) => {
    let id = own[0]?.account?.id
    for (const step of own) {
      if (isOver()) return
      const { organisation, role, head } = step
      if (id === undefined) {
        const invited = await invite(host, step, actor)
        if (invited === undefined) continue
        id = invited.account.id
        given += 1
        if (invited.isSent) sent += 1
      } else {
        const change = { action: 'add' as const, accountId: id, role, head, reason }
        if ((await changeSeat(host)(organisation.id, change, actor)).ok) given += 1
      }
    }
  })
  return { given, invited: sent }
}

/** Previews or gives the seats of a file, by the rules of a single invitation. */
export const importSeats =
  (host: WritingHost) =>
  async ({ bytes, ...file }: SeatFile & { readonly bytes: Uint8Array }, actor: Actor, language: Language) => {
    const table = await readTable(bytes, seatColumns, seatExample)
    return table.ok ? seatsFrom(host)(table.value, file, actor, language) : table
  }

/** The same of a file that has been read. */
export const seatsFrom =
  (host: WritingHost) =>
  async (table: ImportTable<SeatField>, file: SeatFile, actor: Actor, language: Language) => {
    const { steps, faults, seen } = await planSeats(host.table, { table, actor })
    const giving = steps.filter(({ state }) => state !== 'unchanged')
    const fresh = giving.filter(({ state }) => state === 'new').length
    const {
      questions: _,
      request: __,
      ...view
    } = viewImport(
      {
        ...{ kind: 'seats', new: fresh, changed: giving.length - fresh },
        ...{ unchanged: steps.length - giving.length, questions: [], seen },
      },
      file,
      table,
      faults,
      language,
    )
    const invitees = giving.flatMap(({ account, row }) =>
      account === undefined ? [claimValue('email', row.email)] : [],
    )
    const invitations = new Set(invitees).size
    const found = { ...view, kind: 'seats' as const, invitations, invited: 0 }
    if (file.mode === 'preview') return succeed(found)
    if (faults.length > 0 && !file.partial) return rowsInvalid(faults)
    const { given, invited } = await giveSeats(host, giving, actor, file.begun + PATIENCE)
    return succeed({ ...found, applied: given, remaining: giving.length - given, invited })
  }
