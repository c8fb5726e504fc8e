import { withCitations } from '../../rules/citations.ts'
import type { Mail } from './mail.ts'
import { platformName } from './words.ts'

/** A letter's parts: what happened, the facts, and one link with what it leads to. */
export interface Letter {
  readonly subject: string
  readonly greeting: string
  readonly paragraphs: readonly string[]
  readonly facts: readonly (readonly [label: string, value: string])[]
  readonly link: { readonly label: string; readonly url: string }
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Invisible characters and those that change the reading order, except the ones of Mongolian script. */
const UNSEEN = /(?![\n\u180E\u200C\u200D])[\p{Cc}\p{Cf}]/gu

/** A text for a letter: every line end is a line feed, and no character is invisible. */
const seen = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\r\n?|[\u0085\u2028\u2029\v\f]/gu, '\n')
    .replaceAll(UNSEEN, '')

/** A text on one line. What is on record from before may have several. */
const inOneLine = (text: string): string => seen(text).replaceAll('\n', ' ')

/** A text that someone wrote: each further line begins with `>`, so that none looks like the letter's own. */
const quoted = (text: string): string => seen(text).replaceAll('\n', '\n  > ')

/**
 * A text as HTML, in which each article of the rules that it cites leads to its page: beside the pages of the letter's
 * own link.
 */
const withArticles = (text: string, { url }: Letter['link']): string =>
  withCitations(text)
    .map(({ text: words, article }) =>
      article === undefined
        ? escapeHtml(words)
        : `<a href="${escapeHtml(`${new URL(url).origin}/articles/${article}`)}" style="color:#0958d9">${escapeHtml(words)}</a>`,
    )
    .join('')

const FOOTER = `本邮件由${platformName}自动发送，请勿直接回复。打开链接不会作出任何决定。`

const asText = (letter: Letter): string =>
  [
    inOneLine(letter.greeting),
    '',
    ...letter.paragraphs.map(inOneLine),
    '',
    ...letter.facts.map(([label, value]) => `${label}：${quoted(value)}`),
    '',
    `${letter.link.label}：`,
    letter.link.url,
    '',
    FOOTER,
  ].join('\n')

const asHtml = (letter: Letter): string => {
  const rows = letter.facts
    .map(
      ([label, value]) =>
        `<tr><th scope="row" style="text-align:left;font-weight:normal;color:#57606a;padding:6px 24px 6px 0;vertical-align:top;white-space:nowrap">${escapeHtml(label)}</th><td style="padding:6px 0;white-space:pre-line">${withArticles(seen(value), letter.link)}</td></tr>`,
    )
    .join('')
  const paragraphs = letter.paragraphs
    .map((text) => `<p style="margin:0 0 12px">${withArticles(inOneLine(text), letter.link)}</p>`)
    .join('')
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeHtml(inOneLine(letter.subject))}</title></head><body style="margin:0;background:#f4f6f9;padding:24px;font:16px/1.7 system-ui,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;color:#1f2328"><div style="max-width:560px;margin:0 auto;background:#fff;border:1px solid #d9dee5;border-radius:8px;padding:32px"><p style="margin:0 0 12px">${escapeHtml(inOneLine(letter.greeting))}</p>${paragraphs}<table role="presentation" style="border-collapse:collapse;margin:8px 0 20px">${rows}</table><p style="margin:0 0 24px"><a href="${escapeHtml(letter.link.url)}" style="display:inline-block;background:#0958d9;color:#fff;text-decoration:none;padding:10px 24px;border-radius:6px">${escapeHtml(letter.link.label)}</a></p><p style="margin:0;color:#57606a;font-size:13px">${FOOTER}</p></div></body></html>`
}

/** The letter as a message, with the same content in plain text and HTML. */
export const toMail = (letter: Letter, id: string, to: readonly string[]): Mail => ({
  id,
  to,
  subject: inOneLine(letter.subject),
  text: asText(letter),
  html: asHtml(letter),
})
