import type { Actor } from '../organisations/account.ts'
import { type Organisation, readOrganisation } from '../organisations/organisation.ts'
import type { Deps } from '../persons/change-person.ts'
import { registrarRefusal } from '../persons/registrar.ts'
import { faultsOf } from '../platform/faults.ts'
import { sha256 } from '../platform/identifiers.ts'
import type { Language } from '../platform/language.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import type { Table } from '../platform/table.ts'
import { MOST_PARTICIPANTS, submitRoster } from '../requests/submit-roster.ts'
import { ClassFields, type ImportView } from './api.ts'
import { applyPersons } from './apply-persons.ts'
import { classFaults, planRoster, rosterColumns, trainingOf } from './import-roster.ts'
import { failedRows, type ImportTable, type RowFault } from './import-table.ts'
import { personColumns } from './person-rows.ts'
import { planPersons } from './plan-persons.ts'
import { readTable } from './read-table.ts'

/** How long one call enters rows before it leaves the rest to the next, in milliseconds. */
const PATIENCE = 20_000
const MOST_ERRORS = 500

export interface ImportFile {
  readonly bytes: Uint8Array
  readonly mode: 'preview' | 'apply'
  /** Without one, the actor's own institution. */
  readonly institutionId?: string | undefined
  /** Enter the right rows although others are at fault. */
  readonly partial: boolean
}

/** The institution whose people are imported, where someone may keep its register. */
const findInstitution = async (
  table: Table,
  id: string | undefined,
  actor: Actor,
): Promise<Outcome<Organisation, 'NOT_ALLOWED'>> => {
  const own = id ?? actor.roles.find(({ role }) => role === 'institution')?.organisationId
  const institution = own === undefined ? undefined : await readOrganisation(table, own)
  return institution?.kind === 'institution' && registrarRefusal(actor, institution) === undefined
    ? succeed(institution)
    : refuse('NOT_ALLOWED')
}

const view = (
  counts: Pick<ImportView, 'kind' | 'new' | 'changed' | 'unchanged'>,
  { mode }: ImportFile,
  table: ImportTable<string>,
  faults: readonly RowFault[],
  language: Language,
): ImportView => ({
  ...counts,
  mode,
  rows: table.rows.length,
  failed: new Set(faults.map(({ row }) => row)).size,
  errors: faults.slice(0, MOST_ERRORS).map(({ row, column, value, detail }) => ({
    row,
    column,
    value: value ?? null,
    detail: detail[language],
  })),
  failedRows: failedRows(table, faults),
  applied: 0,
  remaining: 0,
  request: null,
})

/** The refusal where rows are at fault and nothing was entered. */
const rowsInvalid = (faults: readonly RowFault[]) =>
  refuse('ROWS_INVALID', {
    errors: faults
      .slice(0, MOST_ERRORS)
      .map(({ row, column, detail }) => ({ pointer: `/rows/${row}/${column}`, detail })),
  })

/** Previews or enters a file of persons. */
export const importPersons = (deps: Deps) => async (file: ImportFile, actor: Actor, language: Language) => {
  const institution = await findInstitution(deps.table, file.institutionId, actor)
  if (!institution.ok) return institution
  const table = await readTable(file.bytes, personColumns)
  if (!table.ok) return table
  const wanted = { table: table.value, institution: institution.value, actor }
  const plan = await planPersons(deps, wanted)
  const { fresh, changed, unchanged, faults } = plan
  const seen = view(
    { kind: 'persons', new: fresh.length, changed: changed.length, unchanged },
    file,
    table.value,
    faults,
    language,
  )
  if (file.mode === 'preview') return succeed(seen)
  if (faults.length > 0 && !file.partial) return rowsInvalid(faults)
  const remaining = await applyPersons(deps, wanted, plan, PATIENCE)
  return succeed({ ...seen, applied: fresh.length + changed.length - remaining, remaining })
}

/** Previews a class roster, or files it as one request; the same file makes the same request. */
export const importRoster =
  (deps: Deps) =>
  async (file: ImportFile, fields: Readonly<Record<string, unknown>>, actor: Actor, language: Language) => {
    const institution = await findInstitution(deps.table, file.institutionId, actor)
    if (!institution.ok) return institution
    const parsed = ClassFields.safeParse({ ...fields, mode: fields.trainingMode }, { reportInput: true })
    if (!parsed.success) return refuse('INPUT_INVALID', { errors: faultsOf(parsed.error) })
    const { title, provider, certificateNo, evidence } = parsed.data
    const training = trainingOf(parsed.data)
    const errors = classFaults(training)
    if (errors.length > 0) return refuse('INPUT_INVALID', { errors })
    const table = await readTable(file.bytes, rosterColumns)
    if (!table.ok) return table
    // A class shares one proof, so it can't be split into several requests.
    if (table.value.rows.length > MOST_PARTICIPANTS) return refuse('PARTICIPANTS_TOO_MANY')
    const { participants, faults } = await planRoster(deps, table.value, institution.value, training)
    const seen = view(
      { kind: 'roster', new: participants.length, changed: 0, unchanged: 0 },
      file,
      table.value,
      faults,
      language,
    )
    if (file.mode === 'preview') return succeed(seen)
    if (participants.length === 0 || (faults.length > 0 && !file.partial)) return rowsInvalid(faults)
    const submitted = await submitRoster(deps)(
      {
        type: 'class_roster',
        title,
        provider,
        certificateNo,
        institutionId: institution.value.id,
        training,
        participants: [...participants],
        evidence: [evidence],
      },
      `roster-${institution.value.id}-${sha256(file.bytes)}`,
      actor,
    )
    if (!submitted.ok) return submitted
    const { id, status, round } = submitted.value
    return succeed({ ...seen, applied: participants.length, request: { id, status, round } })
  }
