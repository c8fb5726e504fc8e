import { readingTexts } from '../../rules/reading-texts.ts'
import { today } from '../platform/clock.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import type { Table } from '../platform/table.ts'
import { type ParametersVersion, ReadingName, readParameters } from '../registers/parameters.ts'
import { type Evidence, readEvidence } from '../requests/evidence.ts'
import type { PolicyView } from './api.ts'
import { goesOn, isReadBy } from './interpretation.ts'
import { lastDayOf, type Policy, readPolicies, readPolicy, rowOf, textOfPolicy } from './policy.ts'

const named = async (table: Table, id: string | undefined) => {
  const found = id === undefined ? undefined : await readPolicy(table, id)
  return found === undefined ? null : { id: found.id, name: `${found.number} ${found.title}` }
}

/** What an interpretation sets, and until when by it. */
const setBy = (policy: Policy, versions: readonly ParametersVersion[], day: string): PolicyView['sets'] => {
  const from = policy.inForceFrom
  const version = versions.find(({ effectiveFrom }) => effectiveFrom === from)
  if (version === undefined) return []
  return ReadingName.options
    .filter((name) => policy.readings.includes(name))
    .map((name) => ({
      ...{ name, article: readingTexts[name].article, value: version.readings[name], from },
      until: lastDayOf(policy) ?? null,
      holds: isReadBy(policy, versions, name, day),
      goesOn: goesOn(policy, versions, name, day),
    }))
}

export const viewOf = async (table: Table, policy: Policy, day: string): Promise<PolicyView> => ({
  ...rowOf(policy, day),
  sets: policy.readings.length === 0 ? [] : setBy(policy, await readParameters(table), day),
  enteredLater: policy.inForceFrom < policy.publishedAt.slice(0, 10),
  text: await textOfPolicy(table, policy.id),
  files: policy.files,
  changed: policy.changed,
  replaces: await named(table, policy.replacesId),
  replacedBy: await named(table, policy.replacedBy?.id),
})

/** What was published, whatever took its place. */
export const viewPolicy =
  ({ table, clock }: RecordsHost) =>
  async (id: string): Promise<Outcome<PolicyView, 'NOT_FOUND'>> => {
    const policy = await readPolicy(table, id)
    return policy === undefined ? refuse('NOT_FOUND') : succeed(await viewOf(table, policy, today(clock)))
  }

/** A file that was published with a document; undefined where none was by this id. */
export const fileOfPolicy = async (
  table: Table,
  id: string,
  fileId: string,
): Promise<Evidence | undefined> =>
  (await readPolicy(table, id))?.files.some((one) => one.id === fileId)
    ? readEvidence(table, fileId)
    : undefined

/** Whatever was published, the latest first. */
export const listPolicies = async ({ table, clock }: RecordsHost) => {
  const day = today(clock)
  return { items: (await readPolicies(table)).map((one) => rowOf(one, day)), cursor: null }
}
