import type { Context } from 'aws-lambda'

type Call<E, A> = (event: E, context: Context) => Promise<A>

/** A Lambda's handler that another host can also make. */
export interface Hosted<H, E, A> extends Call<E, A> {
  /** The same handler with another host's `host` instead of Lambda's own. */
  on(host: H): Call<E, A>
}

/**
 * Makes a handler from its host. In Lambda `fromEnvironment` makes the host at the first call; the local
 * runtime and tests pass their own by `on`.
 */
export const hosted = <H, E, A>(fromEnvironment: () => H, make: (host: H) => Call<E, A>): Hosted<H, E, A> => {
  let own: Call<E, A> | undefined
  const handler: Call<E, A> = (event, context) => {
    own ??= make(fromEnvironment())
    return own(event, context)
  }
  return Object.assign(handler, { on: make })
}
