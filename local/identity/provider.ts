import type { IncomingMessage, ServerResponse } from 'node:http'
import Provider, { type Adapter } from 'oidc-provider'
import { bodyOf, sendReply } from '../send.ts'
import type { IdentityKeys } from './keys.ts'
import { isLogin } from './login.ts'
import { type DemoAccount, signInPage } from './sign-in-page.ts'
import { signOutPage } from './sign-out-page.ts'
import { AUDIENCE } from './tokens.ts'

const HOUR = 3600

const configure = (issuer: string, keys: IdentityKeys, store: (model: string) => Adapter): Provider => {
  const origin = new URL(issuer).origin
  return new Provider(issuer, {
    adapter: store,
    clients: [
      {
        client_id: 'web',
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code'],
        response_types: ['code'],
        redirect_uris: [`${origin}/signed-in`],
        post_logout_redirect_uris: [`${origin}/`],
      },
    ],
    jwks: { keys: [keys.signing] },
    cookies: { keys: [keys.cookie] },
    pkce: { required: () => true },
    responseTypes: ['code'],
    scopes: ['openid'],
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    renderError: (context, out) => {
      context.type = 'json'
      context.body = out
    },
    ttl: {
      AccessToken: HOUR,
      AuthorizationCode: 60,
      IdToken: HOUR,
      Interaction: HOUR,
      Session: 12 * HOUR,
      Grant: 12 * HOUR,
    },
    findAccount: (_, id) => (isLogin(id) ? { accountId: id, claims: () => ({ sub: id }) } : undefined),
    // Grants the scopes without asking for consent.
    loadExistingGrant: async (context) => {
      const { client, session, params } = context.oidc
      if (!client || !session?.accountId) return undefined
      const grant = new context.oidc.provider.Grant({
        clientId: client.clientId,
        accountId: session.accountId,
      })
      grant.addOIDCScope('openid')
      if (params?.resource !== undefined) grant.addResourceScope(AUDIENCE, 'openid')
      await grant.save()
      return grant
    },
    interactions: { url: (_, interaction) => `/oidc/sign-in/${interaction.uid}` },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context, form) => {
          const { headers = {}, body = '' } = signOutPage(form)
          for (const [name, value] of Object.entries(headers)) context.set(name, String(value))
          context.body = body
        },
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => AUDIENCE,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: 'openid',
          audience: AUDIENCE,
          accessTokenTTL: HOUR,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
  })
}

/**
 * The OpenID provider of this machine, mounted at `/oidc`: authorization code with PKCE, and a page that lists the
 * demo accounts, and takes any other login, in place of passwords. Never deployed.
 */
export const openIdentity = (
  issuer: string,
  keys: IdentityKeys,
  accounts: readonly DemoAccount[],
  store: (model: string) => Adapter,
) => {
  const provider = configure(issuer, keys, store)
  const serve = provider.callback()

  const signIn = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method === 'POST') {
      const form = new URLSearchParams(String((await bodyOf(request, 4096)) ?? ''))
      const accountId = (form.get('login') || form.get('account') || '').trim()
      if (isLogin(accountId))
        return provider.interactionFinished(
          request,
          response,
          { login: { accountId } },
          { mergeWithLastSubmission: false },
        )
    }
    const { params } = await provider.interactionDetails(request, response)
    sendReply(response, signInPage(accounts, String(params.login_hint ?? '')))
  }

  return async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    if (url.pathname.startsWith('/oidc/sign-in/')) {
      try {
        await signIn(request, response)
      } catch {
        // The sign-in expired or belongs to another browser: it begins again.
        response.writeHead(303, { location: '/' }).end()
      }
      return
    }
    // The provider makes its addresses from the path that it is mounted at.
    Object.assign(request, { originalUrl: request.url, url: request.url?.slice('/oidc'.length) || '/' })
    await serve(request, response)
  }
}
