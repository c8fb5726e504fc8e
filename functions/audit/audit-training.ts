import { namesOf } from '../ledger/read-entries.ts'
import { contentOf, submittedBy, toldActs } from '../libraries/entry.ts'
import { lecturersOf } from '../libraries/lecturer.ts'
import { allPages, LATEST, PAGE } from '../platform/every-page.ts'
import type { OrganisationId } from '../platform/ids.ts'
import type { Table } from '../platform/table.ts'
import { programmesOf } from '../programmes/programme.ts'
import type { AuditEntry } from './api.ts'

/** What was done with an organisation's programmes and classes: filed, accepted, moved, cancelled, closed. */
const ofProgrammes = async (table: Table, id: OrganisationId): Promise<AuditEntry[]> => {
  const found = await allPages(
    (cursor) => programmesOf(table, id, { limit: PAGE, cursor, descending: true }),
    LATEST,
  )
  return found.flatMap((programme) =>
    programme.acts.map(({ at, actor, actorName, act, reason }) => ({
      ...{ at, actor: actor ?? 'system', actorName: actorName ?? null, act: `programme_${act}` },
      about: { kind: 'programme' as const, id: programme.id, title: programme.title },
      reason: reason ?? null,
      fields: [],
    })),
  )
}

/** What became of the lecturers whom an organisation proposed: vetted by whom, removed by whom and why (Art. 31). */
const ofLecturers = async (table: Table, id: OrganisationId): Promise<AuditEntry[]> => {
  const found = await allPages((cursor) => lecturersOf(table, id, { limit: PAGE, cursor }), LATEST)
  const names = await namesOf(
    table,
    found.flatMap(({ vetted, removed }) => [...vetted.map(({ by }) => by), ...(removed ? [removed.by] : [])]),
  )
  return found.flatMap(({ id: lecturer, name, proposedBy, vetted, removed }) => {
    const about = { kind: 'lecturer' as const, id: lecturer, title: name }
    const entry = (at: string, by: string, act: string, reason: string | null): AuditEntry => ({
      ...{ at, actor: by, actorName: names.get(by) ?? null, act, about, reason, fields: [] },
    })
    return [
      ...vetted.map(({ at, by, organisationId }, index) =>
        entry(
          at,
          by,
          index === 0 && organisationId === proposedBy ? 'lecturer_proposed' : 'lecturer_vetted',
          null,
        ),
      ),
      ...(removed ? [entry(removed.at, removed.by, 'lecturer_removed', removed.reason)] : []),
    ]
  })
}

/** What became of what an organisation submitted to the libraries; of reviews it tells when their round is over. */
const ofLibraries = async (table: Table, id: OrganisationId): Promise<AuditEntry[]> => {
  const found = await allPages((cursor) => submittedBy(table, id, { limit: PAGE, cursor }), LATEST)
  return found.flatMap((entry) =>
    toldActs(entry).map(({ at, actor, actorName, act, reason }) => ({
      ...{ at, actor, actorName, act: `library_${act}`, reason: reason ?? null, fields: [] },
      about: { kind: 'library_entry' as const, id: entry.id, title: contentOf(entry).name },
    })),
  )
}

/** What an organisation did with its training; the latest of each. */
export const trainingActs = async (table: Table, id: OrganisationId): Promise<AuditEntry[]> => [
  ...(await ofProgrammes(table, id)),
  ...(await ofLecturers(table, id)),
  ...(await ofLibraries(table, id)),
]
