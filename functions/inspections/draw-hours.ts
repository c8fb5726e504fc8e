import { outlierAbove } from '../../rules/inspections.ts'
import { drawByLot } from './draw-sample.ts'
import type { FrameRow } from './gather-frame.ts'
import type { Draw } from './inspection.ts'
import type { Sign } from './terms.ts'

/** Hours that were drawn: by their signs, or by lot, then without any. */
export interface DrawnRow {
  readonly row: FrameRow
  readonly signs: readonly Sign[]
}

/** The tenths above which hours stand out at their desk, online and offline apart; undefined: too few to say. */
export const outlierLimits = (frame: readonly FrameRow[]) => {
  const above = (mode: FrameRow['mode']) =>
    outlierAbove(frame.filter((row) => row.mode === mode).map(({ tenths }) => tenths))
  return { online: above('online'), offline: above('offline') }
}

/** The frame with the sign that only the whole of it tells: what stands out at its desk. */
export const withOutliers = (frame: readonly FrameRow[]): FrameRow[] => {
  const limits = outlierLimits(frame)
  return frame.map((row) =>
    row.tenths > (limits[row.mode] ?? Number.POSITIVE_INFINITY)
      ? { ...row, signs: [...row.signs, 'outlier'] }
      : row,
  )
}

/**
 * Draws from a whole frame (Art. 35): of the hours with signs as many as were asked for, and of all others by lot. Which of
 * them is the seed's to say in both cases, so that nobody chooses and anybody can redraw.
 */
export const drawHours = (
  frame: readonly FrameRow[],
  { seed, bySign, byLot }: Pick<Draw, 'seed' | 'bySign' | 'byLot'>,
): DrawnRow[] => {
  const rows = new Map(withOutliers(frame).map((row) => [row.name, row]))
  const signed = [...rows.values()].filter(({ signs }) => signs.length > 0).map(({ name }) => name)
  const bySigns = drawByLot(signed, seed, bySign)
  const rest = [...rows.keys()].filter((name) => !bySigns.includes(name))
  const rowOf = (name: string) => rows.get(name) ?? []
  return [
    ...bySigns.flatMap(rowOf).map((row) => ({ row, signs: row.signs })),
    ...drawByLot(rest, seed, byLot)
      .flatMap(rowOf)
      .map((row) => ({ row, signs: [] })),
  ]
}
