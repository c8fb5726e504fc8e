/** What an address or a field says, where it is one of what is known; otherwise undefined. */
export const oneOf = <Known extends string>(
  known: readonly Known[],
  said: string | null | undefined,
): Known | undefined => known.find((one) => one === said)
