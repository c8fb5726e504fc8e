import type { Actor } from '../organisations/account.ts'
import { type Organisation, readOrganisation, readOrganisations } from '../organisations/organisation.ts'
import { isAtRegion, isRegional } from '../organisations/region.ts'
import { oversees } from '../organisations/visibility.ts'
import { CursorInvalidError } from '../platform/cursor-invalid.ts'
import type { CloseMode } from '../platform/keys.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import type { PageRequest, Table } from '../platform/table.ts'
import type { OrganisationYear, RehearsalView, YearView } from './api.ts'
import { countsOf, progressOf } from './close-counts.ts'
import { type Counts, noCounts } from './counts.ts'
import { type CloseState, executionOf, FIRST_YEAR, readClose } from './year.ts'
import { type BlockingDesk, readBlockingDesks } from './year-page.ts'

/**
 * The organisation whose year an actor looks at: the one they name, if they may see it (Art. 35), else that
 * of their first seat. People without a seat have their own ledger's page.
 */
export const chosenOrganisation = async (
  table: Table,
  actor: Actor,
  wanted: string | undefined,
): Promise<Outcome<Organisation, 'NOT_ALLOWED' | 'NOT_FOUND'>> => {
  const [seat] = actor.roles
  if (seat === undefined) return refuse('NOT_ALLOWED')
  const organisation = await readOrganisation(table, wanted ?? seat.organisationId)
  // The region also sees its departments, although their records place them under no authority.
  return organisation !== undefined && (oversees(actor, organisation) || (await isAtRegion(table, actor)))
    ? succeed(organisation)
    : refuse('NOT_FOUND')
}

export const organisationView = ({ id, name, kind, level }: Organisation) => ({ id, name, kind, level })

const countsView = ({ met, deemed, inducting, deferred, short, overdue, provisional }: Counts) => ({
  counts: { met, deemed, inducting, deferred, overdue, short },
  overdue,
  provisional,
})

/**
 * The region's own numbers come from the shards and are exact at any time; others come from the sums, once
 * made.
 */
const stateView = async (
  table: Table,
  mode: CloseMode,
  year: number,
  state: CloseState | undefined,
  organisation: Organisation,
): Promise<Omit<YearView, 'status'>> => {
  const which = { mode, year, run: state?.run ?? 0 }
  const progress = state === undefined ? undefined : await progressOf(table, which)
  const counts =
    progress === undefined
      ? noCounts
      : isRegional(organisation)
        ? progress.counts
        : await countsOf(table, organisation, which)
  return {
    year,
    progress: { done: progress?.done ?? 0, total: progress?.total ?? 0 },
    ...countsView(counts),
    notApplicable: progress?.notApplicable ?? 0,
    failedShards: state?.failed?.shards ?? 0,
    run: state?.run ?? 0,
    execution: state === undefined ? null : executionOf(state),
    edition: state?.edition === undefined ? null : { name: state.edition.name, hash: state.edition.hash },
    startedAt: state?.startedAt ?? null,
    closedAt: state?.closedAt ?? null,
    organisation: organisationView(organisation),
  }
}

export const viewYear = async (
  table: Table,
  actor: Actor,
  year: number,
  wanted: string | undefined,
): Promise<Outcome<YearView, 'NOT_ALLOWED' | 'NOT_FOUND' | 'YEAR_BEFORE_EDITION'>> => {
  if (year < FIRST_YEAR) return refuse('YEAR_BEFORE_EDITION', { article: '49' })
  const chosen = await chosenOrganisation(table, actor, wanted)
  if (!chosen.ok) return chosen
  const organisation = chosen.value
  const state = await readClose(table, 'close', year)
  return succeed({
    ...(await stateView(table, 'close', year, state, organisation)),
    status: state?.status ?? 'open',
  })
}

const deskView = (desk: BlockingDesk, organisation: Organisation) => ({
  organisation: organisationView(organisation),
  stage: desk.stage,
  persons: desk.persons,
  since: desk.since,
  requests: desk.requests,
})

/** The blocking desks below an organisation, its own included. The cursor is an index into the list. */
const blockingBelow = async (
  table: Table,
  year: number,
  run: number,
  organisation: Organisation,
  { limit, cursor }: PageRequest,
): Promise<RehearsalView['blocking']> => {
  const desks = await readBlockingDesks(table, year, run)
  const organisations = new Map(
    (await readOrganisations(table, [...new Set(desks.map(({ organisationId }) => organisationId))])).map(
      (one) => [one.id, one] as const,
    ),
  )
  const below = desks.flatMap((desk) => {
    const at = organisations.get(desk.organisationId)
    return at !== undefined && (at.id === organisation.id || at.overseers.includes(organisation.id))
      ? [deskView(desk, at)]
      : []
  })
  if (!/^\d{1,6}$/.test(cursor ?? '0'))
    throw new CursorInvalidError('The cursor belongs to no page of this list.')
  const from = Number(cursor ?? 0)
  const to = from + limit
  return { items: below.slice(from, to), cursor: to < below.length ? String(to) : null }
}

export const viewRehearsal = async (
  table: Table,
  actor: Actor,
  year: number,
  wanted: string | undefined,
  page: PageRequest,
): Promise<
  Outcome<RehearsalView, 'NOT_ALLOWED' | 'NOT_FOUND' | 'YEAR_BEFORE_EDITION' | 'YEAR_NOT_REHEARSED'>
> => {
  if (year < FIRST_YEAR) return refuse('YEAR_BEFORE_EDITION', { article: '49' })
  const chosen = await chosenOrganisation(table, actor, wanted)
  if (!chosen.ok) return chosen
  const organisation = chosen.value
  const state = await readClose(table, 'rehearsal', year)
  if (state === undefined) return refuse('YEAR_NOT_REHEARSED')
  const [view, blocking] = await Promise.all([
    stateView(table, 'rehearsal', year, state, organisation),
    blockingBelow(table, year, state.run, organisation, page),
  ])
  return succeed({ ...view, status: state.status === 'closed' ? 'done' : 'running', blocking })
}

/** An organisation's row in a list: with all that is below it. */
export const organisationYear = (organisation: Organisation, counts: Counts): OrganisationYear => ({
  organisation: organisationView(organisation),
  ...countsView(counts),
})
