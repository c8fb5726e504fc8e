// @ts-check
import { get, Problem } from './api.js'
import { el, facts, fill, linkButton, notice } from './dom.js'
import { main, problemNotice, runPage, show, subject } from './page.js'
import * as words from './words.js'

/** @param {string} code */
const normal = (code) => code.toUpperCase().replaceAll(/[\s\-－—]/g, '')

const said = {
  valid: {
    tone: /** @type {const} */ ('good'),
    title: '证书有效',
    text: '请核对下列内容与证书上印的是否一致。',
  },
  revoked: {
    tone: /** @type {const} */ ('bad'),
    title: '证书已撤销',
    text: '这张证书曾经发出，现已撤销，不能再作为凭证。',
  },
  corrected: {
    tone: /** @type {const} */ ('wait'),
    title: '证书已更正',
    text: '这张证书的内容已经更正，证书编号继续有效。下列内容是更正后的，与纸面不一致的，以此为准。',
  },
}

/** @param {any} found */
const result = (found) => {
  const message = said[/** @type {keyof typeof said} */ (found.status)]
  return notice({
    ...message,
    text: [
      message.text,
      facts([
        ['证书', words.word(words.certificateKinds, found.kind)],
        ['证书编号', el('code', {}, found.number)],
        ['姓名', found.name],
        ['所在单位', found.institution],
        ['年度', `${found.year} 年`],
        ['公共科目', `${found.hours.public} 学时`],
        ['专业科目', `${found.hours.professional} 学时`],
        ['合计', `${found.hours.total} 学时`],
        ['发证日期', words.day(found.issuedOn)],
        [found.status === 'revoked' ? '撤销日期' : '更正日期', found.changedOn && words.day(found.changedOn)],
      ]),
    ],
  })
}

const notFound = () =>
  notice({
    title: '没有找到这个验证码',
    text: '请对照证书逐位核对。验证码里没有数字 0、1 和字母 O、I。仍找不到的，请向发证的人事综合管理部门核实。',
    next: [linkButton('/verify', '重新输入')],
  })

await runPage({ session: 'optional' }, async () => {
  const asked = subject() || (new URLSearchParams(location.search).get('code') ?? '')
  const place = el('div', { 'aria-live': 'polite' })
  const input = el('input', {
    id: 'code',
    name: 'code',
    value: asked,
    autocomplete: 'off',
    autocapitalize: 'characters',
    spellcheck: 'false',
    maxlength: 60,
    required: true,
    'aria-describedby': 'code-hint',
  })
  /** @param {string} code */
  const check = async (code) => {
    fill(place, el('p', { class: 'loading' }, '正在验证…'))
    try {
      show(place, result(await get(`/verify/${encodeURIComponent(normal(code))}`)))
    } catch (error) {
      show(
        place,
        error instanceof Problem && [400, 404].includes(error.status) ? notFound() : problemNotice(error),
      )
    }
  }
  const form = el(
    'form',
    {
      class: 'inline large',
      onsubmit: (event) => {
        event.preventDefault()
        history.replaceState(null, '', `/verify/${encodeURIComponent(normal(input.value))}`)
        void check(input.value)
      },
    },
    el('label', { for: 'code' }, '验证码'),
    input,
    el('button', { type: 'submit', class: 'button primary' }, '验证'),
  )
  fill(
    main,
    el(
      'header',
      { class: 'title' },
      el('h1', {}, '验证培训合格证书'),
      el(
        'p',
        { class: 'quiet', id: 'code-hint' },
        '输入证书上的验证码，大小写、连字符都不要紧。也可以扫证书上的二维码。',
      ),
    ),
    form,
    place,
  )
  if (asked !== '') await check(asked)
  else input.focus()
})
