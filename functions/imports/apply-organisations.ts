import type { Actor } from '../organisations/account.ts'
import {
  type Organisation,
  readOrganisation,
  readOrganisations,
  stillAs,
  versionOf,
} from '../organisations/organisation.ts'
import { holdersOfNumbers } from '../organisations/organisation-number.ts'
import { linkedIds, type Place, placeAmong } from '../organisations/place-organisation.ts'
import { changeOrganisation, enterOrganisation } from '../organisations/register-organisation.ts'
import { timestamp } from '../platform/clock.ts'
import { ConditionFailedError } from '../platform/condition-failed.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { type Table, write } from '../platform/table.ts'
import type { Standing } from './organisation-tree.ts'
import { organisationActs } from './words.ts'

/** Rows, people or authorities that are worked on at once. */
const WIDTH = 8

/** New organisations of one transaction: three writes each, and their offices checked, of a hundred in all. */
const AT_ONCE = 28

/** What one transaction checks: organisations under the same offices share it. */
const officesOf = (organisation: Organisation): string => linkedIds(organisation).toSorted().join('\n')

/** Whether it has been entered meanwhile: by the same file, or under its number. */
const isThere = async (table: Table, { id, number }: Organisation): Promise<boolean> =>
  (await readOrganisation(table, id)) !== undefined ||
  (number !== undefined && (await holdersOfNumbers(table, [number])).has(number))

/**
 * Enters new organisations that stand under the same offices, in the place that these have now: whoever moves one of
 * them meanwhile makes it read again.
 */
const enter = async (
  { table, clock }: RecordsHost,
  group: readonly Organisation[],
  actor: Actor,
): Promise<true> => {
  const [first] = group
  if (first === undefined) return true
  const act = {
    at: timestamp(clock),
    by: actor.id,
    what: 'imported',
    reason: organisationActs.imported.zh,
  }
  const enterAll = async (wanted: readonly Organisation[]) => {
    const offices = await readOrganisations(table, linkedIds(first))
    const places = wanted.map((one): [Organisation, Place] => [one, placeAmong(one, offices)])
    await write(table, [
      ...places.flatMap(([one, { overseers }]) => enterOrganisation({ ...one, overseers, version: 1 }, act)),
      ...offices.map(stillAs),
    ])
  }
  try {
    await enterAll(group)
  } catch (error) {
    if (!(error instanceof ConditionFailedError)) throw error
    // Some of them are there already, or an office has moved: one by one, each as it stands now.
    for (const one of group)
      await retryOnConflict(async () => {
        if (!(await isThere(table, one))) await enterAll([one])
      })
  }
  return true
}

/**
 * Changes what is on record as its row says; false where others have changed it since the plan was made: the next call
 * judges it anew.
 */
const change = async (
  deps: RecordsHost,
  { organisation, before }: Standing,
  actor: Actor,
): Promise<boolean> => {
  if (before === undefined) return true
  const { name, level, number = null, regionCode = null } = organisation
  const { parentId = null, departmentId = null, authorityId } = organisation
  const links = organisation.kind === 'institution' ? { departmentId, authorityId } : { parentId }
  const changed = await changeOrganisation(deps)(
    before.id,
    {
      ...{ version: versionOf(before), reason: organisationActs.imported.zh },
      ...{ name, level, number, regionCode, ...links },
    },
    actor,
  )
  return changed.ok
}

/**
 * Enters a plan's rows until `deadline`, whoever stands above before those below, and answers how many are left. The
 * same file again goes on from there: what is entered already does nothing.
 */
export const applyOrganisations = async (
  deps: RecordsHost,
  steps: readonly Standing[],
  actor: Actor,
  deadline: number,
): Promise<number> => {
  let done = 0
  const inTime = async (count: number, act: () => Promise<boolean>) => {
    if (performance.now() <= deadline && (await act())) done += count
  }
  for (const [, level] of [...Map.groupBy(steps, ({ depth }) => depth)].toSorted(([a], [b]) => a - b)) {
    // One at a time: a move walks down everything below.
    for (const step of level.filter(({ state }) => state === 'changed'))
      await inTime(1, () => change(deps, step, actor))
    const fresh = level.flatMap(({ state, organisation }) => (state === 'new' ? [organisation] : []))
    // Transactions that check the same authority would stand in one another's way: each authority's go in turn.
    const byAuthority = Map.groupBy(fresh, ({ authorityId, parentId }) => authorityId ?? parentId ?? '')
    await mapConcurrently(byAuthority.values(), WIDTH, async (own) => {
      for (const siblings of Map.groupBy(own, officesOf).values())
        for (let from = 0; from < siblings.length; from += AT_ONCE) {
          const group = siblings.slice(from, from + AT_ONCE)
          await inTime(group.length, () => enter(deps, group, actor))
        }
    })
    if (performance.now() > deadline) break
  }
  return steps.length - done
}
