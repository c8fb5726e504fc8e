/** Thrown when others were faster so many times in a row that giving up is kinder than going on. */
export class StillContendedError extends Error {
  override name = 'StillContendedError'
}
