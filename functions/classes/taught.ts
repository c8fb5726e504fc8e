import * as z from 'zod'
import { entryOfLecturer } from '../libraries/entry.ts'
import { findEntry } from '../libraries/view-library.ts'
import type { Actor } from '../organisations/account.ts'
import { today } from '../platform/clock.ts'
import { keys } from '../platform/keys.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { putNew } from '../platform/ranges.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import { type Outcome, succeed } from '../platform/refusals.ts'
import { eventually, readPartition, type Table } from '../platform/table.ts'
import { type Programme, readProgramme } from '../programmes/programme.ts'
import type { TaughtView } from './api.ts'
import { evaluationFigures } from './evaluation.ts'

/** As many classes as are looked at beside an entry, the latest ones. */
const LATEST = 20
const WIDTH = 8

const Taught = z.object({ programmeId: z.string(), lastDay: z.string() })

/** The libraries' entries that a class had something of: its lecturers, its courses, who was entrusted with it. */
const entriesOf = ({ courses, entrusted }: Programme): string[] => [
  ...new Set([
    ...courses.flatMap(({ lecturers, listed }) => [
      ...lecturers.map(entryOfLecturer),
      ...(listed === undefined ? [] : [listed]),
    ]),
    ...(entrusted?.id === undefined ? [] : [entrusted.id]),
  ]),
]

/** Notes with the libraries' entries that a class was held with them. Safe to repeat. */
export const noteTaught = async (table: Table, programme: Programme): Promise<void> => {
  const { id, lastDay } = programme
  await mapConcurrently(entriesOf(programme), WIDTH, (entry) =>
    putNew(table, { ...keys.libraryClass(entry, id), programmeId: id, lastDay }),
  )
}

const averageOf = (
  classes: readonly { readonly answers: number; readonly averages: readonly number[] }[],
) => {
  const answers = classes.reduce((sum, one) => sum + one.answers, 0)
  return [0, 1, 2, 3, 4].map((question) => {
    const sum = classes.reduce((all, one) => all + (one.averages[question] ?? 0) * one.answers, 0)
    return Math.round((sum / answers) * 10) / 10
  })
}

/**
 * What participants thought of the classes that an entry of a library had a part in (Art. 27, 28, 30), for those who see
 * the entry: the averages of classes with five answers or more, once the time for them is over. No comments, as these
 * were written for the organiser.
 */
export const viewTaught = async (
  { table, clock }: RecordsHost,
  id: string,
  actor: Actor,
): Promise<Outcome<TaughtView, 'NOT_FOUND'>> => {
  const found = await findEntry(table, id, actor)
  if (!found.ok) return found
  const from = eventually(table)
  const noted = (await readPartition(from, keys.libraryEntry(id).pk, 'CLASS#'))
    .map((item) => Taught.parse(item))
    .toSorted((one, other) => other.lastDay.localeCompare(one.lastDay))
  const classes = (
    await mapConcurrently(noted.slice(0, LATEST), WIDTH, async ({ programmeId }) => {
      const programme = await readProgramme(from, programmeId)
      if (programme?.state !== 'closed') return []
      const { answers, averages } = await evaluationFigures(from, programmeId, today(clock))
      return [
        {
          ...{ id: programmeId, title: programme.title, lastDay: programme.lastDay },
          ...{ organiser: programme.organiserName, passed: programme.held?.passed ?? null },
          ...(averages === null ? { answers: null, averages } : { answers, averages }),
        },
      ]
    })
  ).flat()
  const shown = classes.flatMap(({ answers, averages }) =>
    answers === null || averages === null ? [] : [{ answers, averages }],
  )
  return succeed({
    classes,
    held: noted.length,
    answers: shown.reduce((sum, one) => sum + one.answers, 0),
    averages: shown.length === 0 ? null : averageOf(shown),
  })
}
