interface Waiter {
  readonly since: number
  readonly resolve: () => void
  readonly reject: (fault: unknown) => void
}

/** Counts calls under way, so that one can wait until none is. */
export class Activity {
  readonly #active = new Set<number>()
  readonly #waiters = new Set<Waiter>()
  #last = 0
  #fault: { readonly reason: unknown } | undefined

  /** Counts one call; the function it answers ends it. */
  begin(): () => void {
    this.#last += 1
    const serial = this.#last
    this.#active.add(serial)
    return () => {
      if (this.#active.delete(serial)) this.#check()
    }
  }

  /** A mark, to wait only for what begins after it. */
  mark(): number {
    return this.#last
  }

  /** Resolves when nothing that began after the mark is under way any more. */
  quiet(since = 0): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiters.add({ since, resolve, reject })
      this.#check()
    })
  }

  /** Rejects whoever waits, now or later, because nothing can go on. */
  fail(reason: unknown): void {
    this.#fault ??= { reason }
    this.#check()
  }

  #check(): void {
    for (const waiter of this.#waiters) {
      if (this.#fault !== undefined) waiter.reject(this.#fault.reason)
      else if (this.#isBusy(waiter.since)) continue
      else waiter.resolve()
      this.#waiters.delete(waiter)
    }
  }

  #isBusy(since: number): boolean {
    if (since === 0) return this.#active.size > 0
    for (const serial of this.#active) if (serial > since) return true
    return false
  }
}
