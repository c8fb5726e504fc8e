/**
 * Signing in by OpenID Connect: authorization code with PKCE (RFC 7636), straight from the browser. The token stays
 * in this tab's sessionStorage and goes to this origin's API alone.
 */
import { type Config, config, PATIENCE } from './config.ts'

const SESSION = 'session'
const PENDING = 'sign-in '
const LEFT = 'signed-out'
/** The issuer's identity token of the session, which it wants back to end it. */
const IDENTITY = 'identity'
/** The prefix of drafts in the storage. */
const DRAFT = 'draft '

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

/** Forgets a session that has ended, or that the API refuses. */
export const dropSession = (): void => sessionStorage.removeItem(SESSION)

/** A path of this site to go back to; `/my` in place of any other address. */
export const ownPath = (place: unknown): string =>
  typeof place === 'string' && /^\/(?![/\\])/.test(place) && !place.startsWith('/signed-in') ? place : '/my'

class SignInFailedError extends Error {
  override name = 'SignInFailedError'
}

interface Endpoints {
  readonly authorization_endpoint: string
  readonly token_endpoint: string
  /** Of an issuer that lets an application end its session (OpenID Connect RP-Initiated Logout). */
  readonly end_session_endpoint?: string
}

const discover = async ({ issuer }: Config): Promise<Endpoints> => {
  const answer = await fetch(`${issuer}/.well-known/openid-configuration`, {
    signal: AbortSignal.timeout(PATIENCE),
  })
  if (!answer.ok) throw new SignInFailedError('The issuer does not answer.')
  return answer.json()
}

const resourceOf = ({ audience }: Config) => (audience === undefined ? {} : { resource: audience })

const redirectUri = (): string => `${location.origin}/signed-in`

export interface SignIn {
  /** The issuer asks who signs in, although it knows someone. */
  readonly another?: boolean
  /** A path of this site; otherwise this very place. */
  readonly returnTo?: string
}

/** Leaves for the sign-in page, to come back afterwards. */
export const signIn = async ({
  another = false,
  returnTo = location.pathname + location.search,
}: SignIn = {}): Promise<void> => {
  const settings = await config()
  // The redirect address is registered for one origin: `localhost` goes on as `127.0.0.1`.
  if (settings.origin !== undefined && settings.origin !== location.origin) {
    location.assign(new URL(returnTo, settings.origin))
    return
  }
  const { authorization_endpoint: endpoint } = await discover(settings)
  const state = random()
  const verifier = random()
  sessionStorage.setItem(PENDING + state, JSON.stringify({ verifier, returnTo: ownPath(returnTo) }))
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: settings.clientId,
    redirect_uri: redirectUri(),
    scope: 'openid',
    ...resourceOf(settings),
    state,
    code_challenge: await challengeOf(verifier),
    code_challenge_method: 'S256',
    ...(another || sessionStorage.getItem(LEFT) !== null ? { prompt: 'login' } : {}),
  })
  location.assign(`${endpoint}?${query}`)
}

/**
 * Takes the code that the issuer sent back for a token.
 * @returns the path to return to
 * @throws SignInFailedError the answer is not one that this tab asked for, or the issuer refuses
 */
export const finishSignIn = async (): Promise<string> => {
  const settings = await config()
  const answer = new URLSearchParams(location.search)
  const key = PENDING + answer.get('state')
  const pending: { verifier: string; returnTo: string } | null = JSON.parse(
    sessionStorage.getItem(key) ?? 'null',
  )
  sessionStorage.removeItem(key)
  const code = answer.get('code')
  const from = answer.get('iss')
  if (pending === null || code === null || (from !== null && from !== settings.issuer))
    throw new SignInFailedError(answer.get('error_description') ?? 'This tab did not ask for this answer.')
  const exchanged = await fetch((await discover(settings)).token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: settings.clientId,
      redirect_uri: redirectUri(),
      ...resourceOf(settings),
      code,
      code_verifier: pending.verifier,
    }),
  })
  const token: { access_token: string; id_token?: string; expires_in: number; error?: string } =
    await exchanged.json()
  if (!exchanged.ok) throw new SignInFailedError(token.error)
  const until = Date.now() + (token.expires_in - 30) * 1000
  sessionStorage.setItem(SESSION, JSON.stringify({ token: token.access_token, until }))
  if (token.id_token !== undefined) sessionStorage.setItem(IDENTITY, token.id_token)
  sessionStorage.removeItem(LEFT)
  return ownPath(pending.returnTo)
}

/**
 * Forgets, in this tab, the session and its drafts, so that the next person finds no reasons of the one
 * before.
 */
const forgetHere = (): void => {
  sessionStorage.clear()
  sessionStorage.setItem(LEFT, 'yes')
}

/** Tells other tabs by a write to localStorage, and removes the drafts that all tabs share. */
const forgetEverywhere = (): void => {
  forgetHere()
  for (const key of Object.keys(localStorage)) if (key.startsWith(DRAFT)) localStorage.removeItem(key)
  localStorage.setItem(LEFT, String(Date.now()))
}

/** The address at which the issuer ends its own session and comes back; undefined where it has none. */
const endAt = async (identity: string | null): Promise<string | undefined> => {
  const settings = await config()
  const { end_session_endpoint: endpoint } = await discover(settings)
  if (endpoint === undefined) return undefined
  const query = new URLSearchParams({
    client_id: settings.clientId,
    post_logout_redirect_uri: `${location.origin}/`,
    ...(identity === null ? {} : { id_token_hint: identity }),
  })
  return `${endpoint}?${query}`
}

/** Signs out: here, in every other tab, and at the issuer, where it has a way. The next sign-in asks who it is. */
export const signOut = async (): Promise<void> => {
  const identity = sessionStorage.getItem(IDENTITY)
  forgetEverywhere()
  // An issuer that does not answer must not keep anyone signed in here.
  location.assign((await endAt(identity).catch(() => undefined)) ?? '/')
}

/** Forgets the session here when another tab signs out; listens as long as the page is open. */
export const followSignOut = (): void =>
  addEventListener('storage', ({ key }) => {
    if (key !== LEFT) return
    forgetHere()
    location.assign('/')
  })
