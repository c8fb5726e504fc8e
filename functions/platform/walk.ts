import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { mapConcurrently } from './map-concurrently.ts'
import { retryOnConflict } from './retry-on-conflict.ts'
import { always, type Item, read, stillAs, type Table, type Write, write } from './table.ts'

/**
 * Rewrites a table's items from the form of a version before to this version's: every change of stored form
 * goes this way. Segments are walked side by side and keep their places after each page, so a walk that was
 * killed goes on there and a repeated one changes nothing. Each rewrite is conditional on what was read, so
 * no other writer's write is lost.
 */

interface Rewritten {
  readonly item: Item
  readonly before?: readonly Write[]
  /** It is written with its seal. */
  readonly sealed?: true
}

/** What one change of form does to items of one kind. */
export interface Step {
  readonly kind: (item: Item) => boolean
  /** The form of the items that it takes; its result has the next one. */
  readonly from: number
  /**
   * The item in the next form, with its `schema`, and the items to write before it. They must be the same at
   * each call: an interrupted walk may have written them already.
   */
  readonly rewrite: (item: Item, table: Table) => Rewritten | Promise<Rewritten>
}

/** A change of stored form; `form` also names the walk's places in the table. */
export interface Walk {
  /** The form of the table when all items have been through its steps; 1 is the first. */
  readonly form: number
  readonly steps: readonly Step[]
}

export interface WalkOptions {
  /** In how many parts the table is walked at once; a walk that goes on keeps its own. */
  readonly segments?: number
  /** Items of a page; after each page the segment's place is kept. */
  readonly pageSize?: number
  readonly onProgress?: (seen: { readonly read: number; readonly rewritten: number }) => void
}

/** The form that this program reads and writes; the steps that lead to it stand in `functions/operations/forms.ts`. */
export const TABLE_FORM = 7

const FORM = { pk: 'FORM', sk: 'FORM' }

const TableForm = z.object({ form: z.number().int() })

const Place = z.object({
  segments: z.number().int(),
  /** The last key of the last finished page; null: not begun. */
  after: z.record(z.string(), z.unknown()).nullable(),
  done: z.boolean(),
  read: z.number().int(),
  rewritten: z.number().int(),
})
type Place = z.infer<typeof Place>

/** Thrown where a table has a later form than this program knows: an older program must not touch it. */
export class FormUnknownError extends Error {
  override name = 'FormUnknownError'
}

/** The form that a table is in as a whole; undefined where none was ever stated. */
export const formOf = async (table: Table): Promise<number | undefined> => {
  const item = await read(table, FORM)
  return item && TableForm.parse(item).form
}

/** States the form of a table as a whole. */
export const stateForm = (table: Table, form: number): Promise<void> =>
  write(table, [{ put: { ...FORM, form }, when: always }])

const placeKey = (form: number, pass: number, segment: number) => ({
  pk: `WALK#${form}`,
  sk: `PASS#${pass}#SEGMENT#${String(segment).padStart(4, '0')}`,
})

const formOfItem = (item: Item): number => (typeof item.schema === 'number' ? item.schema : 1)

const stepFor = ({ steps }: Walk, item: Item): Step | undefined =>
  steps.find(({ from, kind }) => from === formOfItem(item) && kind(item))

/** Applies all steps that fit an item; answers whether there were any. */
const rewrite = async (table: Table, walk: Walk, found: Item): Promise<boolean> => {
  let seen: Item | undefined = found
  let changed = false
  const next = async (): Promise<boolean> => {
    // After a conflict the item is read again: the other writer may have written the new form.
    const item: Item | undefined = seen ?? (await read(table, { pk: String(found.pk), sk: String(found.sk) }))
    seen = undefined
    const step = item && stepFor(walk, item)
    if (item === undefined || step === undefined) return false
    const after = await step.rewrite(item, table)
    for (const one of after.before ?? []) await write(table, [one])
    const { sealed } = after
    await write(table, [{ put: after.item, when: stillAs(item), ...(sealed && { sealed }) }])
    // Of what is sealed the stored item alone says all.
    seen = sealed ? undefined : after.item
    return true
  }
  while (await retryOnConflict(next)) changed = true
  return changed
}

/** Items that a segment rewrites at once. */
const WIDTH = 4

const walkSegment = async (
  table: Table,
  walk: Walk,
  { pass, segment }: { readonly pass: number; readonly segment: number },
  { segments = 8, pageSize = 200 }: WalkOptions,
  seen: (read: number, rewritten: number) => void,
): Promise<Place> => {
  const key = placeKey(walk.form, pass, segment)
  const stored = await read(table, key)
  let place: Place = stored
    ? Place.parse(stored)
    : { segments, after: null, done: false, read: 0, rewritten: 0 }
  while (!place.done) {
    const page = await table.client.send(
      new ScanCommand({
        TableName: table.name,
        Segment: segment,
        TotalSegments: place.segments,
        Limit: pageSize,
        ConsistentRead: true,
        ExclusiveStartKey: place.after ?? undefined,
      }),
    )
    const items = page.Items ?? []
    const changed = await mapConcurrently(items, WIDTH, (item) => rewrite(table, walk, item))
    const rewritten = changed.filter(Boolean).length
    seen(items.length, rewritten)
    place = {
      segments: place.segments,
      after: page.LastEvaluatedKey ?? null,
      done: page.LastEvaluatedKey === undefined,
      read: place.read + items.length,
      rewritten: place.rewritten + rewritten,
    }
    await write(table, [{ put: { ...key, ...place }, when: always }])
  }
  return place
}

/** The number of segments of a pass that has begun; else `wanted`. */
const segmentsOf = async (table: Table, form: number, pass: number, wanted: number): Promise<number> => {
  const begun = { ...placeKey(form, pass, 0), sk: `PASS#${pass}` }
  const stored = await read(table, begun)
  if (stored) return Number(stored.segments)
  await write(table, [{ put: { ...begun, segments: wanted }, when: always }])
  return wanted
}

/**
 * Brings a table to the walk's form, and states it once a whole pass has rewritten nothing: items that others
 * wrote in the old form behind a pass are found by the next.
 * @throws FormUnknownError where the table has a later form
 */
export const walkTable = async (
  table: Table,
  walk: Walk,
  options: WalkOptions = {},
): Promise<{ readonly passes: number; readonly read: number; readonly rewritten: number }> => {
  const form = (await formOf(table)) ?? 1
  if (form > walk.form)
    throw new FormUnknownError(`The table has form ${form}; this program knows form ${walk.form} at most.`)
  const sum = { read: 0, rewritten: 0 }
  if (form === walk.form) return { passes: 0, ...sum }
  for (let pass = 1; ; pass += 1) {
    const segments = await segmentsOf(table, walk.form, pass, options.segments ?? 8)
    const places = await mapConcurrently(Array.from({ length: segments }).keys(), segments, (segment) =>
      walkSegment(table, walk, { pass, segment }, { ...options, segments }, (read, rewritten) => {
        sum.read += read
        sum.rewritten += rewritten
        options.onProgress?.(sum)
      }),
    )
    if (places.every(({ rewritten }) => rewritten === 0)) {
      await stateForm(table, walk.form)
      return { passes: pass, ...sum }
    }
  }
}

/** Whether a table holds nothing yet. */
export const isEmpty = async (table: Table): Promise<boolean> =>
  ((await table.client.send(new ScanCommand({ TableName: table.name, Limit: 1 }))).Items ?? []).length === 0
