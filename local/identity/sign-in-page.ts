import { createHash } from 'node:crypto'
import type { Reply } from '../../functions/platform/reply.ts'
import { escapeHtml } from '../escape-html.ts'

export interface DemoAccount {
  readonly id: string
  readonly name: string
  /** Who this is, in a line. */
  readonly title: string
}

const STYLE = `
:root{color-scheme:light;--accent:#0958d9;--line:#d9dee5;--quiet:#57606a}
*{box-sizing:border-box}
body{margin:0;background:#f4f6f9;color:#1f2328;font:16px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
main{max-width:720px;margin:0 auto;padding:48px 20px 64px}
h1{font-size:26px;margin:0 0 8px}
p{margin:0 0 24px;color:var(--quiet)}
form.accounts{display:grid;gap:10px;grid-template-columns:repeat(auto-fill,minmax(300px,1fr))}
button{display:grid;grid-template-columns:1fr auto;gap:0 12px;align-content:start;align-items:baseline;width:100%;text-align:left;background:#fff;border:1px solid var(--line);border-radius:8px;padding:14px 16px;font:inherit;color:inherit;cursor:pointer}
button:hover{border-color:var(--accent)}
button:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
button.hinted{border-color:var(--accent);box-shadow:inset 3px 0 0 var(--accent)}
b{font-weight:600}
form.other{display:flex;flex-wrap:wrap;gap:10px;align-items:end;margin-top:32px;padding-top:24px;border-top:1px solid var(--line)}
form.other label{display:grid;gap:4px;flex:1 1 260px}
form.other input{font:inherit;padding:10px 12px;border:1px solid #8a94a3;border-radius:8px;width:100%}
form.other button{width:auto;background:var(--accent);border-color:var(--accent);color:#fff;padding:11px 24px}
form.other p{margin:0;flex:1 1 100%;font-size:14px}
input:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
code{order:1;color:var(--quiet);font-size:13px}
span{order:2;grid-column:1/-1;color:var(--quiet);font-size:14px}
`
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')

const button = ({ id, name, title }: DemoAccount, hinted: boolean): string =>
  `<button name="account" value="${escapeHtml(id)}"${hinted ? ' class="hinted" autofocus' : ''}><code>${escapeHtml(id)}</code><b>${escapeHtml(name)}</b><span>${escapeHtml(title)}</span></button>`

/** The page that stands where others ask for a password: the demo accounts, each a button, and a field for any login. */
export const signInPage = (accounts: readonly DemoAccount[], hint: string): Reply => ({
  statusCode: 200,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  },
  body: `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>选择账号登录</title><style>${STYLE}</style></head><body><main><h1>选择账号登录</h1><p>本机演示系统，不需要密码。正式部署时由单位的统一身份认证登录。</p>${accounts.length === 0 ? '' : `<form class="accounts" method="post">${accounts.map((account) => button(account, account.id === hint)).join('')}</form>`}<form class="other" method="post"><label>其他登录名 Another login<input name="login" required maxlength="100" autocomplete="username" autocapitalize="none" spellcheck="false"${accounts.length === 0 ? ' autofocus' : ''}></label><button>登录 Sign in</button><p>任何登录名都可以，例如 new.person：还没有绑定账号的，要先打开邀请邮件里的链接。 Any name will do; one that is bound to no account needs an invitation first.</p></form></main></body></html>`,
})
