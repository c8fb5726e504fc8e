import { readAssets } from './assets.ts'
import { htmlDocument, type Language, type Page, type Settings, securityHeaders } from './document.ts'
import { type DemoAccount, startPage, startTitle } from './start-page.ts'

export interface PagesOptions extends Settings {
  readonly accounts: readonly DemoAccount[]
}

/** The pages that a script fills; what stands after the name in the path is the script's to read. */
const scripted = [
  { path: /^\/signed-in$/, title: '正在登录', script: 'signed-in.js' },
  { path: /^\/my$/, title: '我的培训', script: 'my.js' },
  { path: /^\/request\/[^/]+$/, title: '学时申请', script: 'request.js' },
  { path: /^\/certificate\/[^/]+$/, title: '培训合格证书', script: 'certificate.js' },
  { path: /^\/docs$/, title: '接口说明', script: 'docs.js' },
] as const

/** A path that a script can take apart: its percent-encoding is whole. */
const isReadable = (path: string): boolean => {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

/** English where a browser asks for it first, or at `/en`. */
const startLanguage = (path: string, acceptLanguage: string | undefined): Language | undefined => {
  switch (path) {
    case '/':
      return /^\s*en\b/i.test(acceptLanguage ?? '') ? 'en' : 'zh'
    case '/zh':
      return 'zh'
    case '/en':
      return 'en'
    default:
      return undefined
  }
}

/**
 * The pages of the local system until the web application takes their place: static shells whose scripts ask the
 * API. The answer takes the path of a GET as it came in (still percent-encoded, without the query) and gives
 * undefined where there is no such page.
 */
export const createPages = ({ accounts, ...settings }: PagesOptions) => {
  const assets = readAssets()
  const html = (language: Language, body: string): Page => ({
    status: 200,
    headers: {
      ...securityHeaders,
      'content-type': 'text/html; charset=utf-8',
      'content-language': language === 'zh' ? 'zh-CN' : 'en',
      vary: 'accept-language',
    },
    body,
  })
  return (path: string, acceptLanguage: string | undefined): Page | undefined => {
    const asset = assets.get(path)
    if (asset) return asset
    const language = startLanguage(path, acceptLanguage)
    if (language) {
      const content = startPage(accounts, language)
      return html(
        language,
        htmlDocument(settings, { language, title: startTitle[language], script: 'start.js', content }),
      )
    }
    const page = isReadable(path) ? scripted.find((one) => one.path.test(path)) : undefined
    return (
      page && html('zh', htmlDocument(settings, { language: 'zh', title: page.title, script: page.script }))
    )
  }
}
