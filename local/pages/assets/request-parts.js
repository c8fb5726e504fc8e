// @ts-check
/** What the task page and the request page show alike: lines, evidence, timeline. */
import { fetchFile } from './api.js'
import { badge, button, el, fill } from './dom.js'
import { problemNotice } from './page.js'
import * as words from './words.js'

/** @param {any} line */
const measure = (line) => {
  const days = line.halfDays === undefined ? '' : `${line.halfDays / 2} 天（${line.halfDays} 个半天）`
  return [
    days,
    line.fullTime ? '脱产' : '',
    line.makeUpFor ? `补 ${line.makeUpFor} 年` : '',
    line.forChange ? '对应岗位变动' : '',
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

/**
 * One line of a claim: hours large, the rest plain.
 * @param {any} line
 */
const lineItem = (line) => {
  const [tone, status] = words.word(words.statuses, line.status)
  const fewer = line.grantedHours !== null && line.grantedHours !== line.hours
  return el(
    'li',
    {},
    el(
      'p',
      { class: 'figure' },
      el('span', { class: 'number' }, fewer ? line.grantedHours : line.hours),
      ' 学时',
    ),
    el(
      'div',
      {},
      el(
        'p',
        { class: 'strong' },
        `${words.word(words.subjects, line.subject)} · ${words.word(words.categories, line.category)} · ${words.word(words.modes, line.mode)}`,
      ),
      el('p', {}, words.period(line.from, line.to)),
      measure(line) !== '' && el('p', { class: 'quiet' }, measure(line)),
      fewer && el('p', { class: 'quiet' }, `申报 ${line.hours} 学时，认定 ${line.grantedHours} 学时`),
      el(
        'p',
        {},
        badge(tone, status),
        line.stage ? el('span', { class: 'quiet' }, ` ${words.word(words.stages, line.stage)}`) : '',
      ),
    ),
  )
}

/** @param {any[]} lines */
export const lineList = (lines) => el('ul', { class: 'lines' }, ...lines.map(lineItem))

/**
 * The proofs: fetched with the session when someone asks for them, shown beneath the list.
 * @param {any} request
 */
export const evidenceList = (request) => {
  if (request.evidence.length === 0) return el('p', { class: 'quiet' }, '没有附件。')
  const viewer = el('div', { class: 'viewer', 'aria-live': 'polite' })
  /** @param {any} file @param {string} name */
  const open = async (file, name) => {
    fill(viewer, el('p', { class: 'loading' }, '正在读取…'))
    try {
      const { url, type } = await fetchFile(
        `/requests/${encodeURIComponent(request.id)}/evidence/${encodeURIComponent(file.id)}`,
      )
      fill(viewer, filePreview(url, type, name))
    } catch (error) {
      fill(viewer, problemNotice(error))
    }
  }
  return el(
    'div',
    {},
    el(
      'ul',
      { class: 'files' },
      ...request.evidence.map((/** @type {any} */ file, /** @type {number} */ index) => {
        const name = `证明材料 ${index + 1}`
        return el(
          'li',
          {},
          el(
            'span',
            {},
            name,
            el('span', { class: 'quiet' }, ` ${words.fileKind(file.type)}，${words.fileSize(file.size)}`),
          ),
          el(
            'button',
            {
              type: 'button',
              class: 'plain',
              'aria-label': `查看${name}`,
              onclick: () => void open(file, name),
            },
            '查看',
          ),
        )
      }),
    ),
    viewer,
  )
}

/**
 * A file as it can be shown: a picture, a PDF, or something to save.
 * @param {string} url
 * @param {string} type
 * @param {string} name
 */
export const filePreview = (url, type, name) => {
  const shown = type.startsWith('image/')
    ? el('img', { src: url, alt: name })
    : type === 'application/pdf' &&
      navigator.pdfViewerEnabled &&
      el('iframe', { src: `${url}#navpanes=0`, title: name })
  return el(
    'figure',
    {},
    shown,
    el(
      'figcaption',
      {},
      name,
      ' ',
      el('a', { href: url, target: '_blank' }, '在新窗口打开'),
      ' ',
      el('a', { href: url, download: name }, '下载'),
    ),
  )
}

const steps = /** @type {Record<string, string>} */ ({
  approve: 'good',
  credit: 'good',
  return: 'bad',
  reject: 'bad',
})

/**
 * Every act so far, and the desk that holds the request now.
 * @param {any} request
 */
export const timeline = (request) => {
  const several = request.lines.length > 1
  /** @param {any} act */
  const where = (act) =>
    [
      act.stage ? words.word(words.stages, act.stage) : '',
      several && act.line !== null ? words.word(words.subjects, request.lines[act.line]?.subject ?? '') : '',
    ]
      .filter((part) => part !== '')
      .join(' · ')
  const done = request.timeline.map((/** @type {any} */ act) =>
    el(
      'li',
      { class: steps[act.act] ?? '' },
      el(
        'p',
        {},
        el('span', { class: 'strong' }, words.word(words.acts, act.act)),
        el('span', { class: 'quiet' }, ` ${where(act)}`),
      ),
      el(
        'p',
        { class: 'quiet' },
        `${act.actorName}，`,
        el('time', { datetime: act.at }, words.moment(act.at)),
      ),
      act.grantedHours !== null && el('p', {}, `认定 ${act.grantedHours} 学时`),
      act.reason !== null && el('blockquote', {}, act.reason),
    ),
  )
  const now = request.tasks.map((/** @type {any} */ task) =>
    el(
      'li',
      { class: 'now', 'aria-current': 'step' },
      el(
        'p',
        {},
        el('span', { class: 'strong' }, '等待办理'),
        el('span', { class: 'quiet' }, ` ${where(task)}`),
      ),
      el('p', { class: 'quiet' }, `办理期限 ${words.day(task.dueOn)}`),
    ),
  )
  return el('ol', { class: 'timeline' }, ...done, ...now)
}

/**
 * A step that says what follows before it is done, with its button and a way back.
 * @param {{ title: string, follows: string, fields?: import('./dom.js').Child[], label: string, kind?: string, act: () => Promise<unknown>, back: () => void }} step
 */
export const confirmation = ({ title, follows, fields = [], label, kind = 'primary', act, back }) => {
  const fault = el('div', { role: 'alert' })
  const submit = el('button', { type: 'submit', class: `button ${kind}` }, label)
  const form = el(
    'form',
    {
      class: 'confirm',
      novalidate: true,
      onsubmit: async (event) => {
        event.preventDefault()
        fill(fault)
        submit.disabled = true
        try {
          const unfit = await act()
          if (typeof unfit === 'string') fill(fault, el('p', { class: 'fault' }, unfit))
        } catch (error) {
          fill(fault, problemNotice(error))
        }
        submit.disabled = false
      },
      onkeydown: (event) => {
        if (event instanceof KeyboardEvent && event.key === 'Escape') back()
      },
    },
    el('h3', { tabindex: '-1' }, title),
    el('p', { class: 'follows' }, follows),
    ...fields,
    fault,
    el('p', { class: 'actions' }, submit, button('先不办', back)),
  )
  return form
}
