import type { Organisation } from '../organisations/organisation.ts'
import { type Clock, today, yearNow } from '../platform/clock.ts'
import { allPages } from '../platform/every-page.ts'
import type { OrganisationId } from '../platform/ids.ts'
import type { Text } from '../platform/language.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import type { Table } from '../platform/table.ts'
import { editionsFor } from '../registers/edition-for.ts'
import { lineFaultsBeside } from '../requests/prepare-claim.ts'
import type { Participant } from '../requests/request.ts'
import { isSameName, nameKey } from '../staff/name-key.ts'
import { type Person, type PostChange, personsOf } from '../staff/person.ts'
import { numbersOf } from '../staff/staff-number.ts'
import type { Home } from './find-homes.ts'
import { dateCell, markIn } from './import-cells.ts'
import {
  attended,
  columnOf,
  type Field,
  type Named,
  type Namesakes,
  parseRow,
  type Roll,
  rosterColumns,
  type Training,
} from './import-roster.ts'
import { byColumn, type ImportTable, MOST_SHOWN, type RowFault, type SeenRow } from './import-table.ts'
import { readNamed } from './read-named.ts'
import { readNotes, rowFaults, yesAndNo } from './words.ts'

export interface RosterPlan {
  /** Those who may take part, by their institution, in the order of the sheet. */
  readonly lists: readonly {
    readonly institution: Organisation
    readonly participants: readonly Participant[]
  }[]
  readonly faults: readonly RowFault[]
  readonly seen: readonly SeenRow[]
  readonly notes: readonly Text[]
}

const yesNo = (value: boolean | undefined): string | undefined =>
  value === undefined ? undefined : yesAndNo[value ? 'yes' : 'no'].zh

/** A participant as the row was understood; the name is the register's. */
const understood = (
  { passed, halfDays, hours, makeUpFor }: Participant,
  person: Person | undefined,
  name: string,
  change: PostChange | undefined,
  institution: string | undefined,
) =>
  byColumn<Field>(rosterColumns, {
    staffNo: person?.staffNo ?? person?.id,
    name: person?.name ?? name,
    passed: yesNo(passed),
    halfDays: halfDays?.toString(),
    hours: hours?.toString(),
    institution,
    makeUpFor: makeUpFor?.toString(),
    forChange: change?.effectiveOn,
  })

/** What was read in another measure than it stands in the file. */
const measures = (sheet: ImportTable<Field>): Text[] => {
  const marks = sheet.rows.filter(({ values: { passed, mark } }) => {
    const read = passed === '' ? mark : passed
    return (markIn(read) ?? 0) > (passed === '' ? 0 : 1)
  }).length
  const isByDays = sheet.rows.some(({ values: { days, halfDays } }) => days !== '' && halfDays === '')
  return [...(marks > 0 ? [readNotes.marks(marks)] : []), ...(isByDays ? [readNotes.daysAsHalfDays] : [])]
}

/** How many of those who may take part failed, and so get no hours. */
const failedNotes = (lists: RosterPlan['lists']): Text[] => {
  const count = lists.flatMap(({ participants }) =>
    participants.filter(({ passed }) => passed === false),
  ).length
  return count === 0 ? [] : [readNotes.failed(count)]
}

/** Everyone at an institution by name, read only where a row has no number. */
const namesakesAt = async (
  table: Table,
  id: OrganisationId,
  rows: ImportTable<Field>['rows'],
): Promise<Namesakes> => {
  if (rows.every(({ values: { staffNo, name } }) => staffNo !== '' || name === '')) return () => []
  const everyone = await allPages((cursor) => personsOf(table, id, { limit: 100, cursor }))
  const named = Map.groupBy(everyone, ({ name }) => nameKey(name))
  return (name) => (named.get(nameKey(name)) ?? []).map(({ id }) => id)
}

const rollOf = async (
  table: Table,
  institution: Organisation,
  rows: ImportTable<Field>['rows'],
): Promise<Roll> => ({
  institution,
  numbers: await numbersOf(table, institution.id),
  namesakes: await namesakesAt(table, institution.id, rows),
})

const fieldOf = (pointer: string): string => /^\/lines\/0\/(\w+)$/.exec(pointer)?.[1] ?? ''

/**
 * The change of post that a transfer training prepares somebody for: the one that the row names by its day or id, else the
 * only one there is (Art. 18, 21). Undefined where there is none, or more than one.
 */
const changeOf = ({ category }: Training, { change }: Named, person: Person): PostChange | undefined => {
  if (category !== 'transfer') return undefined
  const open = person.postChanges.filter(({ dropped, refused }) => dropped !== true || refused === true)
  if (change === '') return open.length === 1 ? open[0] : undefined
  const read = dateCell(change)
  const day = read.ok ? read.value : undefined
  return open.find(({ id, effectiveOn }) => id === change || effectiveOn === day)
}

/** Institutions that are read at once. */
const WIDTH = 8

/**
 * Whose rows a sheet's are: all of one institution's people, or of those that each row names. `host`: the institution that
 * held the class for its own people and for staff of others who are seconded to it, and keeps no register of these.
 */
export type Rows =
  | { readonly institution: Organisation }
  | { readonly homeOf: (text: string) => Home; readonly host?: Organisation }

/** Judges every participant of a class as if they claimed it themselves (Art. 34, 39(1)); writes nothing. */
export const planRoster = async (
  { table, clock }: { readonly table: Table; readonly clock: Clock },
  sheet: ImportTable<Field>,
  whose: Rows,
  training: Training,
): Promise<RosterPlan> => {
  const day = today(clock)
  const editionOf = await editionsFor(table, yearNow(clock))
  const faults: RowFault[] = []
  const blame = (row: number, column: string, detail: Text) => faults.push({ row, column, detail })
  const placed = sheet.rows.flatMap((row) => {
    if ('institution' in whose) return [{ row, institution: whose.institution }]
    const home = whose.homeOf(row.values.institution)
    if (home.ok) return [{ row, institution: home.institution }]
    blame(row.number, columnOf('institution'), row.values.institution === '' ? rowFaults.needed : home.detail)
    return []
  })
  const host = 'host' in whose ? whose.host : undefined
  const isHosted = ({ id }: Organisation) => host !== undefined && host.id !== id
  const homes = new Map(placed.map(({ institution }) => [institution.id, institution]))
  const rolls = new Map(
    await mapConcurrently([...homes.values()], WIDTH, async (institution) => {
      const own = placed.flatMap((one) => (one.institution.id === institution.id ? [one.row] : []))
      return [institution.id, await rollOf(table, institution, own)] as const
    }),
  )
  const rows = placed.flatMap(({ row, institution }) => {
    const roll = rolls.get(institution.id)
    const { staffNo, name } = row.values
    // Of another's people nobody is looked for: all three are known, or the row is not taken.
    if (isHosted(institution) && (staffNo === '' || name === '')) {
      blame(row.number, columnOf('staffNo'), rowFaults.hosted)
      return []
    }
    return (roll && parseRow(row, roll, faults)) ?? []
  })
  const known = await readNamed(table, rows, training)
  const lists = new Map<OrganisationId, { institution: Organisation; participants: Participant[] }>()
  const seen = new Set<string>()
  // In the order of the sheet: of a person's two rows the later one is at fault.
  for (const [place, named] of rows.entries()) {
    const { row, name, institution } = named
    const staff = known[place]
    const isOther =
      staff?.person.institutionId !== institution.id || !isSameName(name, staff?.person.name ?? '')
    if (isHosted(institution) && isOther) blame(row, columnOf('staffNo'), rowFaults.hosted)
    else if (staff === undefined || staff.person.institutionId !== institution.id)
      blame(row, columnOf('staffNo'), rowFaults.nobody)
    else if (name !== '' && !isSameName(name, staff.person.name))
      blame(row, columnOf('name'), rowFaults.anotherName)
    else if (seen.has(named.participant.staffId)) blame(row, columnOf('staffNo'), rowFaults.personRepeated)
    else {
      seen.add(named.participant.staffId)
      const change = changeOf(training, named, staff.person)
      const participant = {
        ...named.participant,
        ...(change === undefined ? {} : { forChange: change.id }),
      }
      if (training.category === 'transfer' && change === undefined) {
        blame(row, columnOf('forChange'), rowFaults.noChange)
        continue
      }
      const wrong = lineFaultsBeside(
        [attended(training, participant)],
        staff.person,
        staff.facts,
        day,
        editionOf,
      )
      // What speaks against it stands in another institution's register: that one says it.
      if (wrong.length > 0 && isHosted(institution)) blame(row, columnOf('staffNo'), rowFaults.hostedUnfit)
      else for (const { pointer, detail } of wrong) blame(row, columnOf(fieldOf(pointer)), detail)
      if (wrong.length > 0) continue
      const list = lists.get(institution.id) ?? { institution, participants: [] }
      list.participants.push(participant)
      lists.set(institution.id, list)
    }
  }
  faults.sort((a, b) => a.row - b.row)
  const failed = new Set(faults.map(({ row }) => row))
  const isOfMany = 'homeOf' in whose && (host === undefined || [...homes.values()].some(isHosted))
  return {
    lists: [...lists.values()],
    faults,
    notes: [...measures(sheet), ...failedNotes([...lists.values()])],
    seen: rows.slice(0, MOST_SHOWN).map((named, place) => {
      const { row, name, institution, participant } = named
      const person = known[place]?.person
      const isKnown = person?.institutionId === institution.id && !(isHosted(institution) && failed.has(row))
      const own = isKnown ? person : undefined
      const change = own && changeOf(training, named, own)
      const home = isOfMany ? institution.name : undefined
      return {
        row,
        state: failed.has(row) ? 'failed' : 'new',
        values: understood(participant, own, name, change, home),
      }
    }),
  }
}
