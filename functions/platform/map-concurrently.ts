function* numbered<T>(items: Iterable<T>): Generator<readonly [number, T]> {
  let place = 0
  for (const item of items) {
    yield [place, item]
    place += 1
  }
}

/**
 * Works on every item, so many at once; answers the results in the items' order. The first failure is thrown when
 * the work that had begun has ended, so that nothing goes on behind the caller's back.
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
