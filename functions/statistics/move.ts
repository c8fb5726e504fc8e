import { type Key, keys } from '../platform/keys.ts'
import { atVersion, isNew, readAll, type Table, type Write, write } from '../platform/table.ts'
import { addCells, type Cells, isNothing, subtractCells } from './cells.ts'
import { type Counted, putCounted, Row } from './counted.ts'
import type { Days } from './year-cells.ts'

/** What is counted of a person's year, or of a request at a desk, but for its version. */
export type State = Omit<Counted, 'version'>

/** One day of it, before and after. */
interface Change {
  readonly day: string
  readonly before: Cells
  readonly after: Cells
}

/** What rows gain, by their keys. */
type Gains = Map<string, readonly [Key, Cells]>

/** A part of what becomes of it, and what the rows of its organisations gain by it. */
interface Step {
  /** Where what is counted is kept. */
  readonly key: Key
  readonly state: State
  readonly gains: Gains
}

/** Days of a step: each touches two rows of at most three organisations. */
const DAYS = 12
/** Items of a transaction; DynamoDB takes a hundred. */
const MOST = 95

const changesBetween = (before: Days, after: Days): Change[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].sort().flatMap((day) => {
    const change = { day, before: before[day] ?? {}, after: after[day] ?? {} }
    return isNothing(subtractCells(change.after, change.before)) ? [] : [change]
  })

const withChanges = (state: State, changes: readonly Change[]): State => {
  const days: Record<string, Cells> = { ...state.days }
  for (const { day, after } of changes) {
    if (isNothing(after)) delete days[day]
    else days[day] = after
  }
  return { ...state, days }
}

export const nameOf = ({ pk, sk }: { readonly pk?: unknown; readonly sk?: unknown }): string => `${pk} ${sk}`

const gain = (gains: Gains, key: Key, cells: Cells): void => {
  const [, before] = gains.get(nameOf(key)) ?? [key, {}]
  gains.set(nameOf(key), [key, addCells(before, cells)])
}

const gainsOf = ({ year, at }: State, changes: readonly Change[]): Gains => {
  const gains: Gains = new Map()
  for (const { day, before, after } of changes)
    for (const id of at)
      for (const key of [keys.statistic(id, year, 'M', day.slice(0, 7)), keys.statistic(id, year, 'D', day)])
        gain(gains, key, subtractCells(after, before))
  return gains
}

const stepsOf = (key: Key, state: State, after: Days): Step[] => {
  const changes = changesBetween(state.days, after)
  const steps: Step[] = []
  let now = state
  for (let start = 0; start < changes.length; start += DAYS) {
    const part = changes.slice(start, start + DAYS)
    now = withChanges(now, part)
    steps.push({ key, state: now, gains: gainsOf(now, part) })
  }
  return steps
}

/** What leads from what is counted to what it comes to: first away from where it was, if elsewhere. */
export const stepsBetween = (key: Key, before: State, after: State): Step[] => {
  const isElsewhere = before.at.join('\n') !== after.at.join('\n')
  return [
    ...(isElsewhere ? stepsOf(key, before, {}) : []),
    ...stepsOf(key, { ...after, days: isElsewhere ? {} : before.days }, after.days),
  ]
}

const rowWrites = async (table: Table, gains: Gains): Promise<Write[]> => {
  const changed = [...gains.values()].filter(([, cells]) => !isNothing(cells))
  const items = await readAll(
    table,
    changed.map(([key]) => key),
  )
  const rows = new Map(items.map((item) => [nameOf(item), Row.parse(item)]))
  return changed.map(([key, cells]) => {
    const row = rows.get(nameOf(key)) ?? { cells: {}, version: 0 }
    return {
      put: { ...key, cells: addCells(row.cells, cells), version: row.version + 1 },
      when: row.version === 0 ? isNew : atVersion(row.version),
    }
  })
}

/**
 * Takes steps, as many a transaction as it holds: what is counted of somebody is always what the rows hold, wherever it
 * is interrupted. `versions`: of what was read, by `nameOf` its key.
 */
export const take = async (
  table: Table,
  steps: readonly Step[],
  versions: Map<string, number>,
): Promise<void> => {
  const states = new Map<string, Step>()
  const gains: Gains = new Map()
  const flush = async (): Promise<void> => {
    if (states.size === 0) return
    const version = (name: string): number => (versions.get(name) ?? 0) + 1
    const puts = [...states].map(([name, { key, state }]) =>
      putCounted(key, { ...state, version: version(name) }),
    )
    await write(table, [...puts, ...(await rowWrites(table, gains))])
    for (const name of states.keys()) versions.set(name, version(name))
    states.clear()
    gains.clear()
  }
  for (const step of steps) {
    const further = [...step.gains.keys()].filter((name) => !gains.has(name)).length
    if (states.size + gains.size + further + 1 > MOST) await flush()
    states.set(nameOf(step.key), step)
    for (const [key, cells] of step.gains.values()) gain(gains, key, cells)
  }
  await flush()
}
