/** Thrown when a page cursor is not one that this list gave out. */
export class CursorInvalidError extends Error {
  override name = 'CursorInvalidError'
}
