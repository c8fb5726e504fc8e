import { MetricUnit } from '@aws-lambda-powertools/metrics'
import { formatDate } from '../../rules/calendar.ts'
import { edition2024 } from '../../rules/edition.ts'
import { delayWindowOf } from '../../rules/make-up.ts'
import type { RemindYear, YearReminded } from '../../workflows/daily/contract.ts'
import { tellInstitution } from '../certificates/tell-institution.ts'
import type { ActingHost } from '../platform/acting-host.ts'
import { timestamp } from '../platform/clock.ts'
import type { OrganisationId } from '../platform/ids.ts'
import { keys, SHARDS } from '../platform/keys.ts'
import type { Letter } from '../platform/letter.ts'
import { logger } from '../platform/logger.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { metrics } from '../platform/metrics.ts'
import { beginningWith, putNew, readMany, readRange } from '../platform/ranges.ts'
import { eventually, write } from '../platform/table.ts'
import { editionFor } from '../registers/edition-for.ts'
import { Person } from '../staff/person.ts'
import { standingFrom } from '../staff/standing.ts'
import { tellPerson } from '../staff/tell-person.ts'
import { recordNotice, wasGiven } from '../staff/watch.ts'
import { openClaimsBetween } from '../year/close-open-claims.ts'
import { yearsOf } from '../year/year-rows.ts'
import { isShort, type Short } from './short.ts'
import {
  institutionYearLetter,
  makeUpDueOf,
  makeUpLetter,
  shortLetter,
  yearOverLetter,
} from './short-letter.ts'
import { endOf, type YearNotice, yearNoticeOn } from './year-notice.ts'

/** Persons a page, and how long a round works before it hands on where it is. */
const PAGE = 200
const ROUND_MILLISECONDS = 120_000
const WIDTH = 8

/** What one morning tells of a year. */
interface Telling {
  readonly notice: YearNotice
  /** The last day on which a delay of the year can be asked for (Art. 32). */
  readonly delayUntil: string
}

const letterFor = (
  { publicUrl }: ActingHost,
  { notice: { year, name }, delayUntil }: Telling,
  row: Short,
  openClaims: number,
): Letter => {
  const dueOn = makeUpDueOf(row, year)
  if (dueOn !== undefined) return makeUpLetter(row, year, { dueOn, openClaims, publicUrl })
  return name === 'over'
    ? yearOverLetter(row.hours, year, { delayUntil, openClaims, publicUrl })
    : shortLetter(row.hours, year, publicUrl, openClaims)
}

/** Tells one person of a year that is short, once for each notice. A crash before the record sends it again under its id. */
const tellOne = async (host: ActingHost, telling: Telling, row: Short, openClaims: number): Promise<void> => {
  const { person } = row
  const { year, name } = telling.notice
  const known = {
    ...{ staffId: person.id, obligation: `annual:${year}`, notice: `year-${name}` },
    by: endOf(year),
  }
  if (await wasGiven(host.table, known)) return
  const letter = letterFor(host, telling, row, openClaims)
  await tellPerson(host, person.id, letter, `year-${person.id}-${year}-${name}`, person)
  await write(host.table, [recordNotice({ ...known, givenAt: timestamp(host.clock) })])
}

/** Tells an institution that its list of a year is there: one mail a notice, which names nobody. */
const tellOnce = async (host: ActingHost, { notice }: Telling, id: OrganisationId): Promise<void> => {
  const { year, name } = notice
  const told = { ...keys.toldOfYear(id, year, name), at: timestamp(host.clock) }
  if (!(await putNew(host.table, told))) return
  await tellInstitution(
    host,
    id,
    institutionYearLetter(notice, id, host.publicUrl),
    `year-list-${id}-${year}-${name}`,
  )
}

/** Tells those of a page of one shard who are short, and their institutions. Answers how many were short. */
const tellPage = async (
  host: ActingHost,
  telling: Telling,
  shard: number,
  ids: readonly string[],
): Promise<number> => {
  const [first, last] = [ids[0], ids.at(-1)]
  if (first === undefined || last === undefined) return 0
  const { year } = telling.notice
  const table = eventually(host.table)
  const persons = (await readMany(table, ids.map(keys.person)))
    .map((item) => Person.parse(item))
    .filter(({ mergedInto }) => mergedInto === undefined)
  const short = (await yearsOf({ ...host, table })(persons, year)).filter(isShort)
  if (short.length === 0) return 0
  const claims = await openClaimsBetween(table, shard, year, [first, last])
  const claimsOf = (id: string): number => claims.filter(({ staffId }) => staffId === id).length
  const reached = short.filter(({ person }) => person.accountId !== undefined)
  await mapConcurrently(reached, WIDTH, async (row) => {
    try {
      await tellOne(host, telling, row, claimsOf(row.person.id))
    } catch (error) {
      // One failing person does not stop the others.
      logger.error('A person could not be told of the year.', { staffId: row.person.id, error })
      metrics.addMetric('Faults', MetricUnit.Count, 1)
    }
  })
  for (const id of new Set(short.map(({ person }) => person.institutionId))) await tellOnce(host, telling, id)
  return short.length
}

/** Where a round goes on: a shard, and the person after whom. */
const placeIn = (at: string): { readonly shard: number; readonly after: string } => {
  const [shard = '0', ...after] = at.split('/')
  return { shard: Number(shard), after: after.join('/') }
}

/**
 * One round of the mornings that belong to the year itself (Art. 7, 32): tells whoever is short what is missing, what lies at
 * desks, and the lawful ways, and each institution once that its list is there. Walks the shards as the close does; on
 * all other mornings it reads nothing. Safe to repeat: each notice is given once.
 */
export const remindYear =
  (host: ActingHost, milliseconds = ROUND_MILLISECONDS) =>
  async ({ day, at }: RemindYear): Promise<YearReminded> => {
    const notice = yearNoticeOn(day)
    if (notice === undefined || notice.year < edition2024.firstYear) return { looked: 0, more: false, at: '' }
    const edition = await editionFor(host.table, notice.year)
    const telling = { notice, delayUntil: formatDate(delayWindowOf(notice.year, edition).closesOn) }
    const until = host.clock.now() + milliseconds
    let { shard, after } = placeIn(at)
    let looked = 0
    do {
      const { items, more } = await readRange(
        eventually(host.table),
        keys.standing(shard, '').pk,
        beginningWith('STANDING#', after),
        { limit: PAGE },
      )
      const ids = items.map((item) => standingFrom(item).staffId)
      await tellPage(host, telling, shard, ids)
      looked += ids.length
      if (more) after = ids.at(-1) ?? after
      else [shard, after] = [shard + 1, '']
    } while (shard < SHARDS && host.clock.now() < until)
    return { looked, more: shard < SHARDS, at: `${shard}/${after}` }
  }
