function* numbered<T>(items: Iterable<T>): Generator<readonly [number, T]> {
  let place = 0
  for (const item of items) {
    yield [place, item]
    place += 1
  }
}

/**
 * Works on all items, so many at once, and answers the results in the items' order. After a failure it starts
 * no further work, waits for what runs, and throws the first error.
 */
export const mapConcurrently = async <T, R>(
  items: Iterable<T>,
  width: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> => {
  const results: R[] = []
  let failure: { readonly error: unknown } | undefined
  const entries = numbered(items)
  const worker = async () => {
    for (const [place, item] of entries) {
      if (failure) return
      try {
        results[place] = await work(item)
      } catch (error) {
        failure ??= { error }
      }
    }
  }
  await Promise.all(Array.from({ length: width }, worker))
  if (failure) throw failure.error
  return results
}
