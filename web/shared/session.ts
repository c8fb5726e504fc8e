/**
 * Signing in by OpenID Connect: authorization code with PKCE (RFC 7636), straight from the browser. The token stays
 * in this tab's sessionStorage and goes to this origin's API alone.
 */
import { config } from './config.ts'

const SESSION = 'session'
const PENDING = 'sign-in '
const LEFT = 'signed-out'

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

const random = (): string => base64url(crypto.getRandomValues(new Uint8Array(32)))

const challengeOf = async (verifier: string): Promise<string> =>
  base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))))

/** The access token, while it lasts. */
export const accessToken = (): string | undefined => {
  const kept: { token: string; until: number } | null = JSON.parse(sessionStorage.getItem(SESSION) ?? 'null')
  return kept !== null && kept.until > Date.now() ? kept.token : undefined
}

/** The session has run out, or the API no longer takes it. */
export const dropSession = (): void => sessionStorage.removeItem(SESSION)

/**
 * Leaves for the sign-in page, to come back to this very place.
 * `another`: ask who it is, whoever is signed in at the issuer.
 */
export const signIn = async ({ another = false }: { readonly another?: boolean } = {}): Promise<void> => {
  const { issuer, clientId, audience } = await config()
  const returnTo = location.pathname + location.search
  const discovered = await fetch(`${issuer}/.well-known/openid-configuration`)
  const { authorization_endpoint: endpoint }: { authorization_endpoint: string } = await discovered.json()
  const state = random()
  const verifier = random()
  sessionStorage.setItem(PENDING + state, JSON.stringify({ verifier, returnTo }))
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: `${location.origin}/signed-in`,
    scope: 'openid',
    resource: audience,
    state,
    code_challenge: await challengeOf(verifier),
    code_challenge_method: 'S256',
    ...(another || sessionStorage.getItem(LEFT) !== null ? { prompt: 'login' } : {}),
  })
  location.assign(`${endpoint}?${query}`)
}
