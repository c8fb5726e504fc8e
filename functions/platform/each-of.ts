/** Does something for each, a few at a time. */
export const eachOf = async <T>(list: readonly T[], act: (one: T) => Promise<void>): Promise<void> => {
  const queue = list.values()
  const worker = async () => {
    for (const one of queue) await act(one)
  }
  await Promise.all(Array.from({ length: 8 }, worker))
}
