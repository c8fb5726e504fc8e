import { escapeHtml } from '../escape-html.ts'
import type { Message } from './inbox.ts'
import { STYLE } from './inbox-style.ts'

/** What the address asks for: the letters of one recipient, and one of them to read. */
export interface InboxView {
  readonly to: string | undefined
  readonly message: number | undefined
}

const addressOf = (view: InboxView): string => {
  const query = new URLSearchParams()
  if (view.to !== undefined) query.set('to', view.to)
  if (view.message !== undefined) query.set('message', String(view.message))
  return escapeHtml(`/local/mail${query.size > 0 ? `?${query}` : ''}`)
}

/** `2026-12-31T09:00:00.000+08:00` as `2026-12-31 09:00`: the moment is Shanghai's already. */
const moment = (at: string): string =>
  `<time datetime="${escapeHtml(at)}">${escapeHtml(at.slice(0, 16).replace('T', ' '))}</time>`

const countOf = (times: number): string => (times > 1 ? ` <span class="times">送达 ${times} 次</span>` : '')

const entry = (message: Message, view: InboxView): string => {
  const current = message.id === view.message ? ' aria-current="true"' : ''
  return `<li><a href="${addressOf({ ...view, message: message.id })}"${current}><b>${escapeHtml(message.subject)}</b>
<span>${escapeHtml(message.to.join('、'))}</span>${moment(message.at)}${countOf(message.times)}</a></li>`
}

const filter = (messages: readonly Message[], to: string | undefined): string => {
  const counts = new Map<string, number>()
  for (const recipient of messages.flatMap((message) => message.to))
    counts.set(recipient, (counts.get(recipient) ?? 0) + 1)
  const options = [...counts]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(
      ([address, count]) =>
        `<option value="${escapeHtml(address)}"${address === to ? ' selected' : ''}>${escapeHtml(address)}（${count}）</option>`,
    )
  return `<form><label for="to">收件人</label><div><select id="to" name="to"><option value="">全部（${messages.length}）</option>${options.join('')}</select><button>查看</button></div></form>`
}

/**
 * A letter is a stranger's HTML: it stands in a frame without scripts, forms or an origin of its own, inherits this
 * page's policy (so it loads nothing from outside), and its links open in a new tab.
 */
const letter = (message: Message): string =>
  message.html === ''
    ? `<pre>${escapeHtml(message.text)}</pre>`
    : `<iframe title="邮件正文" sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="${escapeHtml(`<!doctype html><base target="_blank">${message.html}`)}"></iframe>
<details><summary>纯文本</summary><pre>${escapeHtml(message.text)}</pre></details>`

const reading = (message: Message, view: InboxView): string =>
  `<article aria-labelledby="subject"><p class="back"><a href="${addressOf({ ...view, message: undefined })}">返回列表</a></p>
<h2 id="subject">${escapeHtml(message.subject)}</h2>
<dl><dt>发件人</dt><dd>${escapeHtml(message.from)}</dd><dt>收件人</dt><dd>${escapeHtml(message.to.join('、'))}</dd><dt>时间</dt><dd>${moment(message.at)}${countOf(message.times)}</dd></dl>
${letter(message)}</article>`

const NONE = '<div class="empty"><p>还没有邮件。</p><p>提交一件申请，通知就会出现在这里。</p></div>'
const NO_SUCH = '<div class="empty"><p>没有这封邮件。</p><p><a href="/local/mail">查看全部邮件</a></p></div>'

/** The inbox as a page: the newest letter first, one of them open; no scripts. */
export const inboxPage = (all: readonly Message[], view: InboxView): string => {
  const shown = all.filter((message) => view.to === undefined || message.to.includes(view.to)).reverse()
  const asked = view.message !== undefined
  const open = asked ? shown.find(({ id }) => id === view.message) : shown[0]
  const list = `<section class="list" aria-label="邮件列表">${filter(all, view.to)}<ol>${shown
    .map((message) => entry(message, { to: view.to, message: open?.id }))
    .join('')}</ol></section>`
  const content = open ? reading(open, view) : asked ? NO_SUCH : NONE
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${open && asked ? `${escapeHtml(open.subject)} · ` : ''}收件箱</title><style>${STYLE}</style></head>
<body class="${asked ? 'asked' : 'browsing'}"><a class="skip" href="#reading">跳到邮件正文</a>
<header><div><a href="/">事业单位工作人员培训综合管理平台</a></div></header>
<main><h1>收件箱</h1><p class="lead">系统发出的每一封邮件都在这里，没有寄往任何真实邮箱。</p>
<div class="panes">${all.length > 0 ? list : ''}<div class="reading" id="reading" tabindex="-1">${content}</div></div></main></body></html>
`
}
