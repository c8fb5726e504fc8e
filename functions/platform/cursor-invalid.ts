/** Thrown when a page cursor is not one that this list gave out. */
export class CursorInvalid extends Error {
  override name = 'CursorInvalid'
}
