import { belongingOf, knowsOf } from '../onboarding/account-powers.ts'
import type { Actor } from '../organisations/account.ts'
import { type AccountRecord, readAccountRecords } from '../organisations/account-record.ts'
import { accountIdsByClaim, claimValue } from '../organisations/claims.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { isRegion } from '../organisations/region.ts'
import { givingRefusal } from '../organisations/seat-giving.ts'
import type { Text } from '../platform/language.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { refusals } from '../platform/refusal-table.ts'
import type { Table } from '../platform/table.ts'
import type { Role } from '../platform/terms.ts'
import { isSameName } from '../staff/name-key.ts'
import { findOrganisations } from './find-organisations.ts'
import { type ImportTable, MOST_SHOWN, type RowFault, type SeenRow } from './import-table.ts'
import { parseSeat, type SeatField, type SeatRow, seatColumnOf, understoodSeat } from './seat-rows.ts'
import { seatFaults, WHOLE_ROW } from './words.ts'

/** A seat that a row gives: to an account that is there, or by an invitation. */
export interface SeatStep {
  readonly row: SeatRow
  readonly organisation: Organisation
  readonly role: Role
  readonly head: boolean
  /** Undefined: there is none for the address yet. */
  readonly account: AccountRecord | undefined
  readonly state: 'new' | 'changed' | 'unchanged'
}

export interface SeatPlan {
  readonly steps: readonly SeatStep[]
  readonly faults: readonly RowFault[]
  readonly seen: readonly SeenRow[]
}

const WIDTH = 8

/** The accounts that have an address, of those that an actor may know of; `elsewhere`: what others have. */
const accountsFor = async (
  table: Table,
  actor: Actor,
  emails: readonly string[],
): Promise<{ known: ReadonlyMap<string, AccountRecord>; elsewhere: ReadonlySet<string> }> => {
  const known = new Map<string, AccountRecord>()
  const elsewhere = new Set<string>()
  await mapConcurrently(emails, WIDTH, async (email) => {
    const accounts = await readAccountRecords(table, await accountIdsByClaim(table, 'email', email))
    for (const account of accounts) {
      if (account.status === 'withdrawn') continue
      if (await knowsOf(table, actor, account, await belongingOf(table, account)))
        return known.set(email, account)
      elsewhere.add(email)
    }
    return undefined
  })
  return { known, elsewhere }
}

/** Judges every row as the invitation of its one person would be; writes nothing, and invites nobody. */
export const planSeats = async (
  table: Table,
  { table: sheet, actor }: { readonly table: ImportTable<SeatField>; readonly actor: Actor },
): Promise<SeatPlan> => {
  const faults: RowFault[] = []
  const rows = sheet.rows.flatMap((row) => parseSeat(row, faults) ?? [])
  const find = await findOrganisations(
    table,
    actor,
    await isRegion(table, actor),
    rows.map(({ organisation }) => organisation),
  )
  const emailOf = ({ email }: SeatRow) => claimValue('email', email)
  const { known: accounts, elsewhere } = await accountsFor(table, actor, [...new Set(rows.map(emailOf))])
  const names = new Map<string, string>([...accounts].map(([email, { name }]) => [email, name]))
  const refused = new Map<string, Text | undefined>()
  /** Why the actor may not give the seat; '' is the account of whoever has none yet. */
  const whyNot = async (organisation: Organisation, role: Role, accountId: string) => {
    const key = `${organisation.id}\n${role}\n${accountId}`
    if (!refused.has(key)) {
      const refusal = await givingRefusal(table, actor, organisation, { accountId, role })
      refused.set(key, refusal === undefined ? undefined : refusals[refusal.code].title)
    }
    return refused.get(key)
  }
  const steps: SeatStep[] = []
  const places = new Map<number, { name: string; role: Role }>()
  const first = new Map<string, number>()
  for (const row of rows) {
    const blame = (column: string, detail: Text, value?: string) =>
      faults.push({ row: row.row, column, ...(value === undefined ? {} : { value }), detail })
    const found = find(row.organisation)
    if (!found.ok) {
      blame(seatColumnOf('organisation'), found.detail, row.organisation)
      continue
    }
    const { organisation } = found
    const role = row.role ?? organisation.kind
    places.set(row.row, { name: organisation.name, role })
    const email = emailOf(row)
    const account = accounts.get(email)
    const key = `${organisation.id}\n${role}\n${email}`
    const before = first.get(key)
    const mayBe = role === organisation.kind || (organisation.kind === 'authority' && !isDeskRole(role))
    const refusal = mayBe ? await whyNot(organisation, role, account?.id ?? '') : undefined
    if (before !== undefined) blame(WHOLE_ROW, seatFaults.sameTwice(before))
    else if (!mayBe) blame(seatColumnOf('role'), seatFaults.wrongRole)
    else if (refusal !== undefined) blame(WHOLE_ROW, refusal)
    // Nobody gives themselves a seat under another name.
    else if (email === claimValue('email', actor.email)) blame(WHOLE_ROW, refusals.OWN_RECORD.title)
    else if (!isSameName(names.get(email) ?? row.name, row.name))
      blame(seatColumnOf('name'), seatFaults.anotherName)
    else if (account === undefined && elsewhere.has(email))
      blame(seatColumnOf('email'), seatFaults.unknownHolder)
    else if (account?.status === 'suspended') blame(seatColumnOf('email'), seatFaults.ended)
    else steps.push(stepFor(row, organisation, role, account))
    first.set(key, before ?? row.row)
    if (!names.has(email)) names.set(email, row.name)
  }
  const states = new Map(steps.map(({ row, state }) => [row.row, state]))
  return {
    steps,
    faults: faults.sort((a, b) => a.row - b.row),
    seen: rows.slice(0, MOST_SHOWN).map((row) => ({
      row: row.row,
      state: states.get(row.row) ?? 'failed',
      values: understoodSeat(row, places.get(row.row)),
    })),
  }
}

const isDeskRole = (role: Role): boolean => role !== 'auditor' && role !== 'operator'

const stepFor = (
  row: SeatRow,
  organisation: Organisation,
  role: Role,
  account: AccountRecord | undefined,
): SeatStep => {
  const seat = account?.roles.find((one) => one.organisationId === organisation.id && one.role === role)
  const head = row.head ?? seat?.head ?? false
  const isSame = seat?.head === head
  const state = seat === undefined ? 'new' : isSame ? 'unchanged' : 'changed'
  return { row, organisation, role, head, account, state }
}
