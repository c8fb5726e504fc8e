import type { Organisation } from '../../functions/organisations/organisation.ts'
import type { RequestId } from '../../functions/platform/ids.ts'
import { keys, SHARDS } from '../../functions/platform/keys.ts'
import type { Item } from '../../functions/platform/table.ts'
import type { Task } from '../../functions/requests/task.ts'
import type { StaffRecord } from '../../functions/staff/staff-record.ts'
import { addCells, type Cells } from '../../functions/statistics/cells.ts'
import { putCounted } from '../../functions/statistics/counted.ts'
import { deskYears } from '../../functions/statistics/desk-cells.ts'
import { yearCells } from '../../functions/statistics/year-cells.ts'
import { edition2024 } from '../../rules/edition.ts'

const YEARS = [2024, 2025, 2026]

/** What the demo's people come to as the statistics count it: theirs one by one, then the rows of their organisations. */
export const demoStatistics = () => {
  const rows = new Map<string, { readonly item: Item; cells: Cells }>()
  const gain = (item: Item, cells: Cells) => {
    const name = `${item.pk} ${item.sk}`
    const row = rows.get(name)
    if (row === undefined) rows.set(name, { item, cells })
    else row.cells = addCells(row.cells, cells)
  }
  return {
    count: (staff: StaffRecord, institution: Organisation): Item[] =>
      YEARS.filter((year) => year >= Number(staff.person.hiredOn.slice(0, 4))).flatMap((year) => {
        const at = [institution.id, institution.authorityId, institution.departmentId].flatMap(
          (id) => id ?? [],
        )
        const days = yearCells(staff, year, () => edition2024, {
          training: () => ({ provider: 'other', fen: 0 }),
          correctedDesk: () => undefined,
        })
        for (const [day, cells] of Object.entries(days))
          for (const id of at) {
            gain({ ...keys.statistic(id, year, 'M', day.slice(0, 7)) }, cells)
            gain({ ...keys.statistic(id, year, 'D', day) }, cells)
          }
        const counted = putCounted(keys.counted(staff.person.id, year), {
          ...{ year, at, days: { ...days }, about: {}, version: 1 },
        })
        return 'put' in counted ? [counted.put] : []
      }),
    /** What desks did with a matter, at each desk and year. */
    countDesks: (id: RequestId, tasks: readonly Task[]): Item[] =>
      deskYears(tasks).flatMap(({ organisationId, year, days }) => {
        for (const [day, cells] of Object.entries(days)) {
          gain({ ...keys.statistic(organisationId, year, 'M', day.slice(0, 7)) }, cells)
          gain({ ...keys.statistic(organisationId, year, 'D', day) }, cells)
        }
        const counted = putCounted(keys.countedDesk(id, organisationId, year), {
          ...{ year, at: [organisationId], days: { ...days }, about: {}, version: 1 },
        })
        return 'put' in counted ? [counted.put] : []
      }),
    /** The rows, and that everyone has been counted: the next walk over everyone is due in ten days. */
    rows: (): Item[] => [
      ...[...rows.values()].map(({ item, cells }) => ({ ...item, cells, version: 1 })),
      {
        ...keys.counting,
        rebuild: {
          startedOn: new Date().toISOString().slice(0, 10),
          ...{ shard: SHARDS, after: '', walked: 0, differed: 0, done: true },
        },
      },
    ],
  }
}
