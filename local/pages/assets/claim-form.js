// @ts-check
/** The form by which training is claimed, anew or after a return. */
import { Problem, upload } from './api.js'
import { button, el, fill } from './dom.js'
import { problemNotice } from './page.js'
import * as words from './words.js'

/**
 * @param {string} id
 * @param {string} label
 * @param {HTMLElement} control
 * @param {string} [hint]
 */
const field = (id, label, control, hint) => {
  control.id = id
  control.setAttribute('aria-describedby', `${id}-hint ${id}-fault`)
  return el(
    'div',
    { class: 'field' },
    el('label', { for: id }, label),
    control,
    el('p', { class: 'hint', id: `${id}-hint` }, hint ?? ''),
    el('p', { class: 'fault', id: `${id}-fault` }),
  )
}

/**
 * @param {Record<string, string>} options
 * @param {string | undefined} chosen
 */
const select = (options, chosen) =>
  el(
    'select',
    {},
    ...Object.entries(options).map(([value, label]) =>
      el('option', { value, selected: value === chosen }, label),
    ),
  )

/** @param {string} value @param {Record<string, string | number | boolean>} [attributes] */
const input = (value, attributes = {}) => el('input', { value, ...attributes })

/**
 * One line: one training in one subject.
 * @param {number} index
 * @param {any} before
 */
const lineFields = (index, before) => {
  const id = (/** @type {string} */ name) => `lines-${index}-${name}`
  const subject = select(words.subjects, before?.subject)
  const category = select(words.categories, before?.category)
  const mode = select(words.modes, before?.mode)
  const from = input(before?.from ?? '', { type: 'date', required: true })
  const to = input(before?.to ?? '', { type: 'date', required: true })
  const halfDays = input(before?.halfDays ?? '', { type: 'number', min: 1, step: 1, inputmode: 'numeric' })
  const hours = input(before?.mode === 'online' ? before.hours : '', {
    type: 'number',
    min: 0.1,
    step: 0.1,
    inputmode: 'decimal',
  })
  const fullTime = el('input', { type: 'checkbox', id: id('fullTime'), checked: before?.fullTime === true })
  const offline = el(
    'div',
    {},
    field(id('halfDays'), '培训了几个半天', halfDays, '每个半天 4 学时。报到而没有培训的日子不算。'),
    el('p', { class: 'check' }, fullTime, el('label', { for: id('fullTime') }, '脱产培训')),
  )
  const online = field(id('hours'), '学时', hours, '以培训机构出具的证明为准，最多一位小数。')
  const measures = el('div', {})
  const showMeasure = () => fill(measures, mode.value === 'offline' ? offline : online)
  mode.addEventListener('change', showMeasure)
  const countHours = () => {
    const count = Number(halfDays.value)
    const hint = offline.querySelector('.hint')
    if (hint)
      hint.textContent =
        count > 0
          ? `合 ${count * 4} 学时（每个半天 4 学时）。`
          : '每个半天 4 学时。报到而没有培训的日子不算。'
  }
  halfDays.addEventListener('input', countHours)
  showMeasure()
  return {
    element: el(
      'fieldset',
      // What a desk has before it, or has decided, is not changed under it.
      { disabled: before !== undefined && before.status !== 'returned' },
      el(
        'legend',
        {},
        `第 ${index + 1} 项培训${before !== undefined && before.status !== 'returned' ? '（未被退回，不能修改）' : ''}`,
      ),
      el(
        'div',
        { class: 'columns' },
        field(id('subject'), '科目', subject),
        field(id('category'), '类别', category),
        field(id('mode'), '方式', mode),
        field(id('from'), '开始日期', from),
        field(id('to'), '结束日期', to, '跨年的培训请按年分成两项。'),
        measures,
      ),
      el('p', { class: 'fault', id: `lines-${index}-fault` }),
    ),
    read: () => ({
      subject: subject.value,
      category: category.value,
      mode: mode.value,
      from: from.value,
      to: to.value,
      ...(mode.value === 'offline'
        ? { halfDays: Number(halfDays.value), ...(fullTime.checked ? { fullTime: true } : {}) }
        : { hours: Number(hours.value) }),
      // What the form does not ask for is kept as it was.
      ...(before?.forChange === undefined ? {} : { forChange: before.forChange }),
      ...(before?.makeUpFor === undefined ? {} : { makeUpFor: before.makeUpFor }),
    }),
  }
}

/**
 * The proofs: each is sent when it is chosen, so that a large file does not hold up the form.
 * @param {any[]} before
 */
const evidenceField = (before) => {
  /** @type {{ id: string, name: string }[]} */
  const kept = before.map(({ id }, index) => ({ id, name: `原有材料 ${index + 1}` }))
  const list = el('ul', { class: 'files' })
  const status = el('p', { class: 'hint', role: 'status' })
  const chooser = el('input', { type: 'file', multiple: true, accept: '.pdf,.png,.jpg,.jpeg' })
  const showKept = () =>
    fill(
      list,
      ...kept.map((file, index) =>
        el(
          'li',
          {},
          el('span', {}, el('span', { 'aria-hidden': 'true' }, '✓ '), file.name),
          el(
            'button',
            {
              type: 'button',
              class: 'plain',
              'aria-label': `移除 ${file.name}`,
              onclick: () => {
                kept.splice(index, 1)
                showKept()
                chooser.focus()
              },
            },
            '移除',
          ),
        ),
      ),
    )
  const take = async () => {
    const fault = element.querySelector('.fault')
    if (fault) fault.textContent = ''
    chooser.removeAttribute('aria-invalid')
    for (const file of chooser.files ?? []) {
      status.textContent = `正在上传 ${file.name}…`
      try {
        kept.push({ id: (await upload(file)).id, name: file.name })
        status.textContent = `${file.name} 已上传。`
      } catch (error) {
        status.textContent = ''
        if (fault)
          fault.textContent = `${file.name} 没有上传成功：${error instanceof Problem ? error.message : '请重试。'}`
      }
    }
    chooser.value = ''
    showKept()
  }
  chooser.addEventListener('change', () => void take())
  showKept()
  const element = field(
    'evidence',
    '证明材料',
    chooser,
    '结业证书、通知等，PDF、PNG 或 JPEG，每份不超过 10 MB。',
  )
  element.append(status, list)
  return { element, read: () => kept.map(({ id }) => id) }
}

/**
 * The field that a pointer of the API names; the line or the whole form where the form has no such field.
 * @param {HTMLElement} form
 * @param {string} pointer such as `/lines/0/halfDays`
 */
const fieldAt = (form, pointer) => {
  for (let parts = pointer.slice(1).split('/'); parts.length > 0; parts = parts.slice(0, -1)) {
    const id = parts.join('-')
    const fault = form.querySelector(`#${CSS.escape(id)}-fault`)
    if (fault) return { id, fault, control: form.querySelector(`#${CSS.escape(id)}`) }
  }
  return undefined
}

/**
 * What a field is called, with its line where there are several.
 * @param {HTMLElement} form
 * @param {string} id
 */
const nameOf = (form, id) => {
  const line = /^lines-(\d+)/.exec(id)?.[1]
  const label = form.querySelector(`label[for="${CSS.escape(id)}"]`)?.textContent?.replace('（选填）', '')
  const where = line === undefined ? '' : `第 ${Number(line) + 1} 项培训`
  return [where, label].filter(Boolean).join('，').concat('：')
}

/**
 * Every fault at once: at its field, and in a summary that leads there.
 * @param {HTMLElement} form
 * @param {HTMLElement} place
 * @param {Problem} problem
 */
const showFaults = (form, place, problem) => {
  const entries = problem.errors.map(({ pointer, detail }) => {
    const at = fieldAt(form, pointer)
    if (at) {
      at.fault.textContent = [at.fault.textContent, detail].filter((text) => text !== '').join(' ')
      at.control?.setAttribute('aria-invalid', 'true')
    }
    const named = `${at ? nameOf(form, at.id) : ''}${detail}`
    return el('li', {}, at?.control ? el('a', { href: `#${at.id}` }, named) : named)
  })
  const usedBy = problem.document.usedBy
  const summary = el(
    'section',
    { class: 'notice bad', tabindex: '-1' },
    el('h3', {}, problem.message, problem.article ? `（${words.articleText(problem.article)}）` : ''),
    entries.length > 0 && el('ul', {}, ...entries),
    usedBy &&
      el(
        'p',
        {},
        `该材料已于 ${words.day(usedBy.claimedOn)} 用于`,
        el('a', { href: `/request/${encodeURIComponent(usedBy.requestId)}` }, '另一件申请'),
        '。',
      ),
  )
  fill(place, summary)
  summary.focus()
}

/**
 * @param {{ staffId: string, forOthers?: boolean, before?: any, send: (claim: unknown, key: string) => Promise<any>, sent: (answer: any) => unknown }} options `forOthers`: the form asks for whom the claim is
 */
export const claimForm = ({ staffId, forOthers = false, before, send, sent }) => {
  const person = input(staffId, { required: true, autocomplete: 'off' })
  const title = input(before?.title ?? '', { required: true, maxlength: 200 })
  const provider = input(before?.provider ?? '', { maxlength: 200 })
  const certificateNo = input(before?.certificateNo ?? '', { maxlength: 100 })
  const lines = (before?.lines ?? [undefined]).map((/** @type {any} */ line, /** @type {number} */ index) =>
    lineFields(index, line),
  )
  const lineHolder = el('div', {}, ...lines.map((/** @type {any} */ { element }) => element))
  const evidence = evidenceField(before?.evidence ?? [])
  const summary = el('div', { 'aria-live': 'polite' })
  const submit = el('button', { type: 'submit', class: 'button primary' }, before ? '重新提交' : '提交申请')
  const more = button('再加一项', () => {
    const line = lineFields(lines.length, undefined)
    lines.push(line)
    lineHolder.append(line.element)
    line.element.querySelector('select')?.focus()
    more.hidden = lines.length >= 10
  })
  // A repeat of the same content names the same request; changed content is another one.
  let last = { content: '', key: '' }

  const submitClaim = async () => {
    const optional = (/** @type {string} */ name, /** @type {string} */ value) =>
      value.trim() === '' ? {} : { [name]: value.trim() }
    const claim = {
      type: 'recognition',
      staffId: person.value.trim(),
      title: title.value.trim(),
      ...optional('provider', provider.value),
      ...optional('certificateNo', certificateNo.value),
      lines: lines.map((/** @type {any} */ line) => line.read()),
      evidence: evidence.read(),
    }
    const content = JSON.stringify(claim)
    if (last.content !== content) last = { content, key: crypto.randomUUID() }
    for (const fault of form.querySelectorAll('.fault')) fault.textContent = ''
    for (const control of form.querySelectorAll('[aria-invalid]')) control.removeAttribute('aria-invalid')
    fill(summary)
    submit.disabled = true
    try {
      await sent(await send(claim, last.key))
    } catch (error) {
      if (error instanceof Problem && error.status !== 401) showFaults(form, summary, error)
      else fill(summary, problemNotice(error))
    }
    submit.disabled = false
  }
  const form = el(
    'form',
    {
      class: 'claim',
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault()
        void submitClaim()
      },
    },
    summary,
    forOthers && field('staffId', '为谁申报（人员账号）', person, '本人，或本单位人员。'),
    field('title', '培训名称', title),
    el(
      'div',
      { class: 'columns' },
      field('provider', '举办机构（选填）', provider),
      field('certificateNo', '结业证书编号（选填）', certificateNo),
    ),
    lineHolder,
    // A return is answered line by line: none may be added.
    !before && el('p', { class: 'add' }, more),
    evidence.element,
    el('p', { class: 'actions' }, submit),
  )
  return form
}
