import { GetAliasCommand, type LambdaClient, paginateListFunctions } from '@aws-sdk/client-lambda'

/** Neither of the two versions that share a function's calls is the one before; its sentence names the functions. */
export class TrialUnderWayError extends Error {
  override name = 'TrialUnderWayError'
  constructor(functions: readonly string[]) {
    super(`A share of the calls goes to another version already: ${functions.join(', ')}.`)
  }
}

/** The function's name in the catalog, as its description ends: `routes: desk-reads`. */
const entryOf = (description: string | undefined): string | undefined =>
  /^(?:routes|steps|job): ([a-z-]+)$/.exec(description ?? '')?.[1]

/**
 * The version of each function that callers of the deployment reach, by the function's name in the catalog: what
 * `-c held=FILE` takes. Throws `TrialUnderWayError` where two versions share the calls, for neither is the one before.
 */
export const liveVersions = async (
  client: LambdaClient,
  deployment: string,
): Promise<Readonly<Record<string, string>>> => {
  // Another deployment's name may begin with this one's.
  const ours = new RegExp(`^${deployment}-(workflows|functions)-`)
  const versions: Record<string, string> = {}
  const shared: string[] = []
  for await (const { Functions = [] } of paginateListFunctions({ client }, {}))
    for (const { FunctionName, Description } of Functions) {
      const entry = entryOf(Description)
      if (entry === undefined || FunctionName === undefined || !ours.test(FunctionName)) continue
      const alias = await client.send(new GetAliasCommand({ FunctionName, Name: 'live' }))
      if (Object.keys(alias.RoutingConfig?.AdditionalVersionWeights ?? {}).length > 0) shared.push(entry)
      if (alias.FunctionVersion !== undefined) versions[entry] = alias.FunctionVersion
    }
  if (shared.length > 0) throw new TrialUnderWayError(shared.sort())
  return Object.fromEntries(Object.entries(versions).sort(([one], [other]) => one.localeCompare(other)))
}
