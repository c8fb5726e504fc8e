import { randomBytes } from 'node:crypto'
import { followPerson } from '../organisations/follow-person.ts'
import { isSame } from '../persons/change-person.ts'
import { keepsFromAbove } from '../persons/needs-confirmation.ts'
import { registrarRefusal } from '../persons/registrar.ts'
import { markChange, settleChange } from '../persons/settle-change.ts'
import { personActs } from '../persons/words.ts'
import type { ActingHost } from '../platform/acting-host.ts'
import { timestamp, today } from '../platform/clock.ts'
import { ConditionFailedError } from '../platform/condition-failed.ts'
import { base32 } from '../platform/identifiers.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { type Write, write } from '../platform/table.ts'
import { withFollowingDates } from '../staff/follow-flags.ts'
import { changePerson, registerPerson } from '../staff/person-change.ts'
import { readStaff } from '../staff/staff.ts'
import { holderOfNumber } from '../staff/staff-number.ts'
import { fileFacts, invitePerson } from './follow-persons.ts'
import { changedBy, newBy, type ParsedRow } from './person-rows.ts'
import { planDates } from './plan-dates.ts'
import type { PersonImport, PersonPlan } from './plan-persons.ts'

/** Rows, people or authorities that are worked on at once. */
const WIDTH = 8

const newId = (): string => `s${base32(randomBytes(16), 20)}`

/**
 * Enters one row: registers the person, or changes their record; a row without a difference writes nothing.
 */
const applyRow = async (
  deps: ActingHost,
  { institution, actor, evidence }: PersonImport,
  parsed: ParsedRow,
): Promise<void> => {
  const { table, clock } = deps
  const act = { at: timestamp(clock), by: actor.id, reason: personActs.imported.zh }
  const written = await retryOnConflict(async () => {
    const numbered =
      parsed.staffNo === undefined ? undefined : await holderOfNumber(table, institution.id, parsed.staffNo)
    // Whose row it was said to be; a number that someone else has taken meanwhile is theirs.
    const holder = numbered ?? parsed.staffId
    const staff = holder === undefined ? undefined : await readStaff(table, holder)
    if (staff === undefined) {
      const person = newBy(institution, parsed, newId(), today(clock))
      if (person !== undefined) await write(table, registerPerson(person, act))
      return undefined
    }
    const day = today(clock)
    const said = withFollowingDates(staff.person, changedBy(staff.person, parsed), day)
    const isAbove = keepsFromAbove(actor, institution)
    const after = planDates({ before: staff.person, person: said, parsed, evidence, day, isAbove }).person
    // Someone who came to hold the number since the plan was made may be the one who imports.
    const mayChange = registrarRefusal(actor, institution, staff.person.id) === undefined
    if (isSame(staff.person, after) || !mayChange) return undefined
    const written = { ...after, version: staff.person.version + 1 }
    const imported = { ...act, what: 'imported' }
    await write(table, [
      ...changePerson(staff, after, imported),
      ...markChange(staff.person, written, act.at),
      ...(await followPerson(table, staff.person, after, imported)),
    ])
    return { before: staff.person, after: written }
  })
  if (written !== undefined) await settleChange(deps, written.before, written.after)
}

/** As many writes as one transaction takes. */
const MOST_WRITES = 100

/** Groups new persons so that each group fits one transaction: dozens of times faster than one by one. */
const inGroups = (rows: readonly ParsedRow[], writesFor: (parsed: ParsedRow) => Write[]) => {
  const groups: { rows: ParsedRow[]; writes: Write[] }[] = []
  for (const parsed of rows) {
    const writes = writesFor(parsed)
    const last = groups.at(-1)
    if (last !== undefined && last.writes.length + writes.length <= MOST_WRITES) {
      last.rows.push(parsed)
      last.writes.push(...writes)
    } else groups.push({ rows: [parsed], writes })
  }
  return groups
}

/**
 * Enters a plan's rows for up to `patience` milliseconds and answers how many are left, and how many invitations went
 * out. Importing the same
 * file again goes on from there: rows already entered do nothing.
 */
export const applyPersons = async (
  deps: ActingHost,
  wanted: PersonImport,
  { fresh, changed, filings }: PersonPlan,
  patience: number,
): Promise<{ readonly left: number; readonly invited: number }> => {
  const deadline = performance.now() + patience
  const act = { at: timestamp(deps.clock), by: wanted.actor.id, reason: personActs.imported.zh }
  const left = new Set<number>()
  const inTime = async (rows: readonly ParsedRow[], enter: () => Promise<void>) => {
    if (performance.now() > deadline) for (const { row } of rows) left.add(row)
    else await enter()
  }
  const oneByOne = (rows: readonly ParsedRow[]) =>
    mapConcurrently(rows, WIDTH, (parsed) => inTime([parsed], () => applyRow(deps, wanted, parsed)))
  const groups = inGroups(fresh, (parsed) => {
    const person = newBy(wanted.institution, parsed, newId(), today(deps.clock))
    return person === undefined ? [] : registerPerson(person, act)
  })
  await mapConcurrently(groups, WIDTH, ({ rows, writes }) =>
    inTime(rows, async () => {
      try {
        await write(deps.table, writes)
      } catch (error) {
        // Someone has taken a number of this group since the plan: enter its rows one by one.
        if (!(error instanceof ConditionFailedError)) throw error
        await oneByOne(rows)
      }
    }),
  )
  await oneByOne(changed)
  const filed = Map.groupBy(filings, ({ row }) => row)
  // What is filed and who is invited follows what is entered; what finds no time comes with the file's next call.
  const followed = [...fresh, ...changed].filter(({ row, invite }) => invite || filed.has(row))
  let invited = 0
  await mapConcurrently(followed, WIDTH, (parsed) =>
    inTime([parsed], async () => {
      await fileFacts(deps, filed.get(parsed.row) ?? [], wanted)
      if (await invitePerson(deps, parsed, wanted)) invited += 1
    }),
  )
  return { left: left.size, invited }
}
