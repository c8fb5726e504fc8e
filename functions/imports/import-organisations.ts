import type { Actor } from '../organisations/account.ts'
import type { Language } from '../platform/language.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import { refuse, succeed } from '../platform/refusals.ts'
import { MOST_ORGANISATIONS } from '../platform/spreadsheet/spreadsheet.ts'
import { applyOrganisations } from './apply-organisations.ts'
import type { ImportTable } from './import-table.ts'
import { rowsInvalid, viewImport } from './import-view.ts'
import { type OrganisationField, organisationColumns, organisationExample } from './organisation-rows.ts'
import { planOrganisations } from './plan-organisations.ts'
import { readTable } from './read-table.ts'
import { rowFaults, WHOLE_ROW } from './words.ts'

/** How long a call works, its reading included, before it leaves the rest to the next, in milliseconds. */
const PATIENCE = 22_000

export interface OrganisationFile {
  readonly mode: 'preview' | 'apply'
  /** Enter the right rows although others are at fault. */
  readonly partial: boolean
  readonly answers: ReadonlyMap<number, string>
  /** When the call began, by the machine's own count. */
  readonly begun: number
}

/** Previews or enters a file of organisations: by authorities, each below itself. */
export const importOrganisations =
  (deps: RecordsHost) =>
  async (
    { bytes, ...file }: OrganisationFile & { readonly bytes: Uint8Array },
    actor: Actor,
    language: Language,
  ) => {
    const table = await readTable(bytes, organisationColumns, organisationExample, MOST_ORGANISATIONS)
    return table.ok ? organisationsFrom(deps)(table.value, file, actor, language) : table
  }

/** The same of a file that has been read. */
export const organisationsFrom =
  (deps: RecordsHost) =>
  async (table: ImportTable<OrganisationField>, file: OrganisationFile, actor: Actor, language: Language) => {
    if (!actor.roles.some(({ role }) => role === 'authority')) return refuse('NOT_ALLOWED')
    const plan = await planOrganisations(deps.table, { ...file, table, actor })
    const { steps, fresh, changed, unchanged, questions, faults, seen, notes } = plan
    const view = {
      ...viewImport(
        { kind: 'organisations', new: fresh, changed, unchanged, questions, seen, notes },
        file,
        table,
        faults,
        language,
      ),
      kind: 'organisations' as const,
    }
    if (file.mode === 'preview') return succeed(view)
    if (faults.length + questions.length > 0 && !file.partial)
      return rowsInvalid([
        ...faults,
        ...questions.map(({ row }) => ({ row, column: WHOLE_ROW, detail: rowFaults.asked })),
      ])
    const remaining = await applyOrganisations(deps, steps, actor, file.begun + PATIENCE)
    return succeed({ ...view, applied: steps.length - remaining, remaining })
  }
