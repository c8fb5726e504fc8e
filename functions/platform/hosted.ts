import type { Context } from 'aws-lambda'

type Call<E, A> = (event: E, context: Context) => Promise<A>

/** A Lambda's handler, which another host may have for itself. */
export interface Hosted<H, E, A> extends Call<E, A> {
  /** The same handler with what `host` gives it in place of what Lambda's environment does. */
  on(host: H): Call<E, A>
}

/**
 * A handler that is made of what its host gives it. In Lambda that is what `fromEnvironment` makes of the environment
 * when the first call comes; the local runtime and tests hand in their own.
 */
export const hosted = <H, E, A>(fromEnvironment: () => H, make: (host: H) => Call<E, A>): Hosted<H, E, A> => {
  let own: Call<E, A> | undefined
  const handler: Call<E, A> = (event, context) => {
    own ??= make(fromEnvironment())
    return own(event, context)
  }
  return Object.assign(handler, { on: make })
}
