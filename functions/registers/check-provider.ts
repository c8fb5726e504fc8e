import { needsListing, type OnlineTraining, unlistedLines } from '../../rules/providers.ts'
import type { Text } from '../platform/language.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import type { Table } from '../platform/table.ts'
import { parametersOn, readParameters } from './parameters.ts'
import { readProviders } from './provider.ts'
import { providerNotices } from './words.ts'

/** What a claim or a class states of its provider. */
export interface ProvidedTraining {
  readonly lines: readonly OnlineTraining[]
  readonly provider?: string | undefined
  /** The sector's department organised the training under state rules. */
  readonly organisedBy?: 'department' | undefined
}

const noticeFor = (provider: string | undefined, { from, to }: OnlineTraining): Text =>
  provider === undefined ? providerNotices.unnamed(from, to) : providerNotices.unlisted(provider, from, to)

/**
 * Looks a training's provider up in the region's list (Art. 41), on the training's own dates. By the
 * parameters of `day`, an unlisted one is refused, or a notice tells the desks. Nothing is read where no line
 * is online and professional.
 */
export const checkProvider = async (
  table: Table,
  { lines, provider, organisedBy }: ProvidedTraining,
  day: string,
): Promise<Outcome<readonly Text[], 'PROVIDER_NOT_LISTED'>> => {
  if (organisedBy === 'department' || !lines.some(needsListing)) return succeed([])
  const [providers, versions] = await Promise.all([readProviders(table), readParameters(table)])
  const notices = unlistedLines(lines, provider, providers).flatMap((index) => {
    const line = lines[index]
    return line === undefined ? [] : [noticeFor(provider, line)]
  })
  if (notices.length === 0 || parametersOn(versions, day).providerCheck === 'advise') return succeed(notices)
  return refuse('PROVIDER_NOT_LISTED', {
    article: '41',
    errors: notices.map((detail) => ({ pointer: '/provider', detail })),
  })
}
