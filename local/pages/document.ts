/** Where the scripts find the issuer, and as whom they ask it. */
export interface Settings {
  /** The issuer's address, such as `http://127.0.0.1:3000/oidc`. */
  readonly issuer: string
  readonly clientId: string
  /** The resource indicator (RFC 8707) of the API: with it the access token is made for the API. */
  readonly audience: string
}

export type Language = 'zh' | 'en'

export interface Page {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
}

/** Everything comes from here, no script or style stands in a page, and nobody may frame one. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  'frame-src blob:',
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
].join('; ')

export const securityHeaders = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-cache',
} as const

/** Text as it may stand in HTML, between tags or within quotes. */
export const escapeHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

const words = {
  zh: {
    code: 'zh-CN',
    skip: '跳到主要内容',
    brand: '事业单位工作人员培训综合管理平台',
    region: '内蒙古自治区',
    nav: '主要栏目',
    my: '我的培训',
    verify: '验证证书',
    docs: '接口说明',
    script: '本页需要启用 JavaScript 才能使用。',
    foot: '本机运行的演示环境。对办理结果有异议的，可向人事综合管理部门反映。',
  },
  en: {
    code: 'en',
    skip: 'Skip to the content',
    brand: 'Training platform for public institutions',
    region: 'Inner Mongolia',
    nav: 'Main',
    my: 'My training',
    verify: 'Verify a certificate',
    docs: 'API',
    script: 'This page needs JavaScript.',
    foot: 'A demonstration that runs on this machine alone.',
  },
} as const satisfies Record<Language, Record<string, string>>

/**
 * A whole page: the same frame around each. `content` is HTML that is already escaped; where there is none, the
 * page's script builds it.
 */
export const htmlDocument = (
  settings: Settings,
  page: {
    readonly language: Language
    readonly title: string
    readonly script: string
    readonly content?: string
  },
): string => {
  const say = words[page.language]
  const content =
    page.content ??
    `<p class="loading" role="status">正在读取…</p><noscript><p class="notice">${say.script}</p></noscript>`
  return `<!doctype html>
<html lang="${say.code}" data-issuer="${escapeHtml(settings.issuer)}" data-client="${escapeHtml(settings.clientId)}" data-audience="${escapeHtml(settings.audience)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(page.title)} · ${say.brand}</title>
<link rel="icon" href="/assets/mark.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/style.css">
<script type="module" src="/assets/${page.script}"></script>
</head>
<body>
<a class="skip" href="#main">${say.skip}</a>
<header class="top"><div class="frame">
<a class="brand" href="/"><span class="region">${say.region}</span> ${say.brand}</a>
<nav aria-label="${say.nav}"><a href="/my">${say.my}</a><a href="/verify">${say.verify}</a><a href="/docs">${say.docs}</a></nav>
<div class="account" id="account"></div>
</div></header>
<main class="frame" id="main" tabindex="-1">
${content}
</main>
<footer class="frame">${say.foot}</footer>
</body>
</html>
`
}
