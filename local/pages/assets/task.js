// @ts-check
import { get, Problem, post } from './api.js'
import { badge, button, card, el, facts, fill, linkButton, notice } from './dom.js'
import { main, runSignedIn, show, subject } from './page.js'
import { confirmation, evidenceList, lineList, timeline } from './request-parts.js'
import { signIn } from './session.js'
import * as words from './words.js'

/** @typedef {'approve' | 'return' | 'reject'} Decision */

/**
 * What each decision is called at a desk, and what follows from it.
 * @param {any} task
 * @returns {Record<Decision, { label: string, title: string, follows: string, done: string }>}
 */
const decisionsAt = (task) => {
  const registers = task.stage === 'institution'
  const next = {
    institution: '申请将转到主管部门或人事综合管理部门认定。',
    department: '申请将转到人事综合管理部门核定。',
    authority: '学时将计入本人的培训台账；达到规定学时的，合格证书自动生成。',
  }[/** @type {'institution' | 'department' | 'authority'} */ (task.stage)]
  return {
    approve: {
      label: registers ? '同意登记' : '同意认定',
      title: registers ? '确认同意登记' : '确认同意认定',
      follows: `${registers ? '同意表示您已核实培训事实和证明材料。' : ''}${next}`,
      done: `已同意。${next}`,
    },
    return: {
      label: '退回修改',
      title: '确认退回修改',
      follows: '申请人会收到您写的理由，修改后可以重新提交，从单位登记重新开始。',
      done: '已退回。申请人会收到您写的理由，修改后可以重新提交。',
    },
    reject: {
      label: registers ? '不予登记' : '不予认定',
      title: registers ? '确认不予登记' : '确认不予认定',
      follows: '这项申报到此结束，不计学时。申请人会收到您写的理由。',
      done: '已作出不予认定的决定。申请人会收到您写的理由。',
    },
  }
}

/**
 * Someone has decided before.
 * @param {string} name
 * @param {string} at
 * @param {string} decision
 * @param {string | null} reason
 * @param {string} requestId
 */
const handledNotice = (name, at, decision, reason, requestId) =>
  notice({
    tone: 'good',
    title: '这件事项已经办理',
    text: [
      `${name} 已于 ${words.moment(at)} 作出决定：${words.word(words.acts, decision)}。您不需要再做什么。`,
      reason ? el('blockquote', {}, reason) : '',
    ],
    next: [
      linkButton('/my', '回到待办', 'primary'),
      linkButton(`/request/${encodeURIComponent(requestId)}`, '查看申请进度'),
    ],
  })

/** @param {string} requestId */
const withdrawnNotice = (requestId) =>
  notice({
    title: '申请人已撤回',
    text: '申请人撤回了这件申请，不需要再办理。',
    next: [
      linkButton('/my', '回到待办', 'primary'),
      linkButton(`/request/${encodeURIComponent(requestId)}`, '查看申请'),
    ],
  })

/**
 * @param {any} task
 * @param {import('./page.js').Me} me
 */
const notYoursNotice = (task, me) => {
  const own = task.request.staffId === me.staffId || task.request.submittedBy === me.id
  return notice({
    tone: 'wait',
    title: own ? '不能办理自己的申请' : '这件事项不由当前账号办理',
    text: own
      ? '这是您本人的申请，或由您代为提交。按规定请由本部门其他人员办理（第38条）。'
      : `您登录的是“${me.name}”。这件事项由${words.word(words.stages, task.stage)}环节的人员办理。`,
    next: [
      button('换个账号登录', () => signIn({ another: true }), 'primary'),
      linkButton(`/request/${encodeURIComponent(task.requestId)}`, '查看申请进度'),
    ],
  })
}

/**
 * The lines that this desk decides on.
 * @param {any} task
 */
const linesOf = (task) =>
  task.line === null
    ? task.request.lines.filter(
        (/** @type {any} */ line) => line.status === 'in_review' || task.status !== 'open',
      )
    : [task.request.lines[task.line]]

/**
 * What a person typed stays with the tab, should the session run out before it is sent.
 * @param {string} key
 * @param {HTMLInputElement | HTMLTextAreaElement} field
 */
const keepDraft = (key, field) => {
  field.value = sessionStorage.getItem(key) ?? field.value
  field.addEventListener('input', () => sessionStorage.setItem(key, field.value))
}

/**
 * The three decisions, each with its own step of confirmation.
 * @param {any} task
 * @param {import('./page.js').Me} me
 * @param {HTMLElement} place
 */
const decisionDesk = (task, me, place) => {
  const decisions = decisionsAt(task)
  const desk = el('section', { class: 'card decide', 'aria-labelledby': 'decide' })
  const draftKey = `draft ${task.id}`

  /** @param {Decision} [from] the decision that was thought over, to give the keyboard back to its button */
  const choose = (from) => {
    const buttons = /** @type {const} */ (['approve', 'return', 'reject']).map((decision) =>
      el(
        'button',
        {
          type: 'button',
          class: `button ${decision === 'approve' ? 'primary' : decision === 'reject' ? 'danger' : ''}`,
          onclick: () => consider(decision),
          'data-decision': decision,
        },
        decisions[decision].label,
      ),
    )
    fill(
      desk,
      el('h2', { id: 'decide' }, '您的决定'),
      el('p', { class: 'quiet' }, '选择后还会请您确认一次。'),
      el('p', { class: 'actions' }, ...buttons),
    )
    if (from) buttons.find((one) => one.dataset.decision === from)?.focus()
  }

  /** @param {Decision} decision */
  const consider = (decision) => {
    const line = task.line === null ? undefined : task.request.lines[task.line]
    const most = line ? (line.grantedHours ?? line.hours) : 0
    const grants = decision === 'approve' && line !== undefined && task.stage !== 'institution'
    const granted = el('input', {
      id: 'granted',
      type: 'number',
      inputmode: 'decimal',
      min: line?.mode === 'offline' ? 4 : 0.1,
      max: most,
      step: line?.mode === 'offline' ? 4 : 0.1,
      value: most,
      'aria-describedby': 'granted-hint',
    })
    const reason = el('textarea', {
      id: 'reason',
      rows: 3,
      maxlength: 1000,
      'aria-describedby': 'reason-hint',
    })
    keepDraft(draftKey, reason)
    const needsReason = decision !== 'approve'
    const act = async () => {
      const hours = Number(granted.value)
      const text = reason.value.trim()
      if (grants && !(hours > 0 && hours <= most)) {
        granted.focus()
        return `认定学时应大于 0，不超过 ${most}。`
      }
      if (text === '' && (needsReason || (grants && hours < most))) {
        reason.focus()
        return needsReason ? '请写明理由，申请人会看到。' : '认定学时少于申报学时，请写明理由。'
      }
      try {
        const decided = await post(`/tasks/${encodeURIComponent(task.id)}/decision`, {
          decision,
          ...(text === '' ? {} : { reason: text }),
          ...(grants && hours !== most ? { grantedHours: hours } : {}),
        })
        sessionStorage.removeItem(draftKey)
        showTask({ ...decided, mayDecide: false }, me, place, decisions[decision].done)
      } catch (error) {
        if (!(error instanceof Problem) || error.status !== 409) {
          if (error instanceof Problem && error.errors.length > 0)
            return [error.message, ...error.errors.map(({ detail }) => detail)].join(' ')
          throw error
        }
        // Someone was faster, or the submitter took it back: the page says so as if it were opened now.
        const now = await get(`/tasks/${encodeURIComponent(task.id)}`)
        if (now.status === 'open') throw error
        showTask(now, me, place)
      }
      return undefined
    }
    const step = confirmation({
      title: decisions[decision].title,
      follows: decisions[decision].follows,
      fields: [
        grants &&
          el(
            'div',
            { class: 'field' },
            el('label', { for: 'granted' }, '认定学时'),
            granted,
            el(
              'p',
              { class: 'hint', id: 'granted-hint' },
              line.mode === 'offline'
                ? `至多 ${most} 学时；线下每半天 4 学时（第39条）。`
                : `至多 ${most} 学时。`,
            ),
          ),
        el(
          'div',
          { class: 'field' },
          el('label', { for: 'reason' }, needsReason ? '理由（必填）' : '意见（选填）'),
          reason,
          el('p', { class: 'hint', id: 'reason-hint' }, '申请人会看到您写的内容。'),
        ),
      ],
      label: decisions[decision].title,
      kind: decision === 'reject' ? 'danger-solid' : 'primary',
      act,
      back: () => choose(decision),
    })
    fill(desk, el('h2', { id: 'decide', class: 'visually-hidden' }, '您的决定'), step)
    const first = needsReason ? reason : step.querySelector('h3')
    first?.focus()
  }

  choose()
  return desk
}

/**
 * @param {any} task
 * @param {import('./page.js').Me} me
 * @param {HTMLElement} place where results are said
 * @param {string} [result] what the reader has just done
 */
const showTask = (task, me, place, result) => {
  const { request } = task
  const stage = words.word(words.stages, task.stage)
  const message = result
    ? notice({
        tone: 'good',
        title: '办理完成',
        text: result,
        next: [
          linkButton('/my', '继续办理待办', 'primary'),
          linkButton(`/request/${encodeURIComponent(request.id)}`, '查看申请进度'),
        ],
      })
    : task.status === 'decided'
      ? handledNotice(
          task.decided.byName,
          task.decided.at,
          task.decided.decision,
          task.decided.reason,
          request.id,
        )
      : task.status === 'withdrawn'
        ? withdrawnNotice(request.id)
        : !task.mayDecide && notYoursNotice(task, me)
  const others = request.lines.length - linesOf(task).length
  fill(
    main,
    el(
      'header',
      { class: 'title' },
      el('p', { class: 'eyebrow' }, stage),
      el('h1', {}, request.title),
      el('p', {}, el('span', { class: 'strong' }, request.staffName), `，${request.institution}`),
      task.status === 'open' &&
        el(
          'p',
          {},
          badge(
            task.late ? 'bad' : 'wait',
            `${task.late ? '已到期限，' : ''}请于${words.day(task.dueOn)}前办理`,
          ),
        ),
    ),
    place,
    card(
      '申报内容',
      lineList(linesOf(task)),
      others > 0 && el('p', { class: 'quiet' }, `同一申请中另有 ${others} 项由其他环节办理，或已有结果。`),
    ),
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
    card('办理过程', timeline(request)),
    task.mayDecide && decisionDesk(task, me, place),
  )
  if (message) show(place, message)
}

await runSignedIn(async (me) => {
  const task = await get(`/tasks/${encodeURIComponent(subject())}`)
  document.title = `${task.request.title} · ${document.title}`
  showTask(task, me, el('div', { 'aria-live': 'polite' }))
})
