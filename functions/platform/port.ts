/**
 * A port is what the code needs from its host: a table, a clock, a mailer. Asked for the first time it is
 * built from the environment, as Lambda wants it; a host that has its own (the local runtime, a test) sets it
 * before the first use.
 */
export interface Port<T> {
  (): T
  use(value: T): void
}

export const port = <T>(fromEnvironment: () => T): Port<T> => {
  let held: { value: T } | undefined
  const get = (): T => {
    held ??= { value: fromEnvironment() }
    return held.value
  }
  return Object.assign(get, {
    use(value: T) {
      held = { value }
    },
  })
}
