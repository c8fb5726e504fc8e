import { createHash } from 'node:crypto'

/** What a draw's published document says, as far as it takes to redraw it. */
export interface Published {
  readonly seed: string
  readonly commitment: string
  readonly frameHash: string
  readonly bySign: number
  readonly byLot: number
  readonly frame: readonly {
    readonly name: string
    readonly hours: number
    readonly mode: 'online' | 'offline'
    readonly days: number | null
    readonly signs: readonly string[]
  }[]
}

const sha = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Between its neighbours, in proportion. */
const quartile = (sorted: readonly number[], part: number): number => {
  const place = (sorted.length - 1) * part
  const low = sorted[Math.floor(place)] ?? 0
  return low + ((sorted[Math.ceil(place)] ?? 0) - low) * (place % 1)
}

/**
 * Redraws a sample from its published document alone, with nothing of the platform's: as its recipe says. Answers the
 * names in their order, and what in the document is not so.
 */
export const redraw = ({ seed, commitment, frameHash, bySign, byLot, frame }: Published) => {
  const faults: string[] = []
  if (sha(seed) !== commitment) faults.push('commitment')
  if (
    sha(
      frame
        .map(({ name }) => name)
        .sort()
        .join('\n'),
    ) !== frameHash
  )
    faults.push('frameHash')
  for (const mode of ['online', 'offline']) {
    const rows = frame.filter((row) => row.mode === mode)
    // In tenths of an hour, which are whole.
    const sorted = rows.map(({ hours }) => Math.round(hours * 10)).sort((a, b) => a - b)
    const upper = quartile(sorted, 0.75)
    const limit =
      sorted.length < 8 ? Number.POSITIVE_INFINITY : upper + 1.5 * (upper - quartile(sorted, 0.25))
    for (const { name, hours, days, signs } of rows) {
      if (signs.includes('outlier') !== Math.round(hours * 10) > limit) faults.push(`outlier ${name}`)
      if (signs.includes('unlikely') !== (mode === 'online' && hours > (days ?? 1) * 8))
        faults.push(`unlikely ${name}`)
    }
  }
  const inOrder = (rows: Published['frame']) =>
    [...rows].sort((a, b) => (sha(`${seed}\n${a.name}`) < sha(`${seed}\n${b.name}`) ? -1 : 1))
  const signed = inOrder(frame.filter(({ signs }) => signs.length > 0)).slice(0, bySign)
  const others = inOrder(frame.filter((row) => !signed.includes(row))).slice(0, byLot)
  return { names: [...signed, ...others].map(({ name }) => name), faults }
}
