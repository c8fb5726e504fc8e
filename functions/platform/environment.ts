class EnvironmentMissing extends Error {
  override name = 'EnvironmentMissing'
}

/** The value of an environment variable that the catalog promises this function. */
export const environment = (name: string): string => {
  const value = process.env[name]
  if (value === undefined || value === '') throw new EnvironmentMissing(`The environment lacks ${name}.`)
  return value
}
