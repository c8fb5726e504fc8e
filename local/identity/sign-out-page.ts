import { createHash } from 'node:crypto'
import type { Reply } from '../../functions/platform/reply.ts'

/**
 * The reader has chosen to sign out already: the script presses the button, which stays for those without
 * scripts.
 */
const SCRIPT = `document.querySelector('button').click()`
const SCRIPT_HASH = createHash('sha256').update(SCRIPT).digest('base64')

/** The page on which the issuer ends its own session: `form` is the provider's, with its guard against other sites. */
export const signOutPage = (form: string): Reply => ({
  statusCode: 200,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': `default-src 'none'; script-src 'sha256-${SCRIPT_HASH}'; base-uri 'none'; frame-ancestors 'none'`,
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  },
  body: `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>退出登录</title></head><body>${form}<button form="op.logoutForm" name="logout" value="yes">退出登录 Sign out</button><script>${SCRIPT}</script></body></html>`,
})
