import { mostFee } from '../../rules/fees.ts'
import { readLecturers } from '../libraries/lecturer.ts'
import type { Table } from '../platform/table.ts'
import type { ProgrammeView, PublicProgramme } from './api.ts'
import type { Programme } from './programme.ts'

/** What everybody may read of a programme: never who filed it, who teaches, or where its money comes from. */
export const viewPublic = (programme: Programme): PublicProgramme => {
  const { id, title, state, firstDay, lastDay, place, capacity, courses, audience } = programme
  return {
    ...{ id, title, state, firstDay, lastDay, place, capacity },
    organiser: { id: programme.organiserId, name: programme.organiserName },
    entrusted: programme.entrusted?.name ?? null,
    halfDays: programme.sessions.length,
    subjects: [...new Set(courses.map(({ subject }) => subject))],
    courses: courses.map(({ title, category, subject, mode, kind, feeFen, minutes }) => ({
      ...{ title, category, subject, mode, kind, feeFen, minutes },
      mostFen: mostFee({ kind, minutes }),
    })),
    feeFen: courses.reduce((sum, { feeFen }) => sum + feeFen, 0),
    audience: {
      organisations: audience.organisations,
      postTypes: audience.postTypes,
      calledUp: audience.calledUp ?? false,
      note: audience.note ?? null,
    },
    acceptedUnanswered: programme.acceptedUnanswered ?? false,
  }
}

/** A programme with its whole filing. */
export const viewProgramme = async (table: Table, programme: Programme): Promise<ProgrammeView> => {
  const { organiserId, title, sessions, place, capacity, audience, plan, budget } = programme
  const named = await readLecturers(
    table,
    programme.courses.flatMap(({ lecturers }) => lecturers),
  )
  return {
    ...viewPublic(programme),
    filing: {
      ...{ organiserId, title, sessions, place, capacity, audience, plan, budget },
      ...(programme.task === undefined ? {} : { task: programme.task }),
      ...(programme.entrusted === undefined
        ? {}
        : { entrusted: { name: programme.entrusted.name, handedOnTo: programme.entrusted.handedOnTo } }),
      courses: programme.courses.map(({ tenths, ...course }) => ({
        ...course,
        ...(tenths === undefined ? {} : { hours: tenths / 10 }),
      })),
    },
    lecturers: named.map(({ id, name, removed }) => ({ id, name, removed: removed !== undefined })),
    filedAt: programme.filedAt,
    acts: programme.acts.map(({ at, actorName, act, reason }) => ({
      at,
      actorName: actorName ?? null,
      act,
      reason: reason ?? null,
    })),
  }
}
