import type { Actor } from '../organisations/account.ts'
import type { ActingHost } from '../platform/acting-host.ts'
import type { OrganisationId } from '../platform/ids.ts'
import type { Language } from '../platform/language.ts'
import { refuse, succeed } from '../platform/refusals.ts'
import { findEvidence } from '../requests/filing.ts'
import { applyPersons } from './apply-persons.ts'
import { findInstitution } from './find-institution.ts'
import type { ImportTable } from './import-table.ts'
import { rowsInvalid, viewImport } from './import-view.ts'
import { type Field, personColumns, personExample } from './person-rows.ts'
import { planPersons } from './plan-persons.ts'
import { readTable } from './read-table.ts'
import { rowFaults, WHOLE_ROW } from './words.ts'

/**
 * How long a call works, its planning included, before it leaves the rest to the next, and how long it enters rows however
 * long the planning took, in milliseconds.
 */
const PATIENCE = 20_000
const LEAST = 3_000

interface WithBytes {
  readonly bytes: Uint8Array
}

export interface ImportFile {
  readonly mode: 'preview' | 'apply'
  /** Without one, the actor's own institution. */
  readonly institutionId?: OrganisationId | undefined
  /** Enter the right rows although others are at fault. */
  readonly partial: boolean
  /** Whose rows are that were asked about, by row. */
  readonly answers?: ReadonlyMap<number, string>
  /** Of persons: the document by which is filed what takes a confirmation. */
  readonly evidence?: string | undefined
}

/** Previews or enters a file of persons. */
export const importPersons =
  (deps: ActingHost) =>
  async ({ bytes, ...file }: ImportFile & WithBytes, actor: Actor, language: Language) => {
    const institution = await findInstitution(deps.table, file.institutionId, actor)
    // Whoever may not is told so before the file is read.
    if (!institution.ok) return institution
    const table = await readTable(bytes, personColumns, personExample)
    return table.ok ? personsFrom(deps)(table.value, file, actor, language) : table
  }

/** The same of a file that has been read. */
export const personsFrom =
  (deps: ActingHost) =>
  async (table: ImportTable<Field>, file: ImportFile, actor: Actor, language: Language) => {
    const begun = performance.now()
    const institution = await findInstitution(deps.table, file.institutionId, actor)
    if (!institution.ok) return institution
    const wanted = {
      table,
      institution: institution.value,
      actor,
      answers: file.answers ?? new Map<number, string>(),
      evidence: file.evidence,
    }
    if (file.evidence !== undefined) {
      const { faults: unfit } = await findEvidence(deps.table, [file.evidence], actor)
      if (unfit.length > 0)
        return refuse('INPUT_INVALID', {
          errors: unfit.map(({ detail }) => ({ pointer: '/evidence', detail })),
        })
    }
    const plan = await planPersons(deps, wanted)
    const { fresh, changed, unchanged, questions, faults } = plan
    const seen = {
      ...viewImport(
        {
          ...plan,
          ...{ kind: 'persons' as const, new: fresh.length, changed: changed.length, unchanged },
          questions: [...questions],
        },
        file,
        table,
        faults,
        language,
      ),
      filings: plan.filings.length,
      invitations: plan.invitations,
      invited: 0,
    }
    if (file.mode === 'preview') return succeed(seen)
    if (faults.length + questions.length > 0 && !file.partial)
      return rowsInvalid([
        ...faults,
        ...questions.map(({ row }) => ({ row, column: WHOLE_ROW, detail: rowFaults.asked })),
      ])
    const patience = Math.max(LEAST, PATIENCE - (performance.now() - begun))
    const { left, invited } = await applyPersons(deps, wanted, plan, patience)
    return succeed({ ...seen, applied: fresh.length + changed.length - left, remaining: left, invited })
  }
