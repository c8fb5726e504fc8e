class EnvironmentMissingError extends Error {
  override name = 'EnvironmentMissingError'
}

/** The value of an environment variable that the catalog promises this function. */
export const environment = (name: string): string => {
  const value = process.env[name]
  if (value === undefined || value === '') throw new EnvironmentMissingError(`The environment lacks ${name}.`)
  return value
}
