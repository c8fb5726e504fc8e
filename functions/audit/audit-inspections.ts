import {
  drawsOf,
  entriesOf,
  type Matter,
  mattersAbout,
  mattersAskedOf,
  mattersOf,
} from '../inspections/inspection.ts'
import { MatterKind } from '../inspections/terms.ts'
import { matterKinds } from '../inspections/words.ts'
import { allPages, LATEST, PAGE } from '../platform/every-page.ts'
import type { OrganisationId, StaffId } from '../platform/ids.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import type { Table } from '../platform/table.ts'
import { recordsOf } from '../staff/one-person.ts'
import type { AuditEntry } from './api.ts'

const WIDTH = 8

/** While a person is heard about a violation, nobody else is told of it (Art. 32). */
const isTold = ({ kind, status }: Matter): boolean => kind !== 'violation' || status !== 'asked'

/** What was done about matters, by whom; what was written there stands with the matter. */
const entriesAbout = async (table: Table, matters: readonly Matter[]): Promise<AuditEntry[]> =>
  (
    await mapConcurrently(matters.filter(isTold), WIDTH, async ({ id, kind, body }) =>
      (
        await entriesOf(table, id)
      ).map(({ at, by, byName, act }) => ({
        ...{ at, actor: by, actorName: byName === '' ? null : byName, act: `inspection_${act}` },
        about: { kind: 'inspection' as const, id, title: `${matterKinds[kind].zh}：${body.name}` },
        reason: null,
        fields: [],
      })),
    )
  ).flat()

/** The samples of a person's hours, and what was found of them (Art. 32, 35); the latest. */
export const inspectionsAbout = async (table: Table, staffId: StaffId): Promise<AuditEntry[]> => {
  const found = await mapConcurrently(await recordsOf(table, staffId), 1, (id) =>
    allPages((cursor) => mattersAbout(table, id, { limit: PAGE, cursor }), LATEST),
  )
  return entriesAbout(table, found.flat())
}

/** What an organisation drew, asked, ordered, and was asked and ordered (Art. 32, 35); the latest of each. */
export const inspectionsOf = async (table: Table, id: OrganisationId): Promise<AuditEntry[]> => {
  const own = await mapConcurrently(MatterKind.options, 1, (kind) =>
    allPages((cursor) => mattersOf(table, kind, id, { limit: PAGE, cursor }), LATEST),
  )
  const asked = await allPages((cursor) => mattersAskedOf(table, id, { limit: PAGE, cursor }), LATEST)
  const draws = await allPages((cursor) => drawsOf(table, id, 'by', { limit: PAGE, cursor }), LATEST)
  const matters = new Map([...own.flat(), ...asked].map((matter) => [matter.id, matter]))
  return [
    ...(await entriesAbout(table, [...matters.values()])),
    // A sample is not known before it is drawn.
    ...draws
      .filter(({ status }) => status === 'drawn')
      .map(({ id: draw, createdAt, createdBy, desk, reason }) => ({
        ...{ at: createdAt, actor: createdBy.id, actorName: createdBy.name, act: 'inspection_draw' },
        about: { kind: 'inspection' as const, id: draw, title: desk.name },
        ...{ reason, fields: [] },
      })),
  ]
}
