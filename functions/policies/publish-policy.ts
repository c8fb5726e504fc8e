import { readingTexts } from '../../rules/reading-texts.ts'
import type { Text } from '../../rules/text.ts'
import type { Actor } from '../organisations/account.ts'
import { type Organisation, readOrganisations } from '../organisations/organisation.ts'
import { isRegional } from '../organisations/region.ts'
import { addDays, timestamp, today } from '../platform/clock.ts'
import { requestIdFor, sha256 } from '../platform/identifiers.ts'
import type { Language } from '../platform/language.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { type Table, write } from '../platform/table.ts'
import { inputFaults } from '../platform/words.ts'
import { newStamp, readStamp } from '../questions/published-stamp.ts'
import { isYearClosed } from '../registers/closed-years.ts'
import {
  enterParameters,
  type ParametersVersion,
  parametersOn,
  ReadingName,
  readParameters,
  withVersion,
} from '../registers/parameters.ts'
import { prepareParameters } from '../registers/set-parameters.ts'
import { tooFarAhead } from '../registers/set-rates.ts'
import { registerFaults } from '../registers/words.ts'
import { type Evidence, ownFiles } from '../requests/evidence.ts'
import type { PolicyBody, PolicyPreview, PolicyView } from './api.ts'
import { lastDayOf, markReplaced, newPolicy, type Policy, readPolicies, readPolicy } from './policy.ts'
import { lettersDue } from './tell-subscribers.ts'
import { viewOf } from './view-policy.ts'
import { policyFaults } from './words.ts'

type Refused = 'INPUT_INVALID' | 'NOT_ALLOWED' | 'POLICY_REPLACED' | 'VERSION_NOT_LATER' | 'YEAR_FROZEN'

/** The authority for which someone publishes: the region's, or a city's. */
const publisherOf = async (table: Table, actor: Actor): Promise<Organisation | undefined> => {
  const seats = actor.roles.filter(({ role }) => role === 'authority')
  const places = await readOrganisations(
    table,
    seats.map(({ organisationId }) => organisationId),
  )
  return places.find(isRegional) ?? places.find(({ level }) => level === 'city')
}

const fault = (pointer: string, detail: { readonly zh: string; readonly en: string }) =>
  refuse('INPUT_INVALID', { errors: [{ pointer, detail }] })

const setsReadings = ({ readings }: PolicyBody): boolean => Object.keys(readings ?? {}).length > 0

/**
 * The readings that an interpretation sets, as they may be set; undefined where none change: it sets none, and replaces
 * none that did. Those of the one that it replaces end with it.
 */
const readingsOf = async (
  { table, clock }: RecordsHost,
  { readings = {}, inForceFrom, inForceUntil, number, title }: PolicyBody,
  before: Policy | undefined,
  actor: Actor,
): Promise<Outcome<ParametersVersion | undefined, Refused>> => {
  const ends = before !== undefined && before.readings.length > 0 ? before.inForceFrom : undefined
  if (Object.keys(readings).length === 0 && ends === undefined) return succeed(undefined)
  const isClosed = (year: number) => isYearClosed(table, year)
  const prepared = await prepareParameters({ table, clock, isClosed })(
    { effectiveFrom: inForceFrom, readings, reason: `${number} ${title}` },
    actor,
    { until: inForceUntil, ends },
  )
  if (prepared.ok) return prepared
  // What a version of the readings calls its first day is the document's.
  const errors = prepared.errors?.map((one) =>
    one.pointer === '/effectiveFrom' ? { ...one, pointer: '/inForceFrom' } : one,
  )
  return errors === undefined ? prepared : { ...prepared, errors }
}

const spelt = (number: string): string => number.normalize('NFKC').replace(/\s+/gu, '').toLowerCase()

/** A document of the publisher's with the same number that would be in force on the same days. */
const sameNumber = (
  { number, inForceFrom, inForceUntil = '9999-12-31', replacesId }: PolicyBody,
  publisher: Organisation,
  all: readonly Policy[],
): Policy | undefined =>
  all.find((one) => {
    if (one.publisher.id !== publisher.id || spelt(one.number) !== spelt(number)) return false
    const last = lastDayOf(
      one.id === replacesId ? { ...one, replacedBy: { id: '', from: inForceFrom } } : one,
    )
    return one.inForceFrom <= inForceUntil && (last === undefined || inForceFrom <= last)
  })

/** Why a document's days may not be as they are. */
const dayFaults = (
  body: PolicyBody,
  before: Policy | undefined,
  day: string,
): { pointer: string; detail: Text }[] => {
  const { inForceFrom, inForceUntil, enteredLater } = body
  const far = tooFarAhead('/inForceFrom', inForceFrom, day)
  if (far !== undefined) return [far]
  if (inForceUntil !== undefined && inForceUntil < inForceFrom)
    return [{ pointer: '/inForceUntil', detail: inputFaults.endBeforeStart }]
  if (before !== undefined && inForceFrom < before.inForceFrom)
    return [{ pointer: '/inForceFrom', detail: policyFaults.beforeReplaced(before.inForceFrom) }]
  if (before !== undefined && inForceFrom < day)
    return [{ pointer: '/inForceFrom', detail: policyFaults.replacedHeld }]
  // Readings say themselves why they may not be set.
  if (inForceFrom < day && enteredLater !== true && !setsReadings(body))
    return [{ pointer: '/inForceFrom', detail: policyFaults.enteredLater }]
  return []
}

interface Prepared {
  readonly publisher: Organisation
  readonly before: Policy | undefined
  readonly files: readonly Evidence[]
  readonly version: ParametersVersion | undefined
}

/** What a document would be published with; or why it may not be. */
const prepare = async (
  host: RecordsHost,
  body: PolicyBody,
  actor: Actor,
): Promise<Outcome<Prepared, Refused>> => {
  const { table, clock } = host
  const publisher = await publisherOf(table, actor)
  const asInterpretation = body.kind === 'interpretation' || setsReadings(body)
  if (publisher === undefined || (asInterpretation && !isRegional(publisher)))
    return refuse('NOT_ALLOWED', { article: asInterpretation ? '48' : '8' })
  const all = await readPolicies(table)
  const before = all.find(({ id }) => id === body.replacesId)
  const twin = sameNumber(body, publisher, all)
  const errors = [
    ...(setsReadings(body) && body.kind !== 'interpretation'
      ? [{ pointer: '/readings', detail: inputFaults.wrongForm }]
      : []),
    ...dayFaults(body, before, today(clock)),
    ...(body.replacesId !== undefined && before === undefined
      ? [{ pointer: '/replacesId', detail: inputFaults.wrongForm }]
      : []),
    ...(before !== undefined && before.kind !== body.kind
      ? [{ pointer: '/kind', detail: policyFaults.otherKind }]
      : []),
  ]
  if (errors.length > 0) return refuse('INPUT_INVALID', { errors })
  if (before !== undefined && before.publisher.id !== publisher.id)
    return refuse('NOT_ALLOWED', { article: '8' })
  if (before?.replacedBy !== undefined) return refuse('POLICY_REPLACED')
  if (twin !== undefined) return fault('/number', policyFaults.numberInForce(twin.title))
  // Nobody is told afterwards how a year was to be read that is over and closed (Art. 48).
  if (asInterpretation && (await isYearClosed(table, Number(body.inForceFrom.slice(0, 4)))))
    return refuse('YEAR_FROZEN', {
      article: '32',
      errors: [{ pointer: '/inForceFrom', detail: registerFaults.yearClosed }],
    })
  const files = await ownFiles(table, body.files, actor.id)
  if (files === undefined) return fault('/files', policyFaults.filesUnknown)
  const readings = await readingsOf(host, body, before, actor)
  if (!readings.ok) return readings
  return succeed({ publisher, before, files, version: readings.value })
}

/** The first year whose end lies in a document's days; undefined where none does. */
const firstYearOf = ({ inForceFrom, inForceUntil }: PolicyBody): number | undefined => {
  const year = Number(inForceFrom.slice(0, 4))
  return inForceUntil === undefined || inForceUntil >= `${year}-12-31` ? year : undefined
}

/** What publishing would change in how years are read (Art. 48); writes nothing. */
export const previewPolicy =
  (host: RecordsHost) =>
  async (body: PolicyBody, actor: Actor, language: Language): Promise<Outcome<PolicyPreview, Refused>> => {
    const prepared = await prepare(host, body, actor)
    if (!prepared.ok) return prepared
    const { before, version } = prepared.value
    const { inForceFrom: from, inForceUntil: until } = body
    const versions = await readParameters(host.table)
    const after = version === undefined ? versions : withVersion(versions, version)
    const valuesOn = (of: readonly ParametersVersion[], day: string) => parametersOn(of, day).readings
    const named = new Set([...(version?.names ?? []), ...(before?.readings ?? [])])
    return succeed({
      from,
      until: until ?? null,
      firstYear: firstYearOf(body) ?? null,
      changes: ReadingName.options
        .filter((name) => version !== undefined && named.has(name))
        .map((name) => ({
          ...{ name, article: readingTexts[name].article },
          ...{ what: readingTexts[name].what[language], whom: readingTexts[name].whom[language] },
          ...{ before: valuesOn(versions, from)[name], after: valuesOn(after, from)[name] },
          afterEnd: until === undefined ? null : valuesOn(after, addDays(until, 1))[name],
        })),
    })
  }

/**
 * Publishes for the region or a city (Art. 8), an interpretation for the region alone (Art. 48). The readings that it
 * sets are set in the same transaction; a version that it replaces is marked, ends the day before and stays as it is.
 */
export const publishPolicy =
  (host: RecordsHost) =>
  (body: PolicyBody, key: string, actor: Actor): Promise<Outcome<PolicyView, Refused | 'KEY_REUSED'>> =>
    retryOnConflict(async () => {
      const { table, clock } = host
      const id = requestIdFor(actor.id, `policy\n${key}`)
      const bodyHash = sha256(JSON.stringify(body))
      const known = await readPolicy(table, id)
      if (known?.bodyHash === bodyHash) return succeed(await viewOf(table, known, today(clock)))
      if (known !== undefined) return refuse('KEY_REUSED')
      // Read before anything is looked at: whoever publishes meanwhile makes this one look again.
      const stamp = await readStamp(table)
      const prepared = await prepare(host, body, actor)
      if (!prepared.ok) return prepared
      const { publisher, before, files, version } = prepared.value
      const { text, readings: set = {}, enteredLater: _, ...said } = body
      const policy: Policy = {
        ...said,
        ...{ id, bodyHash, publishedAt: timestamp(clock), publishedBy: actor.id },
        publisher: { id: publisher.id, name: publisher.name },
        readings: Object.keys(set),
        files: files.map(({ id: file, name, type, size }) => ({ id: file, name: name ?? file, type, size })),
      }
      await write(table, [
        ...newPolicy(policy, text),
        lettersDue(id),
        newStamp(stamp),
        ...(before === undefined ? [] : [markReplaced(before, policy)]),
        ...(version === undefined ? [] : await enterParameters(table, version)),
      ])
      return succeed(await viewOf(table, policy, today(clock)))
    })
