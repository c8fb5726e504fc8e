/** A state's error as Retry and Catch see it: a name and a cause. Thrown while a state is evaluated. */
export class StateFailureError extends Error {
  override name = 'StateFailureError'
  readonly error: string
  readonly reason: string
  /** The field whose expression failed; AWS writes an `EvaluationFailed` event for it. */
  readonly location: string | undefined
  /** A second name that Retry and Catch may know it by. */
  readonly alias: string | undefined

  constructor(error: string, reason: string, location?: string, alias?: string) {
    super(`${error}: ${reason}`)
    this.error = error
    this.reason = reason
    this.location = location
    this.alias = alias
  }
}
