import { today } from '../platform/clock.ts'
import { fullPage } from '../platform/full-page.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import { eventually } from '../platform/table.ts'
import type { Subject } from '../platform/terms.ts'
import { publicProgrammes } from './programme.ts'
import { viewPublic } from './view-programme.ts'

interface Asked {
  readonly month?: string | undefined
  readonly subject?: Subject | undefined
  readonly organiser?: string | undefined
  readonly limit: number
  readonly cursor?: string | undefined
}

/** The public programmes that begin in a month, the earliest first; without filters a page is one query. */
export const listPublic = async (
  { table, clock }: RecordsHost,
  { month = today(clock).slice(0, 7), subject, organiser, limit, cursor }: Asked,
) => {
  const page = await fullPage({ limit, cursor }, async (part) => {
    const found = await publicProgrammes(eventually(table), month, part)
    const items = found.items
      .map(viewPublic)
      .filter((one) => subject === undefined || one.subjects.includes(subject))
      .filter((one) => organiser === undefined || one.organiser.id === organiser)
    return { items, cursor: found.cursor }
  })
  return { ...page, month }
}
