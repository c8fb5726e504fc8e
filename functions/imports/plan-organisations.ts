import type { Actor } from '../organisations/account.ts'
import { OrganisationNumber } from '../organisations/organisations-api.ts'
import { isRegion } from '../organisations/region.ts'
import type { Text } from '../platform/language.ts'
import type { Table } from '../platform/table.ts'
import { type ImportTable, MOST_SHOWN, type RowFault, type SeenRow } from './import-table.ts'
import { notesOnNames } from './import-view.ts'
import {
  type OrganisationField,
  type OrganisationRow,
  organisationColumnOf,
  parseOrganisation,
  understoodOrganisation,
} from './organisation-rows.ts'
import { type OrganisationQuestion, OrganisationTree, type Standing } from './organisation-tree.ts'
import { institutionsUnder, readOnRecord } from './organisations-on-record.ts'
import { organisationFaults } from './words.ts'

export interface OrganisationImport {
  readonly table: ImportTable<OrganisationField>
  readonly actor: Actor
  /** What the rows are that were asked about, by row: an organisation, or `new`. */
  readonly answers: ReadonlyMap<number, string>
}

export interface OrganisationPlan {
  /** New and changed ones, whoever stands above before those below. */
  readonly steps: readonly Standing[]
  readonly fresh: number
  readonly changed: number
  readonly unchanged: number
  readonly questions: readonly OrganisationQuestion[]
  readonly faults: readonly RowFault[]
  readonly seen: readonly SeenRow[]
  readonly notes: readonly Text[]
}

/** The number that a text may be, as numbers are spelt. */
export const asNumber = (text: string | undefined): string[] => {
  const parsed = text === undefined ? undefined : OrganisationNumber.safeParse(text)
  return parsed?.success === true ? [parsed.data] : []
}

/** The rows whose number no row before them has. */
const withoutRepeats = (rows: readonly OrganisationRow[], faults: RowFault[]): OrganisationRow[] => {
  const first = new Map<string, number>()
  return rows.filter(({ row, number }) => {
    if (number === undefined) return true
    const before = first.get(number)
    if (before === undefined) first.set(number, row)
    else
      faults.push({
        ...{ row, column: organisationColumnOf('number'), value: number },
        detail: organisationFaults.numberRepeated(before),
      })
    return before === undefined
  })
}

/** Judges every row, and the tree that they make together with the register; writes nothing. */
export const planOrganisations = async (
  table: Table,
  { table: sheet, actor, answers }: OrganisationImport,
): Promise<OrganisationPlan> => {
  const faults: RowFault[] = []
  const parsed = sheet.rows.flatMap((row) => parseOrganisation(row, faults) ?? [])
  const rows = withoutRepeats(parsed, faults)
  const numbers = new Set(
    rows.flatMap(({ number, above, department }) => [
      ...(number === undefined ? [] : [number]),
      ...asNumber(above),
      ...asNumber(department),
    ]),
  )
  const withDepartments = rows.some(
    ({ kind, department }) => kind === 'department' || department !== undefined,
  )
  const onRecord = await readOnRecord(table, actor, [...numbers], withDepartments)
  const tree = new OrganisationTree(rows, onRecord, answers, {
    actor,
    isRegional: await isRegion(table, actor),
  })
  tree.placeOffices()
  // Only now is it known under which authorities of the register institutions of the same name may stand.
  const { authorities, known } = tree.lookedUnder()
  tree.placeInstitutions(await institutionsUnder(table, authorities, known))
  return outcome(tree, parsed, faults)
}

const outcome = (
  tree: OrganisationTree,
  parsed: readonly OrganisationRow[],
  before: readonly RowFault[],
): OrganisationPlan => {
  const { standings, questions } = tree
  const faults = [...before, ...tree.faults].sort((a, b) => a.row - b.row)
  const changing = standings.filter(({ state }) => state !== 'unchanged')
  const states = new Map<number, SeenRow['state']>([
    ...standings.map(({ row, state }) => [row, state] as const),
    ...questions.map(({ row }) => [row, 'asked'] as const),
  ])
  return {
    steps: changing.toSorted((a, b) => a.depth - b.depth),
    fresh: changing.filter(({ state }) => state === 'new').length,
    changed: changing.filter(({ state }) => state === 'changed').length,
    unchanged: standings.length - changing.length,
    questions: questions.toSorted((a, b) => a.row - b.row),
    faults,
    notes: notesOnNames(parsed),
    seen: parsed.slice(0, MOST_SHOWN).map((row) => ({
      row: row.row,
      state: states.get(row.row) ?? 'failed',
      values: understoodOrganisation(row),
    })),
  }
}
