import type { Actor } from '../organisations/account.ts'
import { type Organisation, readOrganisations } from '../organisations/organisation.ts'
import { isRegional } from '../organisations/region.ts'
import { timestamp, today } from '../platform/clock.ts'
import { requestIdFor, sha256 } from '../platform/identifiers.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { type Table, write } from '../platform/table.ts'
import { inputFaults } from '../platform/words.ts'
import { isYearClosed } from '../registers/closed-years.ts'
import { newParameters, type ParametersVersion } from '../registers/parameters.ts'
import { prepareParameters } from '../registers/set-parameters.ts'
import { ownFiles } from '../requests/evidence.ts'
import type { PolicyBody, PolicyView } from './api.ts'
import { markReplaced, newPolicy, type Policy, readPolicy } from './policy.ts'
import { lettersDue } from './policy-letters.ts'
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

/** The readings that an interpretation sets, as they may be set; undefined where it sets none. */
const readingsOf = async (
  { table, clock }: RecordsHost,
  { readings, inForceFrom, number, title }: PolicyBody,
  actor: Actor,
): Promise<Outcome<ParametersVersion | undefined, Refused>> => {
  if (readings === undefined || Object.keys(readings).length === 0) return succeed(undefined)
  const isClosed = (year: number) => isYearClosed(table, year)
  const reason = `${number} ${title}`
  return prepareParameters({ table, clock, isClosed })(
    { effectiveFrom: inForceFrom, readings, reason },
    actor,
  )
}

/**
 * Publishes for the region or a city (Art. 8), an interpretation for the region alone (Art. 48). The readings that it
 * sets are set in the same transaction; a version that it replaces is marked and stays as it is.
 */
export const publishPolicy =
  (host: RecordsHost) =>
  (body: PolicyBody, key: string, actor: Actor): Promise<Outcome<PolicyView, Refused>> =>
    retryOnConflict(async () => {
      const { table, clock } = host
      const publisher = await publisherOf(table, actor)
      const setsReadings = Object.keys(body.readings ?? {}).length > 0
      const asInterpretation = body.kind === 'interpretation' || setsReadings
      if (publisher === undefined || (asInterpretation && !isRegional(publisher)))
        return refuse('NOT_ALLOWED', { article: asInterpretation ? '48' : '8' })
      const id = requestIdFor(actor.id, `policy\n${key}`)
      const bodyHash = sha256(JSON.stringify(body))
      const known = await readPolicy(table, id)
      if (known?.bodyHash === bodyHash) return succeed(await viewOf(table, known, today(clock)))
      if (known !== undefined) return fault('', inputFaults.wrongForm)
      const before = body.replacesId === undefined ? undefined : await readPolicy(table, body.replacesId)
      const errors = [
        ...(setsReadings && body.kind !== 'interpretation'
          ? [{ pointer: '/readings', detail: inputFaults.wrongForm }]
          : []),
        ...(body.inForceUntil !== undefined && body.inForceUntil < body.inForceFrom
          ? [{ pointer: '/inForceUntil', detail: inputFaults.endBeforeStart }]
          : []),
        ...(body.replacesId !== undefined && before === undefined
          ? [{ pointer: '/replacesId', detail: inputFaults.wrongForm }]
          : []),
      ]
      if (errors.length > 0) return refuse('INPUT_INVALID', { errors })
      if (before !== undefined && before.publisher.id !== publisher.id)
        return refuse('NOT_ALLOWED', { article: '8' })
      if (before?.replacedBy !== undefined) return refuse('POLICY_REPLACED')
      const files = await ownFiles(table, body.files, actor.id)
      if (files === undefined) return fault('/files', policyFaults.filesUnknown)
      const readings = await readingsOf(host, body, actor)
      if (!readings.ok) return readings
      const { text, readings: set = {}, ...said } = body
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
        ...(before === undefined ? [] : [markReplaced(before, policy)]),
        ...(readings.value === undefined ? [] : [newParameters(readings.value)]),
      ])
      return succeed(await viewOf(table, policy, today(clock)))
    })
