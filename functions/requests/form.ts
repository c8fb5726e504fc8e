import type { Item } from '../platform/table.ts'

/** The stored form of requests, their tasks and participants: each item says in `schema` which it has. */
export const REQUEST_FORM = 2

/** Thrown where an item has a form that this code neither writes nor reads: the table is to be walked first. */
export class FormUnreadableError extends Error {
  override name = 'FormUnreadableError'
}

/**
 * An item, if it has the form that is read here.
 * @throws FormUnreadableError for one of an earlier form, or of a later one
 */
export const inForm = (item: Item, form: number): Item => {
  if (item.schema === form) return item
  throw new FormUnreadableError(
    `${String(item.pk)} ${String(item.sk)} has form ${String(item.schema ?? 1)}, not ${form}: walk the table.`,
  )
}
