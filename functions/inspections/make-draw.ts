import { inspectionTerms } from '../../rules/inspections.ts'
import { readOrganisation } from '../organisations/organisation.ts'
import type { ActingHost } from '../platform/acting-host.ts'
import { timestamp } from '../platform/clock.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { startMatter } from '../platform/matter-way.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { type Table, write } from '../platform/table.ts'
import { addWorkingDays } from '../platform/working-days.ts'
import { withBodyNow } from './body-now.ts'
import { type DrawnRow, drawHours, withOutliers } from './draw-hours.ts'
import { frameHash } from './draw-sample.ts'
import { gatherPart, isGathered, readFrame } from './gather-frame.ts'
import { hoursMatter } from './hours-matter.ts'
import {
  changeInspection,
  type Draw,
  type Matter,
  newInspection,
  readDraw,
  readMatter,
} from './inspection.ts'
import { inspectionWay } from './inspection-way.ts'
import { texts } from './words.ts'

class DrawImpossibleError extends Error {
  override name = 'DrawImpossibleError'
}

/** The id of the matter that the hours in this place of a sample become. */
const matterIdOf = ({ id }: Pick<Draw, 'id'>, nth: number): string => `${id}-${nth + 1}`

/**
 * Gathers on; once the frame is whole, draws: from then on frame, seed and sample are known, in one write. Answers the
 * draw that was drawn; undefined while parts of the frame are missing. Whoever reads an older version writes nothing.
 */
export const gatherFurther = ({ table, clock }: ActingHost, { id }: Draw): Promise<Draw | undefined> =>
  retryOnConflict(async () => {
    const draw = await readDraw(table, id)
    if (draw === undefined || draw.status === 'drawn') return draw
    const desk = await readOrganisation(table, draw.desk.id)
    if (desk === undefined) throw new DrawImpossibleError(`There is no desk for the draw ${id}.`)
    if (!isGathered(draw.gathered)) {
      const { gathered, writes } = await gatherPart(table, draw, desk)
      await write(table, [...writes, ...changeInspection(draw, { ...draw, gathered })])
      return undefined
    }
    const frame = await readFrame(table, id)
    const drawn: Draw = {
      ...draw,
      status: 'drawn',
      drawnAt: timestamp(clock),
      frameHash: frameHash(frame.map(({ name }) => name)),
      signed: withOutliers(frame).filter(({ signs }) => signs.length > 0).length,
      drawn: drawHours(frame, draw).map(({ row: { name }, signs }, nth) => ({
        ...{ matterId: matterIdOf(draw, nth), name, signs: [...signs] },
      })),
    }
    await write(table, changeInspection(draw, drawn))
    return drawn
  })

/** The hours of a place in the sample as a matter; undefined where they were made void meanwhile. */
const matterOf = async (
  table: Table,
  draw: Draw,
  { row, signs }: DrawnRow,
  nth: number,
  at: string,
): Promise<Matter | undefined> => {
  const from = await readOrganisation(table, draw.authority.id)
  if (from === undefined) return undefined
  const { staffId, sequence, institutionId } = row
  return hoursMatter(table, {
    ...{ id: matterIdOf(draw, nth), createdAt: at, createdBy: draw.createdBy, text: texts.proof.zh },
    ...{ staffId, sequence, institutionId, from, drawId: draw.id, signs, desk: draw.desk },
    dueOn: addWorkingDays(at.slice(0, 10), inspectionTerms.proofWorkingDays),
  })
}

/** The matters of a sample begin, each by an execution of its own. Safe to repeat. */
export const finishDraw = async (host: ActingHost, draw: Draw): Promise<void> => {
  const { table, clock } = host
  const rows = new Map((await readFrame(table, draw.id)).map((row) => [row.name, row]))
  await mapConcurrently([...draw.drawn.entries()], 4, async ([nth, { matterId, name, signs }]) => {
    const row = rows.get(name)
    if (row === undefined) return
    const matter = await retryOnConflict(async () => {
      const known = await readMatter(table, matterId)
      if (known !== undefined) return known
      const at = timestamp(clock)
      const drawn = await matterOf(table, draw, { row, signs }, nth, at)
      if (drawn === undefined) return undefined
      const made = await withBodyNow(table, drawn)
      const entry = { at, by: 'system', byName: '', act: 'ask' as const, text: '' }
      await write(table, newInspection(made, [entry]))
      return { ...made, entries: 1 }
    })
    if (matter !== undefined) await startMatter(inspectionWay, host, matter)
  })
}
