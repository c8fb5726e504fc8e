/** Thrown after too many conflicts in a row with other writers. */
export class StillContendedError extends Error {
  override name = 'StillContendedError'
}
