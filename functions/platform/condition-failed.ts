/** Thrown when a precondition did not hold. Nothing was written; `failed` are the positions of the writes at fault. */
export class ConditionFailedError extends Error {
  override name = 'ConditionFailedError'
  readonly failed: readonly number[]
  constructor(failed: readonly number[]) {
    super(`The precondition of write ${failed.join(', ')} did not hold; nothing was written.`)
    this.failed = failed
  }
}
