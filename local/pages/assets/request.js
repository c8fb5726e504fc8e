// @ts-check
import { get, post } from './api.js'
import { claimForm } from './claim-form.js'
import { badge, button, card, el, facts, fill, linkButton, notice } from './dom.js'
import { main, problemNotice, runSignedIn, show, subject } from './page.js'
import { confirmation, evidenceList, lineList, timeline } from './request-parts.js'
import * as words from './words.js'

/** @typedef {import('./page.js').Me} Me */

/**
 * A submitter may take a request back until the first decision of its round, or after a return.
 * @param {any} request
 */
const mayWithdraw = (request) => {
  if (request.status === 'returned') return true
  const acts = request.timeline.map((/** @type {any} */ { act }) => act)
  const round = acts.slice(Math.max(acts.lastIndexOf('submit'), acts.lastIndexOf('resubmit')))
  return (
    request.status === 'in_review' &&
    !round.some((/** @type {string} */ act) => ['approve', 'return', 'reject'].includes(act))
  )
}

/** @param {any} request */
const holderText = (request) => {
  if (request.status === 'returned') return '申请人（请修改后重新提交）'
  if (request.holder) return `${request.holder.name}，${words.word(words.stages, request.holder.role)}`
  return request.status === 'in_review' ? '系统正在转送下一环节' : null
}

/**
 * Why the request came back, above all else.
 * @param {any} request
 */
const returnReason = (request) => {
  const last = request.timeline.findLast((/** @type {any} */ { act }) => act === 'return')
  return request.status === 'returned' && last
    ? notice({
        tone: 'bad',
        title: '申请被退回，请修改后重新提交',
        text: [`${last.actorName} 写道：`, el('blockquote', {}, last.reason ?? '')],
      })
    : false
}

/**
 * What the reader may do with the request.
 * @param {any} request
 * @param {Me} me
 * @param {HTMLElement} place
 */
const actions = (request, me, place) => {
  const submitted = request.submittedBy === me.id
  const concerned = submitted || request.staffId === me.staffId
  const desk = el('section', { class: 'card decide', 'aria-label': '可以做的事' })

  /** @param {any} task */
  const remind = async (task) => {
    try {
      await post(`/tasks/${encodeURIComponent(task.id)}/remind`)
      await refresh('已催办，办理部门会收到邮件。明天可以再次催办。')
    } catch (error) {
      show(place, problemNotice(error))
    }
  }
  /** @param {string} said */
  const refresh = async (said) => {
    showRequest(await get(`/requests/${encodeURIComponent(request.id)}`), me, place)
    show(place, notice({ tone: 'good', title: said }))
  }
  const withdrawStep = () => {
    const step = confirmation({
      title: '确认撤回申请',
      follows: '办理部门将不再办理这件申请。证明材料可以用于新的申请；已经认定的学时不受影响。',
      label: '确认撤回',
      kind: 'danger-solid',
      act: async () => {
        await post(`/requests/${encodeURIComponent(request.id)}/withdraw`)
        await refresh('已撤回。')
      },
      back: offer,
    })
    fill(desk, step)
    step.querySelector('h3')?.focus()
  }
  const resubmitStep = () => {
    fill(
      desk,
      el('h2', {}, '修改后重新提交'),
      claimForm({
        staffId: request.staffId,
        before: request,
        send: (claim) => post(`/requests/${encodeURIComponent(request.id)}/resubmit`, claim),
        sent: () => refresh('已重新提交，从单位登记重新开始办理。'),
      }),
    )
    desk.querySelector('input')?.focus()
  }
  const offer = () =>
    fill(
      desk,
      el(
        'p',
        { class: 'actions' },
        submitted && request.status === 'returned' && button('修改后重新提交', resubmitStep, 'primary'),
        ...(concerned
          ? request.tasks.map((/** @type {any} */ task) =>
              button(
                `催办${words.word(words.stages, task.stage)}${task.line !== null && request.lines.length > 1 ? `（${words.word(words.subjects, request.lines[task.line]?.subject)}）` : ''}`,
                () => remind(task),
              ),
            )
          : request.tasks.map((/** @type {any} */ task) =>
              linkButton(
                `/task/${encodeURIComponent(task.id)}`,
                `打开办理页：${words.word(words.stages, task.stage)}`,
                'primary',
              ),
            )),
        submitted && mayWithdraw(request) && button('撤回申请', withdrawStep, 'danger'),
        button('打印', () => window.print()),
      ),
    )
  offer()
  return desk
}

/**
 * @param {any} request
 * @param {Me} me
 * @param {HTMLElement} place
 */
const showRequest = (request, me, place) => {
  const [tone, status] = words.word(words.statuses, request.status)
  fill(place)
  fill(
    main,
    el(
      'header',
      { class: 'title' },
      el('p', { class: 'eyebrow' }, '学时认定申请'),
      el('h1', {}, request.title),
      el('p', {}, el('span', { class: 'strong' }, request.staffName), `，${request.institution}`),
      el('p', {}, badge(tone, status)),
    ),
    place,
    returnReason(request),
    card(
      '进度',
      facts([
        ['现在由谁办理', holderText(request)],
        ['办理期限', request.tasks.map((/** @type {any} */ { dueOn }) => words.day(dueOn)).join('、')],
      ]),
      timeline(request),
    ),
    actions(request, me, place),
    card('申报内容', lineList(request.lines)),
    card(
      '申请信息',
      facts([
        ['举办机构', request.provider],
        ['结业证书编号', request.certificateNo],
        ['提交时间', words.moment(request.submittedAt)],
        ['第几次提交', request.round > 1 ? `第 ${request.round} 次` : null],
        ['申请编号', el('code', {}, request.id)],
      ]),
    ),
    card('证明材料', evidenceList(request)),
  )
}

await runSignedIn(async (me) => {
  const request = await get(`/requests/${encodeURIComponent(subject())}`)
  document.title = `${request.title} · ${document.title}`
  showRequest(request, me, el('div', { 'aria-live': 'polite' }))
})
