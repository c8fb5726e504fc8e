// @ts-check
/**
 * Signing in by OpenID Connect: authorization code with PKCE (RFC 7636), straight from the browser. The token
 * stays in this tab's sessionStorage and goes to this origin's API alone.
 */

const SESSION = 'session'
const PENDING = 'sign-in '
const LEFT = 'signed-out'

const settings = () => {
  const { issuer = '', client = '', audience = '' } = document.documentElement.dataset
  return { issuer, client, audience, redirectUri: `${location.origin}/signed-in` }
}

/** @param {Uint8Array} bytes */
const base64url = (bytes) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

const random = () => base64url(crypto.getRandomValues(new Uint8Array(32)))

/**
 * The S256 challenge of a verifier.
 * @param {string} verifier
 */
export const challengeOf = async (verifier) =>
  base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))))

/**
 * A place of ours to go back to: a path, never another site's address.
 * @param {unknown} place
 */
export const ownPath = (place) =>
  typeof place === 'string' && /^\/(?![/\\])/.test(place) && !place.startsWith('/signed-in') ? place : '/my'

/** @param {string} issuer */
const discover = async (issuer) => {
  const answer = await fetch(`${issuer}/.well-known/openid-configuration`)
  if (!answer.ok) throw new Error('The issuer does not answer.')
  return answer.json()
}

/** The access token, while it lasts. */
export const accessToken = () => {
  const kept = JSON.parse(sessionStorage.getItem(SESSION) ?? 'null')
  return kept !== null && kept.until > Date.now() ? /** @type {string} */ (kept.token) : undefined
}

/** The session has run out, or the API no longer takes it. */
export const dropSession = () => sessionStorage.removeItem(SESSION)

/**
 * Leaves for the sign-in page, to come back to where the person was.
 * @param {{ account?: string, another?: boolean, returnTo?: string }} [wish] `another`: ask who it is, whoever is signed in at the issuer
 */
export const signIn = async ({
  account,
  another = false,
  returnTo = location.pathname + location.search,
} = {}) => {
  const { issuer, client, audience, redirectUri } = settings()
  if (new URL(issuer).origin !== location.origin) {
    // The redirect address is registered for one origin: `localhost` goes on as `127.0.0.1`.
    location.assign(new URL(returnTo, issuer).href)
    return
  }
  const { authorization_endpoint } = await discover(issuer)
  const state = random()
  const verifier = random()
  sessionStorage.setItem(PENDING + state, JSON.stringify({ verifier, returnTo: ownPath(returnTo) }))
  const anew = another || account !== undefined || sessionStorage.getItem(LEFT) !== null
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: client,
    redirect_uri: redirectUri,
    scope: 'openid',
    resource: audience,
    state,
    code_challenge: await challengeOf(verifier),
    code_challenge_method: 'S256',
    ...(anew ? { prompt: 'login' } : {}),
    ...(account === undefined ? {} : { login_hint: account }),
  })
  location.assign(`${authorization_endpoint}?${query}`)
}

/**
 * Takes the code that the issuer sent back for a token.
 * @returns {Promise<string>} the path to return to
 * @throws where the answer is not one that this tab asked for
 */
export const finishSignIn = async () => {
  const { issuer, client, audience, redirectUri } = settings()
  const answer = new URLSearchParams(location.search)
  const key = PENDING + answer.get('state')
  const pending = JSON.parse(sessionStorage.getItem(key) ?? 'null')
  sessionStorage.removeItem(key)
  const code = answer.get('code')
  const from = answer.get('iss')
  if (pending === null || code === null || (from !== null && from !== issuer))
    throw new Error(answer.get('error_description') ?? 'This tab did not ask for this answer.')
  const { token_endpoint } = await discover(issuer)
  const exchanged = await fetch(token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: client,
      redirect_uri: redirectUri,
      resource: audience,
      code,
      code_verifier: pending.verifier,
    }),
  })
  const token = await exchanged.json()
  if (!exchanged.ok) throw new Error(token.error_description ?? token.error)
  const until = Date.now() + (token.expires_in - 30) * 1000
  sessionStorage.setItem(SESSION, JSON.stringify({ token: token.access_token, until }))
  sessionStorage.removeItem(LEFT)
  return ownPath(pending.returnTo)
}

/** Forgets the session here; the next sign-in asks who it is. */
export const signOut = () => {
  dropSession()
  sessionStorage.setItem(LEFT, 'yes')
  location.assign('/')
}
