import { movedSince } from '../organisations/moved-since.ts'
import { addDays, ago, type Clock, today } from '../platform/clock.ts'
import type { OrganisationId, StaffId } from '../platform/ids.ts'
import { lists } from '../platform/keys.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { readIndexKeys } from '../platform/ranges.ts'
import type { Table } from '../platform/table.ts'
import { enteredSince, OVERLAP, staffIdOf } from '../staff/entered-since.ts'
import { isWalked, nextPersons, type Walk, walkFrom } from '../staff/walk-persons.ts'
import { putNamesKept, readNamesKept } from './names-kept.ts'
import { refreshNames } from './refresh-names.ts'

interface Deps {
  readonly table: Table
  readonly clock: Clock
}

/** Persons of one read. */
const PAGE = 50
/** Everyone is looked at so many days after the last time. */
const EVERY_DAYS = 10
const WIDTH = 8

const isOver = (until: number): boolean => Date.now() >= until

/** A change of somebody's record, or the move of an institution, whose people are found elsewhere since. */
type Act = { readonly at: string } & (
  | { readonly staffId: StaffId }
  | { readonly institutionId: OrganisationId }
)

/** What has happened since a moment, in its order. */
const actsSince = async (table: Table, moment: string): Promise<Act[]> => {
  const [entered, moved] = await Promise.all([enteredSince(table, moment), movedSince(table, moment)])
  return [...entered.filter(({ isChange }) => isChange), ...moved].sort((one, other) =>
    one.at < other.at ? -1 : 1,
  )
}

/** Acts that are followed together: a page of changes at most, and one move. */
function* together(acts: readonly Act[]): Generator<readonly Act[]> {
  let some: Act[] = []
  for (const act of acts) {
    some.push(act)
    if (some.length < PAGE && 'staffId' in act) continue
    yield some
    some = []
  }
  if (some.length > 0) yield some
}

/** Whose names an act may have changed. */
const peopleOf = async (table: Table, act: Act): Promise<StaffId[]> =>
  'staffId' in act
    ? [act.staffId]
    : (await readIndexKeys(table, 'listed', lists.personsOf(act.institutionId))).map(({ key }) =>
        staffIdOf(key),
      )

/** Follows some acts, each person once a turn; undefined where the time ran out. */
const follow = async (
  table: Table,
  acts: readonly Act[],
  seen: Set<StaffId>,
  until: number,
): Promise<number | undefined> => {
  const people = (await mapConcurrently(acts, WIDTH, (act) => peopleOf(table, act))).flat()
  const staffIds = [...new Set(people)].filter((id) => !seen.has(id))
  let changed = 0
  for (let start = 0; start < staffIds.length; start += PAGE) {
    if (isOver(until)) return undefined
    const page = staffIds.slice(start, start + PAGE)
    changed += await refreshNames(table, page)
    for (const id of page) seen.add(id)
  }
  return changed
}

/**
 * Follows what has been recorded since the last turn: whoever was registered, renamed, transferred or merged, and the
 * people of institutions that were placed elsewhere. Looking at somebody again changes nothing, so a turn that was
 * interrupted, or runs twice at once, goes on where the place was kept.
 */
const followActs = async ({ table, clock }: Deps, until: number): Promise<number> => {
  const before = await readNamesKept(table)
  const last = ago(clock, OVERLAP)
  // The first turn of all leaves what was before to the walk.
  const upTo = before.upTo === '' ? last : before.upTo
  const keep = async (moment: string) =>
    putNamesKept(table, { ...before, upTo: moment < last ? moment : last })
  const seen = new Set<StaffId>()
  let changed = 0
  for (const acts of together(await actsSince(table, upTo))) {
    const followed = await follow(table, acts, seen, until)
    if (followed === undefined) return changed
    changed += followed
    const reached = acts.at(-1)?.at
    // What is looked at again in the next turn anyway has no place of its own.
    if (reached !== undefined && reached < last) await keep(reached)
  }
  await keep(last > upTo ? last : upTo)
  return changed
}

/** The walk that is under way or due; undefined: none is. */
const due = (walk: Walk | undefined, day: string): Walk | undefined => {
  if (walk?.done === false) return walk
  return walk === undefined || addDays(walk.startedOn, EVERY_DAYS) <= day ? walkFrom(day) : undefined
}

/** Goes on with the walk over everyone, which finds the data of a version before and mends what was missed. */
const goOnWalking = async ({ table, clock }: Deps, until: number): Promise<Walk | undefined> => {
  const kept = await readNamesKept(table)
  let walk = due(kept.walk, today(clock))
  while (walk !== undefined && !walk.done && !isOver(until)) {
    const { staffIds, place } = await nextPersons(table, walk, PAGE)
    const differed = walk.differed + (await refreshNames(table, staffIds))
    walk = { ...walk, ...place, differed, walked: walk.walked + staffIds.length, done: isWalked(place) }
    await putNamesKept(table, { ...kept, walk })
  }
  return walk
}

/**
 * Keeps the index of names as what is on record gives it, as long as `until` (epoch milliseconds by the machine's clock)
 * allows: first what acts have changed, then a walk over everyone, where one is due. No act pays for it: changes of
 * persons and moves of institutions are listed by their moment anyway.
 */
export const keepNames =
  (deps: Deps) =>
  async (until: number): Promise<{ readonly changed: number; readonly walk: Walk | undefined }> => ({
    changed: await followActs(deps, until),
    walk: await goOnWalking(deps, until),
  })
