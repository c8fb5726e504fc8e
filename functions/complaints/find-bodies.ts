import { allBelow, officesAbove } from '../organisations/names-below.ts'
import { type Organisation, readOrganisation, readOrganisations } from '../organisations/organisation.ts'
import { rootDepartmentIds } from '../organisations/organisations-below.ts'
import type { Clock } from '../platform/clock.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { eventually, type Table } from '../platform/table.ts'
import { nameKey } from '../staff/name-key.ts'
import type { FindBodies, FoundBodies } from './api.ts'
import { readComplaintSettings } from './settings.ts'

const MOST_SHOWN = 20
/** For so long a warm function keeps the names, in milliseconds: whoever searches again and again reads nothing. */
const KEPT = 10 * 60_000

interface Names {
  readonly of: string
  readonly at: number
  readonly all: ReadonlyMap<string, Organisation>
  /** Whether there are no others: beyond some thousand bodies the lowest are left out. */
  readonly isWhole: boolean
}
let names: Names | undefined

/** The names of the bodies of the region and its sectors, up to `MOST_BELOW`. */
const namesOf = async (table: Table, regionId: string, now: number) => {
  const of = `${table.name} ${regionId}`
  if (names === undefined || names.of !== of || now - names.at > KEPT || now < names.at) {
    const region = await readOrganisation(table, regionId)
    const sectors = await readOrganisations(table, await rootDepartmentIds(table))
    const { all, isWhole } = await allBelow(
      table,
      region === undefined ? sectors : [region, ...sectors],
      undefined,
    )
    names = { of, at: now, all, isWhole }
  }
  return names
}

/**
 * Finds a body by a part of its name, at whatever level, with the offices above it. Names of public bodies alone; they may
 * be some minutes old. Looked through are some five thousand; `more`: others may be called so, too.
 */
export const findBodies =
  ({ table: consistent, clock }: { readonly table: Table; readonly clock: Clock }) =>
  async ({ text, officesOnly }: FindBodies): Promise<Outcome<FoundBodies, 'COMPLAINTS_NOT_OPEN'>> => {
    const table = eventually(consistent)
    const settings = await readComplaintSettings(table)
    if (settings === undefined) return refuse('COMPLAINTS_NOT_OPEN', { article: '36' })
    const { all, isWhole } = await namesOf(table, settings.regionId, clock.now())
    const found = [...all.values()].filter(
      ({ kind, name }) => !(officesOnly && kind === 'institution') && nameKey(name).includes(nameKey(text)),
    )
    return succeed({
      items: found.slice(0, MOST_SHOWN).map((one) => ({
        ...{ id: one.id, name: one.name, kind: one.kind, level: one.level },
        under: officesAbove(one, all).map(({ name }) => name),
      })),
      more: found.length > MOST_SHOWN || !isWhole,
    })
  }
