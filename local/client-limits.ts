/**
 * The limits of one open route for one client, as the cloud has them by route: calls at once, then calls a
 * second.
 */
const AT_ONCE = 100
const A_SECOND = 50

/** The most clients remembered; the one that has been quiet for longest is forgotten first. */
const MOST_CLIENTS = 10_000

export interface ClientLimits {
  /** Whether one more call of `route` by `client` is taken now. */
  take(client: string, route: string): boolean
}

/** Counts calls by client and route, by a clock of its own in milliseconds. */
export const openClientLimits = (now: () => number = () => performance.now()): ClientLimits => {
  const left = new Map<string, { calls: number; at: number }>()
  return {
    take(client, route) {
      const key = `${client} ${route}`
      const before = left.get(key)
      const at = now()
      const calls =
        before === undefined
          ? AT_ONCE
          : Math.min(AT_ONCE, before.calls + ((at - before.at) * A_SECOND) / 1000)
      // Put at the end: a map keeps the order of its entries, so the first is the quietest client.
      left.delete(key)
      const taken = calls >= 1
      left.set(key, { calls: taken ? calls - 1 : calls, at })
      if (left.size > MOST_CLIENTS)
        for (const first of left.keys()) {
          left.delete(first)
          break
        }
      return taken
    },
  }
}
