// @ts-check
/**
 * Builds elements. Text always becomes a text node, so that nothing that people wrote is ever read as HTML.
 *
 * @typedef {Node | string | number | false | null | undefined} Child
 */

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string | number | boolean | EventListener | undefined>} [attributes] an `on…` name takes a listener; `true` sets a bare attribute, `false` leaves it out
 * @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export const el = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value)
    else if (value === true) element.setAttribute(name, '')
    else if (value !== undefined && value !== false) element.setAttribute(name, String(value))
  }
  element.append(...texts(children.flat()))
  return element
}

/** @param {Child[]} children */
const texts = (children) =>
  children.flatMap((child) =>
    child === null || child === undefined || child === false
      ? []
      : [typeof child === 'number' ? String(child) : child],
  )

/**
 * Replaces what an element holds.
 * @param {Element} parent
 * @param {...Child} children
 */
export const fill = (parent, ...children) => parent.replaceChildren(...texts(children))

/**
 * A section of a page with its heading.
 * @param {string} heading
 * @param {...(Child | Child[])} children
 */
export const card = (heading, ...children) =>
  el('section', { class: 'card' }, el('h2', {}, heading), ...children)

/**
 * Facts as label and value; a fact without a value is left out.
 * @param {(readonly [string, Child])[]} rows
 */
export const facts = (rows) =>
  el(
    'dl',
    { class: 'facts' },
    ...rows.flatMap(([label, value]) =>
      value === null || value === undefined || value === ''
        ? []
        : [el('div', {}, el('dt', {}, label), el('dd', {}, value))],
    ),
  )

/** @typedef {'good' | 'wait' | 'bad' | 'quiet'} Tone */

const signs = /** @type {const} */ ({ good: '✓', wait: '◷', bad: '!', quiet: '–' })

/**
 * A status: always a sign and a word, never colour alone.
 * @param {Tone} tone
 * @param {string} label
 */
export const badge = (tone, label) =>
  el('span', { class: `badge ${tone}` }, el('span', { 'aria-hidden': 'true' }, signs[tone]), ` ${label}`)

/**
 * A calm message that fills the place of what cannot be shown or done, with the next step.
 * @param {{ tone?: Tone, title: string, text?: Child | Child[], next?: Child[] }} message
 */
export const notice = ({ tone = 'quiet', title, text, next = [] }) =>
  el(
    'section',
    { class: `notice ${tone}`, tabindex: '-1' },
    el('h2', {}, el('span', { class: 'sign', 'aria-hidden': 'true' }, signs[tone]), title),
    ...[text].flat().map((part) => (typeof part === 'string' ? el('p', {}, part) : part)),
    next.length > 0 && el('p', { class: 'actions' }, ...next),
  )

/**
 * @param {string} href
 * @param {string} label
 * @param {string} [kind] `primary` for the one that most people want
 */
export const linkButton = (href, label, kind = '') => el('a', { class: `button ${kind}`, href }, label)

/**
 * @param {string} label
 * @param {() => unknown} act
 * @param {string} [kind]
 */
export const button = (label, act, kind = '') =>
  el('button', { type: 'button', class: `button ${kind}`, onclick: () => void act() }, label)
