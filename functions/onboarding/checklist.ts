import type { Actor } from '../organisations/account.ts'
import {
  childrenOf,
  institutionsOf,
  type Organisation,
  readOrganisations,
} from '../organisations/organisation.ts'
import { rootDepartmentIds } from '../organisations/organisations-below.ts'
import { isRegional } from '../organisations/region.ts'
import { seatedAt } from '../organisations/seated-at.ts'
import { type Clock, today } from '../platform/clock.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import type { Table } from '../platform/table.ts'
import { listProviders } from '../registers/keep-providers.ts'
import { readParameters } from '../registers/parameters.ts'
import { ratesOn, readRates } from '../registers/rate.ts'
import { personsOf } from '../staff/person.ts'
import { readClose } from '../year/year.ts'
import type { Checklist } from './api.ts'
import { readMailTest } from './mail-test.ts'

type Item = Checklist['items'][number]
type Missing = Item['missing'][number]

/** The most organisations that one call looks at: a new deployment has fewer. */
const MOST = 150
/** The most organisations that an item names. */
const NAMED = 10
const AT_ONCE = 8

const isMissing = (code: string, organisations: readonly Organisation[] = []): Missing => ({
  code,
  organisations: organisations.slice(0, NAMED).map(({ id, name }) => ({ id, name })),
})

/** Organisations from the regions down, each before those below it, up to `MOST`. */
const organisationsFrom = async (
  table: Table,
  regions: readonly Organisation[],
): Promise<{ found: Organisation[]; whole: boolean }> => {
  const roots = await readOrganisations(table, (await rootDepartmentIds(table)).slice(0, MOST))
  const found: Organisation[] = [...regions, ...roots]
  const known = new Set(found.map(({ id }) => id))
  const add = (items: readonly Organisation[]) => {
    for (const one of items) if (!known.has(one.id)) known.add(one.id) && found.push(one)
  }
  let whole = true
  for (let place = 0; place < found.length; place += 1) {
    const above = found[place]
    if (above === undefined || above.kind === 'institution') continue
    if (found.length >= MOST) return { found: found.slice(0, MOST), whole: false }
    const below = await childrenOf(table, above.id, { limit: MOST })
    add(below.items)
    const institutions = await institutionsOf(table, above, { limit: MOST })
    add(institutions.items)
    whole &&= below.cursor === null && institutions.cursor === null
  }
  return { found: found.slice(0, MOST), whole: whole && found.length <= MOST }
}

const organisationsItem = (found: readonly Organisation[]): Item => {
  const below = found.filter((one) => !isRegional(one))
  const kinds = ['authority', 'department', 'institution'] as const
  const lacking = kinds.filter((kind) => !below.some((one) => one.kind === kind))
  return {
    item: 'organisations',
    // Only institutions are required: not each has a department, and a region may have no other level.
    done: below.some(({ kind }) => kind === 'institution'),
    count: found.length,
    missing: lacking.map((kind) => isMissing(`no_${kind}`)),
  }
}

const desksItem = async (table: Table, found: readonly Organisation[]): Promise<Item> => {
  const acting = await mapConcurrently(found, AT_ONCE, async (one) => (await seatedAt(table, one)).length)
  const empty = found.filter((_, place) => acting[place] === 0)
  // No desk is above the region: it needs two who can act, so that one decides where the other is a party.
  const alone = found.filter((one, place) => isRegional(one) && acting[place] === 1)
  return {
    item: 'desks',
    done: empty.length === 0 && alone.length === 0,
    count: found.length - empty.length,
    missing: [
      ...(empty.length > 0 ? [isMissing('desk_empty', empty)] : []),
      ...(alone.length > 0 ? [isMissing('region_alone', alone)] : []),
    ],
  }
}

const personsItem = async (table: Table, found: readonly Organisation[]): Promise<Item> => {
  const institutions = found.filter(({ kind }) => kind === 'institution')
  const some = await mapConcurrently(
    institutions,
    AT_ONCE,
    async ({ id }) => (await personsOf(table, id, { limit: 1 })).items.length > 0,
  )
  const without = institutions.filter((_, place) => !some[place])
  return {
    item: 'persons',
    done: institutions.length > 0 && without.length === 0,
    count: institutions.length - without.length,
    missing: [
      ...(institutions.length === 0 ? [isMissing('no_institution')] : []),
      ...(without.length > 0 ? [isMissing('no_person', without)] : []),
    ],
  }
}

const simple = (item: Item['item'], count: number, missing: string | undefined): Item => ({
  item,
  done: missing === undefined,
  count,
  missing: missing === undefined ? [] : [isMissing(missing)],
})

const registerItems = async (table: Table, day: string): Promise<Item[]> => {
  const providers = await listProviders(table, day)
  const rates = await readRates(table)
  const inForce = ratesOn(rates, day)
  const parameters = await readParameters(table)
  const noRates = inForce === undefined ? 'no_rates' : inForce.example ? 'rates_example' : undefined
  return [
    simple('providers', providers.length, providers.length === 0 ? 'no_provider' : undefined),
    simple('rates', rates.length, noRates),
    simple('readings', parameters.length, parameters.length === 0 ? 'readings_default' : undefined),
  ]
}

const mailItem = async (table: Table): Promise<Item> => {
  const test = await readMailTest(table)
  const missing = test === undefined ? 'mail_untested' : test.taken ? undefined : 'mail_refused'
  return simple('mail', test?.taken ? 1 : 0, missing)
}

const rehearsalItem = async (table: Table, day: string): Promise<Item> => {
  const year = Number(day.slice(0, 4))
  const rehearsed = await Promise.all([year - 1, year].map((one) => readClose(table, 'rehearsal', one)))
  const ended = rehearsed.filter((one) => one?.status === 'closed')
  return simple('rehearsal', ended.length, ended.length === 0 ? 'not_rehearsed' : undefined)
}

/** What a new deployment still lacks, item by item, for the region's own people. */
export const readChecklistFor =
  ({ table, clock }: { readonly table: Table; readonly clock: Clock }) =>
  async (actor: Actor): Promise<Outcome<Checklist, 'NOT_ALLOWED'>> => {
    const own = await readOrganisations(
      table,
      actor.roles.filter(({ role }) => role !== 'operator').map(({ organisationId }) => organisationId),
    )
    const regions = own.filter(isRegional)
    if (regions.length === 0) return refuse('NOT_ALLOWED')
    const day = today(clock)
    const { found, whole } = await organisationsFrom(table, regions)
    return succeed({
      items: [
        organisationsItem(found),
        await desksItem(table, found),
        await personsItem(table, found),
        ...(await registerItems(table, day)),
        await mailItem(table),
        await rehearsalItem(table, day),
      ],
      whole,
    })
  }
