import { MetricUnit } from '@aws-lambda-powertools/metrics'
import * as z from 'zod'
import type { WalkTold } from '../../workflows/night-walk/contract.ts'
import { readRoot } from '../certificates/ledger-root.ts'
import { readDesk } from '../organisations/account.ts'
import { readOrganisations } from '../organisations/organisation.ts'
import { isRegional } from '../organisations/region.ts'
import { keys, SHARDS } from '../platform/keys.ts'
import { toMail } from '../platform/letter.ts'
import { logger } from '../platform/logger.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { metrics } from '../platform/metrics.ts'
import { postMail } from '../platform/post-mail.ts'
import { read, type Table } from '../platform/table.ts'
import type { WritingHost } from '../platform/writing-host.ts'
import { brokenLedgers } from './broken-ledgers.ts'
import { type BrokenRecord, brokenRecords } from './broken-records.ts'
import { brokenLetter } from './integrity-letters.ts'

export const everyShard: readonly number[] = Array.from({ length: SHARDS }, (_, shard) => shard)

/** Of so many broken ledgers the institutions are asked for the region's desk. */
const MOST = 100

const Placed = z.object({ institutionId: z.string() })
const Seated = z.object({ roles: z.array(z.object({ organisationId: z.string() })) })

/** The organisations by which the region over broken records is found, as far as they still say where they belong. */
const placesOf = async (table: Table, records: readonly BrokenRecord[]): Promise<string[]> =>
  (
    await mapConcurrently(records.slice(0, MOST), 16, async ({ kind, id }) => {
      if (kind === 'organisation') return [id]
      if (kind === 'account')
        return (Seated.safeParse(await read(table, keys.account(id))).data?.roles ?? []).map(
          ({ organisationId }) => organisationId,
        )
      return Placed.safeParse(await read(table, keys.request(id))).data?.institutionId ?? []
    })
  ).flat()

/**
 * Writes to the region's desk: how many ledgers are broken and where they are listed, and which other records are. No
 * person is named.
 */
const tellRegion = async (
  deps: WritingHost,
  day: string,
  broken: number,
  records: readonly BrokenRecord[],
): Promise<void> => {
  const { table, publicUrl } = deps
  const { items } = await brokenLedgers(table, { limit: MOST })
  const institutions = await readOrganisations(table, [
    ...new Set([...items.map(({ institutionId }) => institutionId), ...(await placesOf(table, records))]),
  ])
  const above = await readOrganisations(table, [
    ...new Set(institutions.flatMap(({ id, overseers }) => [id, ...overseers])),
  ])
  for (const { id } of above.filter(isRegional)) {
    const to = (await readDesk(table, id, 'authority', day)).map(({ email }) => email)
    await postMail(deps, toMail(brokenLetter(broken, records, publicUrl), `night-walk-${day}-${id}`, to))
  }
}

/**
 * Tells what a night's walk found: counts for the alarms, a letter to the region where ledgers are broken. Answers
 * how many shards have no root of the day.
 */
export const tellWalk =
  (deps: WritingHost) =>
  async ({ day }: { readonly day: string }): Promise<WalkTold> => {
    const roots = await mapConcurrently(everyShard, 16, (shard) => readRoot(deps.table, shard, day))
    const found = roots.flatMap((root) => root ?? [])
    const broken = found.reduce((sum, root) => sum + root.broken, 0)
    const unfinished = SHARDS - found.length
    logger.info('A night’s walk has ended.', {
      day,
      persons: found.reduce((sum, root) => sum + root.persons, 0),
      broken,
      unfinished,
      // Kept in the log too: whoever can write the table cannot write here.
      roots: found.map(({ shard, root }) => `${shard}:${root}`),
    })
    const records = await brokenRecords(deps.table)
    if (broken + records.length > 0) {
      metrics.addMetric('LedgersBroken', MetricUnit.Count, broken + records.length)
      await tellRegion(deps, day, broken, records)
    }
    return { unfinished }
  }
