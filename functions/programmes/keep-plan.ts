import type { Actor } from '../organisations/account.ts'
import { readDesk } from '../organisations/account.ts'
import { authorityOf } from '../organisations/authority-of.ts'
import { type Organisation, readOrganisation } from '../organisations/organisation.ts'
import { hasSeatAt } from '../organisations/visibility.ts'
import { timestamp, today } from '../platform/clock.ts'
import type { OrganisationId } from '../platform/ids.ts'
import { toMail } from '../platform/letter.ts'
import { postMail } from '../platform/post-mail.ts'
import { type FieldFault, type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { type Table, write } from '../platform/table.ts'
import type { WritingHost } from '../platform/writing-host.ts'
import { planFiledLetter } from './plan-letters.ts'
import type { PlanBody } from './plans-api.ts'
import { programmesOf } from './programme.ts'
import { keepRevision, type PlanRow, putPlan, readPlan, type TrainingPlan } from './training-plan.ts'
import { planFaults } from './words.ts'

type Why = 'NOT_ALLOWED' | 'NOT_FOUND' | 'STALE_VERSION' | 'INPUT_INVALID'

/** With whom a plan is filed: an institution's with its department, a department's and others' with the authority. */
const aboveOf = async (table: Table, organisation: Organisation): Promise<OrganisationId | undefined> => {
  if (organisation.kind === 'authority') return organisation.parentId
  if (organisation.kind === 'institution' && organisation.departmentId !== undefined)
    return organisation.departmentId
  return authorityOf(table, organisation)
}

/** The rows as they stand now: a known one keeps its id, a new one is given the next. */
const numbered = (rows: PlanBody['rows'], before: TrainingPlan | undefined) => {
  let last = before?.lastRow ?? 0
  const known = new Set(before?.rows.map(({ id }) => id))
  const kept = rows.map(({ id, ...row }): PlanRow => {
    if (id !== undefined && known.has(id)) return { ...row, id }
    last += 1
    return { ...row, id: `${last}` }
  })
  return { rows: kept, lastRow: last }
}

/** A row that a programme on file carries out cannot be taken out: it would lose what it was planned as. */
const referredTo = async (
  table: Table,
  plan: TrainingPlan,
  rows: readonly PlanRow[],
): Promise<FieldFault[]> => {
  const gone = plan.rows.filter(({ id }) => !rows.some((one) => one.id === id))
  if (gone.length === 0) return []
  const named = new Set<string>()
  let cursor: string | undefined
  do {
    const page = await programmesOf(table, plan.organisationId, { limit: 100, cursor })
    for (const { plan: of } of page.items)
      if ('row' in of && of.row !== undefined && of.year === plan.year) named.add(of.row)
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined)
  return gone.some(({ id }) => named.has(id)) ? [{ pointer: '/rows', detail: planFaults.rowReferredTo }] : []
}

/**
 * Keeps what an organisation plans to hold in a year: a draft as often as it likes; filed, with the one above it, and
 * from then on adjusted on record, each time with a reason. Those above are told when it is filed.
 */
export const keepPlan =
  (deps: WritingHost) =>
  async (id: string, body: PlanBody, actor: Actor): Promise<Outcome<TrainingPlan, Why>> => {
    const { table, clock } = deps
    const organisation = await readOrganisation(table, id)
    if (organisation === undefined) return refuse('NOT_FOUND')
    if (!hasSeatAt(actor, organisation.id, organisation.kind)) return refuse('NOT_ALLOWED', { article: '5' })
    const kept = await retryOnConflict(async () => {
      const before = await readPlan(table, organisation.id, body.year)
      if ((before?.version ?? 0) !== body.version) return refuse('STALE_VERSION')
      const isFiled = before?.state === 'filed'
      if (isFiled && body.reason === undefined)
        return refuse('INPUT_INVALID', { errors: [{ pointer: '/reason', detail: planFaults.reason }] })
      if (body.file && body.rows.length === 0)
        return refuse('INPUT_INVALID', { errors: [{ pointer: '/rows', detail: planFaults.empty }] })
      const { rows, lastRow } = numbered(body.rows, before)
      if (before !== undefined) {
        const errors = await referredTo(table, before, rows)
        if (errors.length > 0) return refuse('INPUT_INVALID', { errors })
      }
      const at = timestamp(clock)
      const filedTo = isFiled || body.file ? await aboveOf(table, organisation) : undefined
      const act = isFiled ? ('adjust' as const) : body.file ? ('file' as const) : ('draft' as const)
      const reason = body.reason === undefined ? {} : { reason: body.reason }
      const after: TrainingPlan = {
        ...{ organisationId: organisation.id, organisationName: organisation.name, year: body.year },
        ...{ rows, lastRow, state: isFiled || body.file ? 'filed' : 'draft' },
        ...(filedTo === undefined ? {} : { filedTo }),
        ...(isFiled ? { filedAt: before.filedAt } : body.file ? { filedAt: at } : {}),
        acts: [
          // Of a draft's changes the last one is kept: nobody but its own desk has seen the others.
          ...(before?.acts ?? []).filter((one) => one.act !== 'draft'),
          { at, actor: actor.id, actorName: actor.name, act, ...reason },
        ],
        version: before?.version ?? 0,
      }
      await write(table, [putPlan(before, after), ...(isFiled ? [keepRevision(before)] : [])])
      return succeed({ ...after, version: (before?.version ?? 0) + 1 })
    })
    if (!kept.ok) return kept
    const plan = kept.value
    const above = plan.filedTo === undefined ? undefined : await readOrganisation(table, plan.filedTo)
    if (above !== undefined) {
      const desk = await readDesk(table, above.id, above.kind, today(clock))
      await postMail(
        deps,
        toMail(
          planFiledLetter(plan, deps.publicUrl),
          `plan-${plan.organisationId}-${plan.year}-${plan.version}`,
          desk.map(({ email }) => email),
        ),
      )
    }
    return kept
  }
