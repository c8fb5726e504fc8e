/** Where people sign in; the host writes it beside the pages, as `/config.json`. */
export interface Config {
  /** The issuer's address, such as `https://login.example/oidc`. */
  readonly issuer: string
  readonly clientId: string
  /**
   * The resource indicator (RFC 8707) of the API: with it the access token is made for the API. Left out for an issuer
   * that refuses one, and makes its tokens for the API by a setting of its own.
   */
  readonly audience?: string
  /** The one origin that the issuer sends people back to, where the pages answer at several. */
  readonly origin?: string
  /** The demonstration on one machine: where its mails can be read. */
  readonly inbox?: string
}

/** How long the sign-in waits for an answer before it says that none came, in milliseconds. */
export const PATIENCE = 15_000

let asked: Promise<Config> | undefined

/** Asked for once; a failed question is asked again. */
export const config = (): Promise<Config> => {
  asked ??= fetch('/config.json', { signal: AbortSignal.timeout(PATIENCE) })
    .then((response): Promise<Config> => {
      if (!response.ok) throw new Error('The host has no configuration.')
      return response.json()
    })
    .catch((error: unknown) => {
      asked = undefined
      throw error
    })
  return asked
}
