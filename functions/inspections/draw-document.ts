import type { Actor } from '../organisations/account.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import type { DrawDocument } from './api.ts'
import { outlierLimits, withOutliers } from './draw-hours.ts'
import { readFrame } from './gather-frame.ts'
import { recipe } from './recipe.ts'
import { drawToRedraw } from './view-inspections.ts'

/** Rows that one answer of a function holds. */
const MOST_ROWS = 30_000

const hoursOf = (tenths: number | undefined): number | null => (tenths === undefined ? null : tenths / 10)

/** A draw that was drawn, with all that it takes to redraw it, for the authority, and for the desk that was looked at afterwards. */
export const drawDocument =
  (host: RecordsHost) =>
  async (id: string, actor: Actor): Promise<Outcome<DrawDocument, 'EXPORT_TOO_LARGE' | 'NOT_FOUND'>> => {
    const draw = await drawToRedraw(host, id, actor)
    if (draw === undefined) return refuse('NOT_FOUND')
    if (draw.gathered.hours > MOST_ROWS) return refuse('EXPORT_TOO_LARGE')
    const frame = await readFrame(host.table, id)
    const limits = outlierLimits(frame)
    const { authority, desk, from, to, bySign, byLot, commitment, seed, frameHash = '', drawnAt = '' } = draw
    return succeed({
      ...{ id, authority: authority.name, desk: desk.name, from, to, bySign, byLot },
      ...{ orderedAt: draw.createdAt, drawnAt, commitment, seed, frameHash },
      outlierAbove: { online: hoursOf(limits.online), offline: hoursOf(limits.offline) },
      frame: withOutliers(frame).map(({ name, tenths, mode, days, signs }) => ({
        ...{ name, hours: tenths / 10, mode, days: days ?? null, signs },
      })),
      drawn: draw.drawn.map(({ name, signs }) => ({
        ...{ name, by: signs.length > 0 ? ('sign' as const) : ('lot' as const), signs },
      })),
      recipe,
    })
  }
