import { MetricUnit } from '@aws-lambda-powertools/metrics'
import type { WalkTold } from '../../workflows/night-walk/contract.ts'
import { readRoot } from '../certificates/ledger-root.ts'
import { readDesk } from '../organisations/account.ts'
import { readOrganisations } from '../organisations/organisation.ts'
import { isRegional } from '../organisations/region.ts'
import { SHARDS } from '../platform/keys.ts'
import { toMail } from '../platform/letter.ts'
import { logger } from '../platform/logger.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { metrics } from '../platform/metrics.ts'
import { postMail } from '../platform/post-mail.ts'
import type { WritingHost } from '../platform/writing-host.ts'
import { brokenLedgers } from './broken-ledgers.ts'
import { brokenLetter } from './integrity-letters.ts'

export const everyShard: readonly number[] = Array.from({ length: SHARDS }, (_, shard) => shard)

/** Of so many broken ledgers the institutions are asked for the region's desk. */
const MOST = 100

/** Writes to the region's desk: how many ledgers are broken, and where they are listed. No person is named. */
const tellRegion = async (deps: WritingHost, day: string, broken: number): Promise<void> => {
  const { table, publicUrl } = deps
  const { items } = await brokenLedgers(table, { limit: MOST })
  const institutions = await readOrganisations(table, [
    ...new Set(items.map(({ institutionId }) => institutionId)),
  ])
  const above = await readOrganisations(table, [
    ...new Set(institutions.flatMap(({ overseers }) => overseers)),
  ])
  for (const { id } of above.filter(isRegional)) {
    const to = (await readDesk(table, id, 'authority', day)).map(({ email }) => email)
    await postMail(deps, toMail(brokenLetter(broken, publicUrl), `night-walk-${day}-${id}`, to))
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
    if (broken > 0) {
      metrics.addMetric('LedgersBroken', MetricUnit.Count, broken)
      await tellRegion(deps, day, broken)
    }
    return { unfinished }
  }
