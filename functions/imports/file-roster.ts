import type { Actor } from '../organisations/account.ts'
import { type Organisation, readOrganisation } from '../organisations/organisation.ts'
import { hasSeatAt } from '../organisations/visibility.ts'
import type { Deps } from '../persons/change-person.ts'
import { faultsOf } from '../platform/faults.ts'
import type { Language } from '../platform/language.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import type { Table } from '../platform/table.ts'
import type { Pace } from '../requests/participants.ts'
import { MOST_PARTICIPANTS } from '../requests/submit-roster.ts'
import { ClassFields } from './api.ts'
import { fileLists } from './file-lists.ts'
import { findHomes } from './find-homes.ts'
import { findHosted } from './find-hosted.ts'
import { findInstitution } from './find-institution.ts'
import type { ImportFile } from './import-file.ts'
import { classFaults, rosterColumns, rosterExample, trainingOf } from './import-roster.ts'
import type { ImportTable } from './import-table.ts'
import { rowsInvalid, viewImport } from './import-view.ts'
import { planRoster, type Rows } from './plan-roster.ts'
import { readTable } from './read-table.ts'

/** How long a call works, its reading included, before it leaves the rest to the next, in milliseconds. */
const PATIENCE = 20_000

/** Who held a class: an institution for its own people, or an office above several for theirs. */
type Holder =
  | { readonly institution: Organisation }
  | { readonly office: Organisation; readonly above?: Organisation }

/** The office by which somebody files for an institution, or for all those below it. */
const officeOf = async (table: Table, actor: Actor, id: string): Promise<Outcome<Holder, 'NOT_ALLOWED'>> => {
  const named = await readOrganisation(table, id)
  if (named === undefined) return refuse('NOT_ALLOWED')
  if (named.kind !== 'institution')
    return hasSeatAt(actor, named.id, 'department') || hasSeatAt(actor, named.id, 'authority')
      ? succeed<Holder>({ office: named })
      : refuse('NOT_ALLOWED')
  const seat = actor.roles.find(
    ({ role, organisationId }) =>
      (role === 'department' || role === 'authority') && named.overseers.includes(organisationId),
  )
  const office = seat && (await readOrganisation(table, seat.organisationId))
  return office === undefined ? refuse('NOT_ALLOWED') : succeed<Holder>({ office, above: named })
}

/** Whoever held the class, as far as the caller may file for them. */
const findHolder = async (
  table: Table,
  id: string | undefined,
  actor: Actor,
): Promise<Outcome<Holder, 'NOT_ALLOWED'>> => {
  const own = id ?? actor.roles.find(({ role }) => role === 'institution')?.organisationId
  const office =
    own ?? actor.roles.find(({ role }) => role === 'department' || role === 'authority')?.organisationId
  if (office === undefined) return refuse('NOT_ALLOWED')
  if (hasSeatAt(actor, office, 'institution')) {
    const found = await findInstitution(table, office, actor)
    return found.ok ? succeed<Holder>({ institution: found.value }) : found
  }
  return officeOf(table, actor, office)
}

const rowsOf = async (
  table: Table,
  holder: Holder,
  { rows }: ImportTable<(typeof rosterColumns)[number]['field']>,
): Promise<Rows> => {
  const texts = [...new Set(rows.map(({ values }) => values.institution).filter((text) => text !== ''))]
  if ('institution' in holder) {
    const host = holder.institution
    return { host, homeOf: await findHosted(table, host, texts) }
  }
  if (holder.above !== undefined) return { institution: holder.above }
  return { homeOf: await findHomes(table, holder.office, texts) }
}

/** By whom the lists are filed where not each institution files its own: an office, or the host of seconded staff. */
const heldFor = (
  holder: Holder,
  lists: readonly { readonly institution: Organisation }[],
): string | undefined => {
  if ('office' in holder) return holder.office.id
  const { id } = holder.institution
  return lists.some(({ institution }) => institution.id !== id) ? id : undefined
}

/**
 * Previews a class roster, or files it as a batch claim: the same class is the same claim, however often its file comes. The
 * list of a class that an office held for several institutions becomes one claim for each, which registers it (Art. 34); so
 * do the rows of staff who are seconded to the institution that held it.
 * What finds no time in one call is left to the same file's next one.
 */
export const importRoster =
  (deps: Deps, patience = PATIENCE) =>
  async (
    { bytes, ...file }: ImportFile & { readonly bytes: Uint8Array },
    fields: Readonly<Record<string, unknown>>,
    actor: Actor,
    language: Language,
  ) => {
    const ends = performance.now() + patience
    const holder = await findHolder(deps.table, file.institutionId, actor)
    if (!holder.ok) return holder
    const parsed = ClassFields.safeParse({ ...fields, mode: fields.trainingMode }, { reportInput: true })
    if (!parsed.success) return refuse('INPUT_INVALID', { errors: faultsOf(parsed.error) })
    const { title, provider, certificateNo, evidence } = parsed.data
    const training = trainingOf(parsed.data)
    const errors = classFaults(training)
    if (errors.length > 0) return refuse('INPUT_INVALID', { errors })
    const table = await readTable(bytes, rosterColumns, rosterExample)
    if (!table.ok) return table
    if (table.value.rows.length > MOST_PARTICIPANTS) return refuse('PARTICIPANTS_TOO_MANY')
    const rows = await rowsOf(deps.table, holder.value, table.value)
    const { lists, faults, ...plan } = await planRoster(deps, table.value, rows, training)
    const applied = lists.reduce((sum, { participants }) => sum + participants.length, 0)
    const seen = {
      ...viewImport(
        {
          ...plan,
          ...{ kind: 'roster' as const, new: applied, changed: 0, unchanged: 0, faults },
          questions: [],
        },
        file,
        table.value,
        faults,
        language,
      ),
      ...{ filings: 0, invitations: 0, invited: 0 },
    }
    if (file.mode === 'preview') return succeed(seen)
    if (applied === 0 || (faults.length > 0 && !file.partial)) return rowsInvalid(faults)
    const office = heldFor(holder.value, lists)
    const held = { title, provider, certificateNo, evidence, training, office }
    const pace: Pace = { ends, wrote: 0 }
    const filing = await fileLists({ ...deps, pace }, held, lists, actor)
    if (!filing.ok) return filing
    const { filed, left: remaining } = filing.value
    // Of a file that comes again once all is filed, all rows are applied, as at the first time.
    const entered = pace.wrote === 0 && remaining === 0 ? applied : pace.wrote
    if (remaining > 0) return succeed({ ...seen, applied: entered, remaining })
    const requests = filed.map(({ id }, nth) => ({
      id,
      title: lists.length > 1 ? `${title} · ${lists[nth]?.institution.name ?? ''}` : title,
    }))
    const [first] = filed.map(({ id, status, round }) => ({ id, status, round }))
    return succeed({
      ...seen,
      applied: entered,
      ...(first === undefined ? {} : { request: first }),
      requests,
    })
  }
