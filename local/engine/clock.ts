/** The one source of time; locally it can be moved. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number
}
