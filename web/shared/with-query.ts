/** An address with the parameters that are given: one that is empty, null or undefined is left out. */
export const withQuery = (address: string, parameters: Readonly<Record<string, unknown>>): string => {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters))
    if (value !== undefined && value !== null && value !== '') query.set(name, String(value))
  return query.size === 0 ? address : `${address}${address.includes('?') ? '&' : '?'}${query}`
}
