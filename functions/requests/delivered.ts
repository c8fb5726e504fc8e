import { providerKey } from '../../rules/providers.ts'
import { eventually, type Table } from '../platform/table.ts'
import { spanText } from '../platform/words.ts'
import { factsInForce } from '../staff/facts-in-force.ts'
import type { LedgerCredit, LedgerEntry } from '../staff/ledger.ts'
import type { Flag } from './flag.ts'
import type { TrainingLine } from './request.ts'
import { readRequests } from './stored-request.ts'

/** What of a claim may have been delivered by its provider already (Art. 40, 41). */
interface Claimed {
  readonly provider?: string | undefined
  readonly lines: readonly Pick<TrainingLine, 'from' | 'to' | 'mode' | 'subject'>[]
}

/** The day's request in the id of a credit that a provider delivered; undefined where it came in otherwise. */
const batchOf = ({ id }: Pick<LedgerCredit, 'id'>): string | undefined =>
  /^(b[0-9a-z]{16})\.f[0-9a-z]{20}$/.exec(id)?.[1]

/**
 * For the desks: hours in the ledger that a provider delivered, of the days and the subject that a claim states, where
 * the claim names the same provider or none. They are not counted twice (Art. 40).
 */
export const deliveredNotices = async (
  table: Table,
  entries: readonly LedgerEntry[],
  { provider, lines }: Claimed,
): Promise<Flag[]> => {
  const online = lines.filter(({ mode }) => mode === 'online')
  const delivered = factsInForce(entries).flatMap((fact) => {
    if (fact.kind !== 'credit') return []
    const { credit } = fact
    const batch = batchOf(credit)
    const meets = online.some(
      ({ from, to, subject }) => subject === credit.subject && from <= credit.to && credit.from <= to,
    )
    return batch !== undefined && meets ? [{ batch, credit }] : []
  })
  if (delivered.length === 0) return []
  const days = await readRequests(
    eventually(table),
    delivered.map(({ batch }) => batch),
  )
  const namesOf = (batch: string): readonly string[] | undefined => {
    const request = days.find(({ request: { id } }) => id === batch)?.request
    return request?.type === 'feed_batch' ? request.provider.split('、').map(providerKey) : undefined
  }
  return delivered
    .filter(
      ({ batch }) => provider === undefined || (namesOf(batch)?.includes(providerKey(provider)) ?? true),
    )
    .map(({ credit: { from, to, hours = 0 } }) => ({
      code: 'TWIN' as const,
      article: '40',
      zh: `可能重复：网络培训机构已推送 ${spanText(from, to).zh} 的线上学时 ${hours} 学时并已记入台账，请核对（第40条）。`,
      en: `It may be counted already: ${hours} online hours of ${spanText(from, to).en} were delivered by a provider and stand in the ledger (Art. 40).`,
    }))
}
