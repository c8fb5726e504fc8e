import { isPlanLate } from '../../rules/plans.ts'
import type { Actor } from '../organisations/account.ts'
import { type Organisation, readOrganisation } from '../organisations/organisation.ts'
import { hasSeatAt } from '../organisations/visibility.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import type { PageRequest, Table } from '../platform/table.ts'
import type { PlanView } from './plans-api.ts'
import { type Programme, programmesOf } from './programme.ts'
import { plansAt, readPlan, type TrainingPlan } from './training-plan.ts'

const isLate = ({ filedAt, year }: Pick<TrainingPlan, 'filedAt' | 'year'>): boolean =>
  filedAt !== undefined && isPlanLate(year, filedAt.slice(0, 10))

/** An organisation's programmes of a year, by their first day. */
export const programmesIn = async (
  table: Table,
  organisation: Pick<Organisation, 'id'>,
  year: number,
): Promise<Programme[]> => {
  const found: Programme[] = []
  let cursor: string | undefined
  do {
    const page = await programmesOf(table, organisation.id, { limit: 100, cursor })
    found.push(...page.items.filter((one) => one.year === year))
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined)
  return found
}

const ofPlan = ({ id, title, state, firstDay }: Programme) => ({ id, title, state, firstDay })

const sum = (amounts: readonly number[]): number => amounts.reduce((all, one) => all + one, 0)

const rowOf = ({ plan }: Programme, year: number): string | undefined =>
  'row' in plan && plan.year === year ? plan.row : undefined

/** What became of a filing that nobody may read who does not see its request. */
const isOpen = ({ acceptedAt }: Programme): boolean => acceptedAt !== undefined

/**
 * A plan set against what was held. Its own desk sees every filing beside it; everybody else those that are public.
 */
export const viewPlan = async (
  table: Table,
  id: string,
  year: number,
  actor: Actor,
): Promise<Outcome<PlanView, 'NOT_FOUND'>> => {
  const organisation = await readOrganisation(table, id)
  if (organisation === undefined) return refuse('NOT_FOUND')
  const mayKeep = hasSeatAt(actor, organisation.id, organisation.kind)
  const plan = await readPlan(table, organisation.id, year)
  if (!mayKeep && plan?.state !== 'filed') return refuse('NOT_FOUND')
  const programmes = (await programmesIn(table, organisation, year)).filter((one) => mayKeep || isOpen(one))
  const above = plan?.filedTo === undefined ? undefined : await readOrganisation(table, plan.filedTo)
  const rows = plan?.rows ?? []
  return succeed({
    organisation: { id: organisation.id, name: organisation.name },
    ...{ year, state: plan?.state ?? 'none', version: plan?.version ?? 0, mayKeep },
    filedTo: above === undefined ? null : { id: above.id, name: above.name },
    filedAt: plan?.filedAt ?? null,
    late: plan !== undefined && isLate(plan),
    rows: rows.map((row) => {
      const own = programmes.filter((one) => rowOf(one, year) === row.id)
      const closed = own.filter(({ state }) => state === 'closed')
      return {
        ...row,
        programmes: own.map(ofPlan),
        held: {
          halfDays: sum(closed.map(({ sessions }) => sessions.length)),
          people: sum(closed.map(({ held }) => held?.passed ?? 0)),
        },
      }
    }),
    besides: programmes
      .filter((one) => !rows.some(({ id }) => id === rowOf(one, year)))
      .map((one) => ({ ...ofPlan(one), why: 'why' in one.plan ? one.plan.why : null })),
    acts: (plan?.acts ?? []).map(({ at, actorName, act, reason }) => ({
      ...{ at, actorName, act, reason: reason ?? null },
    })),
  })
}

/** The plans that were filed with an organisation, for those at its desk. */
export const listPlans = async (table: Table, id: string, year: number, page: PageRequest, actor: Actor) => {
  const organisation = await readOrganisation(table, id)
  if (organisation === undefined || !hasSeatAt(actor, organisation.id, organisation.kind))
    return refuse('NOT_FOUND')
  const { items, cursor } = await plansAt(table, organisation.id, year, page)
  return succeed({
    items: items.map((plan) => ({
      organisation: { id: plan.organisationId, name: plan.organisationName },
      rows: plan.rows.length,
      people: sum(plan.rows.map(({ people }) => people)),
      budgetFen: sum(plan.rows.map(({ budgetFen }) => budgetFen)),
      filedAt: plan.filedAt ?? '',
      late: isLate(plan),
    })),
    cursor,
  })
}
