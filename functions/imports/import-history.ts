import type { Actor } from '../organisations/account.ts'
import { noteTakenOver } from '../organisations/taken-over-hours.ts'
import { timestamp } from '../platform/clock.ts'
import type { DecidingHost } from '../platform/deciding-host.ts'
import { sha256 } from '../platform/identifiers.ts'
import type { Language } from '../platform/language.ts'
import { refuse, succeed } from '../platform/refusals.ts'
import { write } from '../platform/table.ts'
import { MOST_PARTICIPANTS, submitRoster } from '../requests/submit-roster.ts'
import { findInstitution } from './find-institution.ts'
import { historyColumns, historyExample } from './history-rows.ts'
import type { ImportFile } from './import-file.ts'
import { rowsInvalid, viewImport } from './import-view.ts'
import { daysOfYear, planHistory } from './plan-history.ts'
import { readTable } from './read-table.ts'
import { historyActs, historyFaults } from './words.ts'

/**
 * Previews what an earlier platform says of people's years, or files it: one filing a year and subject, with the one
 * document that proves it, which the desks decide as they decide a class. The same file is the same filings.
 */
export const importHistory =
  (deps: DecidingHost) =>
  async (
    { bytes, ...file }: ImportFile & { readonly bytes: Uint8Array },
    actor: Actor,
    language: Language,
  ) => {
    const institution = await findInstitution(deps.table, file.institutionId, actor)
    if (!institution.ok) return institution
    const { id: institutionId } = institution.value
    const table = await readTable(bytes, historyColumns, historyExample)
    if (!table.ok) return table
    const plan = await planHistory(deps, table.value, institution.value)
    const { filings, faults, fresh, unchanged } = plan
    if (filings.some(({ participants }) => participants.length > MOST_PARTICIPANTS))
      return refuse('PARTICIPANTS_TOO_MANY')
    const kind = 'history' as const
    const seen = {
      ...viewImport(
        { ...plan, kind, new: fresh, changed: 0, unchanged, questions: [] },
        file,
        table.value,
        faults,
        language,
      ),
      ...{ filings: filings.length, invitations: 0, invited: 0 },
    }
    if (file.mode === 'preview') return succeed(seen)
    if (faults.length > 0 && !file.partial) return rowsInvalid(faults)
    const { evidence } = file
    if (evidence === undefined && filings.length > 0)
      return refuse('INPUT_INVALID', { errors: [{ pointer: '/evidence', detail: historyFaults.noProof }] })
    const requests: { id: string; title: string }[] = []
    for (const { year, subject, participants } of filings) {
      const title = historyActs.title(year, subject)
      const filed = {
        type: 'class_roster',
        title,
        institutionId,
        training: { subject, category: 'in_service', mode: 'online', ...daysOfYear(year) },
        participants: [...participants],
        evidence: evidence === undefined ? [] : [evidence],
        takenOver: true,
      } as const
      const key = `history-${institutionId}-${sha256(JSON.stringify(filed))}`
      const submitted = await submitRoster(deps)(filed, key, actor)
      if (!submitted.ok) return submitted
      requests.push({ id: submitted.value.id, title })
    }
    if (requests.length > 0) await write(deps.table, [noteTakenOver(institutionId, timestamp(deps.clock))])
    return succeed({ ...seen, applied: fresh, requests })
  }
