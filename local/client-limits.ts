/** Calls of one open route by one client: so many at once, and then so many a second, as the cloud has it by route. */
const AT_ONCE = 100
const A_SECOND = 50

/** Clients that are remembered; whoever was full again longest ago is forgotten first. */
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
      // Put at the end: a map keeps the order of its entries, so the first is the one that was quiet longest.
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
