import { readOrganisations } from '../organisations/organisation.ts'
import type { OutcomeHost } from '../outcomes/outcome-host.ts'
import { timestamp, today } from '../platform/clock.ts'
import { ConditionFailedError } from '../platform/condition-failed.ts'
import { faultsOf } from '../platform/faults.ts'
import type { Language } from '../platform/language.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { putNew, readMany } from '../platform/ranges.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { eventually, read, write } from '../platform/table.ts'
import { type Provider, readProviders } from '../registers/provider.ts'
import { type DeliveryBody, FeedRecord, type FeedResult } from './api.ts'
import { correctRow } from './correct-row.ts'
import { creditRows } from './credit-rows.ts'
import type { FeedCode } from './feed-codes.ts'
import { batchIdOf, markRoute, routeFrom } from './feed-route.ts'
import { advanceRow, type FeedRow, rowFrom, rowItem, rowKey } from './feed-row.ts'
import { findLearners } from './find-learners.ts'
import { hashOf, type JudgedOn, judgeRecord } from './judge-record.ts'
import { feedCodeTexts } from './words.ts'

/** Rows that are worked on at once. */
const WIDTH = 32

const ANSWERS = {
  accepted: 'accepted',
  recognised: 'accepted',
  withdrawn: 'accepted',
  held: 'held',
  refused: 'refused',
} as const satisfies Record<FeedRow['state'], FeedResult['state']>

/** A row's answer, in the language of the call. */
const answer = (
  { recordNo, code, article }: Pick<FeedRow, 'recordNo' | 'code' | 'article'>,
  state: FeedResult['state'],
  language: Language,
): FeedResult => ({
  recordNo,
  state,
  ...(code === undefined ? {} : { code, detail: feedCodeTexts[code][language] }),
  ...(code === undefined || article === undefined ? {} : { article }),
})

/** Codes that somebody decided, or has to: the same content again is no reason to look anew. */
const LOOKED_AT: ReadonlySet<FeedCode | undefined> = new Set<FeedCode>([
  'DESK_REFUSED',
  'REFUSED_BEFORE',
  'LEDGER_REFUSES',
  'UNLIKELY_HOURS',
  'CLAIMED_ALREADY',
  'CORRECTED_BY_DESK',
])

/** Whether the same content again changes nothing, whatever the registers say today. */
const isSettled = ({ state, code }: FeedRow): boolean =>
  state === 'accepted' || state === 'recognised' || state === 'withdrawn' || LOOKED_AT.has(code)

interface Delivery extends JudgedOn {
  readonly language: Language
  /** Says, once a call, that the day has rows of a way. */
  readonly announce: (row: FeedRow) => Promise<void>
}

/** Takes one record in; `before` is the row as it was read a moment ago. */
const takeIn = async (
  deps: OutcomeHost,
  on: Delivery,
  record: FeedRecord,
  before: FeedRow | undefined,
): Promise<{ readonly result: FeedResult; readonly row?: FeedRow }> => {
  const { language } = on
  const isRepeat = before !== undefined && before.hash === hashOf(record)
  if (isRepeat && isSettled(before)) return { result: answer(before, 'known', language) }
  const judged = judgeRecord(on, record)
  if (judged.state === 'accepted') await on.announce(judged)
  if (before === undefined) {
    if (!(await putNew(deps.table, rowItem(judged)))) throw new ConditionFailedError([0])
    return { result: answer(judged, ANSWERS[judged.state], language), row: judged }
  }
  if (isRepeat) {
    // What a rule held or refused is judged anew: the register may have learned of the person or the provider since.
    if (judged.state === before.state && judged.code === before.code)
      return { result: answer(before, before.state === 'held' ? 'known' : 'refused', language) }
    const { credited } = before
    const after = { ...judged, ...(credited === undefined ? {} : { credited }) }
    await write(deps.table, advanceRow(before, after, true))
    return { result: answer(after, ANSWERS[after.state], language), row: after }
  }
  const after = await correctRow(deps, on, before, judged)
  return after === undefined
    ? { result: answer(judged, 'refused', language) }
    : { result: answer(after, ANSWERS[after.state], language), row: after }
}

/** What the call's rows are judged on: read once for all of them. */
const prepare = async (
  { table, clock }: OutcomeHost,
  provider: Provider,
  records: readonly FeedRecord[],
  language: Language,
): Promise<Delivery> => {
  const from = eventually(table)
  const [listings, { find, people }] = await Promise.all([
    readProviders(from),
    findLearners(
      from,
      provider.id,
      records.map(({ staffNo }) => staffNo),
    ),
  ])
  const places = await readOrganisations(
    from,
    people.map(({ institutionId }) => institutionId),
  )
  const announced = new Map<string, Promise<boolean>>()
  return {
    provider,
    listings,
    findLearner: find,
    institutions: new Map(places.map((place) => [place.id, place])),
    today: today(clock),
    at: timestamp(clock),
    language,
    async announce({ day = '', route = '' }) {
      const marking = announced.get(route) ?? markRoute(table, day, route)
      announced.set(route, marking)
      await marking
    },
  }
}

type Parsed =
  | { readonly ok: true; readonly record: FeedRecord }
  | { readonly ok: false; readonly result: FeedResult }

const parse = (raw: DeliveryBody['records'][number], language: Language): Parsed => {
  const parsed = FeedRecord.safeParse(raw, { reportInput: true })
  if (parsed.success) return { ok: true, record: parsed.data }
  const told = faultsOf(parsed.error).map(({ pointer, detail }) => `${pointer}：${detail[language]}`)
  const detail = [feedCodeTexts.ROW_INVALID[language], ...told].join(' ')
  return { ok: false, result: { recordNo: raw.recordNo, state: 'refused', code: 'ROW_INVALID', detail } }
}

/**
 * Enters accepted rows at once, where the region has their provider’s hours recognised so (Art. 38, 41). Answers how these
 * stand afterwards, by their number.
 */
const creditAtOnce = async (
  deps: OutcomeHost,
  rows: readonly FeedRow[],
): Promise<ReadonlyMap<string, FeedRow>> => {
  const direct = rows.flatMap(({ state, day, route, staffId, providerId, recordNo }) =>
    state === 'accepted' && day && route && staffId && routeFrom(route).atOnce
      ? [{ batchId: batchIdOf(day, route), ref: { providerId, recordNo, staffId } }]
      : [],
  )
  for (const [batchId, own] of Map.groupBy(direct, (one) => one.batchId))
    await creditRows(deps)(
      { batchId, by: 'system', once: true },
      own.map(({ ref }) => ref),
    )
  const stored = await readMany(
    deps.table,
    direct.map(({ ref }) => rowKey(ref)),
  )
  return new Map(stored.map(rowFrom).map((row) => [row.recordNo, row]))
}

/**
 * Takes in what a provider delivers (Art. 41): each row by one conditional write under the provider's own number, so that
 * a call that was killed and is repeated loses nothing and doubles nothing. Answers row by row, in order.
 */
export const deliver =
  (deps: OutcomeHost) =>
  async (
    provider: Provider,
    { records: raw }: DeliveryBody,
    language: Language,
  ): Promise<{ results: FeedResult[] }> => {
    const parsed = raw.map((one) => parse(one, language))
    const records = parsed.flatMap((one) => (one.ok ? [one.record] : []))
    const numbers = [...new Set(records.map(({ recordNo }) => recordNo))]
    const known = new Map(
      (
        await readMany(
          deps.table,
          numbers.map((recordNo) => rowKey({ providerId: provider.id, recordNo })),
        )
      )
        .map(rowFrom)
        .map((row) => [row.recordNo, row]),
    )
    const unsettled = records.filter((record) => {
      const before = known.get(record.recordNo)
      return before === undefined || before.hash !== hashOf(record) || !isSettled(before)
    })
    const on = await prepare(deps, provider, unsettled, language)
    const taken = new Map<number, FeedRow>()
    const results = parsed.map((one) => (one.ok ? undefined : one.result))
    const places = [...parsed.entries()].flatMap(([place, one]) =>
      one.ok ? [{ place, record: one.record }] : [],
    )
    // The same number twice in one call: the second is told from the first, in their order.
    const groups = Map.groupBy(places, ({ record }) => record.recordNo)
    await mapConcurrently(groups.values(), WIDTH, async (group) => {
      for (const [nth, { place, record }] of group.entries()) {
        const key = rowKey({ providerId: provider.id, recordNo: record.recordNo })
        let first = nth === 0
        const { result, row } = await retryOnConflict(async () => {
          const item = first ? undefined : await read(deps.table, key)
          const before = first ? known.get(record.recordNo) : item && rowFrom(item)
          first = false
          return takeIn(deps, on, record, before)
        })
        results[place] = result
        if (row !== undefined) taken.set(place, row)
      }
    })
    const inOrder = [...taken].toSorted(([one], [other]) => one - other).map(([, row]) => row)
    const after = await creditAtOnce(deps, inOrder)
    // What was to be entered at once and was not is said in the same answer; of a number twice, of the latest.
    for (const [place, { recordNo, hash }] of taken) {
      const row = after.get(recordNo)
      if (row !== undefined && row.hash === hash && (row.state === 'held' || row.state === 'refused'))
        results[place] = answer(row, ANSWERS[row.state], language)
    }
    return { results: results.flatMap((one) => one ?? []) }
  }
