// @ts-check
import { get, post } from './api.js'
import { claimForm } from './claim-form.js'
import { badge, button, card, el, fill, notice } from './dom.js'
import { main, problemNotice, runSignedIn, show } from './page.js'
import * as words from './words.js'
import { yearCard } from './year-view.js'

/** @typedef {import('./page.js').Me} Me */

const FIRST_YEAR = 2024
const DESKS = ['institution', 'department', 'authority']

/**
 * A list that is read a page at a time; `none` stands where it is empty.
 * @param {string} path
 * @param {(item: any) => HTMLElement} row
 * @param {string} none
 */
const pagedList = async (path, row, none) => {
  const list = el('ul', { class: 'matters' })
  const holder = el('div', {}, list)
  const more = button('再读一些', () => read())
  /** @type {string | null} */
  let cursor = null
  const read = async () => {
    try {
      const page = await get(`${path}${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`)
      list.append(...page.items.map(row))
      cursor = page.cursor
      if (list.children.length === 0 && cursor === null) fill(holder, el('p', { class: 'quiet' }, none))
      else if (cursor === null) more.remove()
      else holder.append(more)
    } catch (error) {
      fill(holder, problemNotice(error))
    }
  }
  await read()
  return holder
}

/**
 * What is looked up now and then, closed until someone does.
 * @param {string} heading
 * @param {HTMLElement} list
 */
const folded = (heading, list) => el('details', { class: 'card' }, el('summary', {}, heading), list)

/** @param {any} task */
const taskRow = (task) =>
  el(
    'li',
    {},
    el(
      'a',
      { href: `/task/${encodeURIComponent(task.id)}` },
      el('span', { class: 'strong' }, task.title),
      el(
        'span',
        { class: 'quiet' },
        [words.word(words.stages, task.stage), task.subject && words.word(words.subjects, task.subject)]
          .filter(Boolean)
          .join(' · '),
      ),
    ),
    task.decided
      ? el(
          'span',
          { class: 'quiet' },
          `${words.word(words.acts, task.decided.decision)}，${words.moment(task.decided.at)}`,
        )
      : badge(task.late ? 'bad' : 'wait', `${task.late ? '已到期限 ' : ''}${words.day(task.dueOn)}前`),
  )

/** @param {any} request */
const requestRow = (request) => {
  const [tone, status] = words.word(words.statuses, request.status)
  return el(
    'li',
    {},
    el(
      'a',
      { href: `/request/${encodeURIComponent(request.id)}` },
      el('span', { class: 'strong' }, request.title),
      el('span', { class: 'quiet' }, `${words.moment(request.submittedAt)} 提交`),
    ),
    el(
      'span',
      {},
      badge(tone, status),
      request.stage && el('span', { class: 'quiet' }, ` ${words.word(words.stages, request.stage)}`),
    ),
  )
}

/** @param {any} certificate */
const certificateRow = (certificate) => {
  const [tone, status] = words.word(words.certificateStatuses, certificate.status)
  return el(
    'li',
    {},
    el(
      'a',
      { href: `/certificate/${encodeURIComponent(certificate.number)}` },
      el('span', { class: 'strong' }, words.word(words.certificateKinds, certificate.kind)),
      el('span', { class: 'quiet' }, `${certificate.year} 年 · ${certificate.number}`),
    ),
    badge(tone, status),
  )
}

/**
 * The years that may be looked at, this one first.
 * @param {number} chosen
 * @param {number} current
 */
const years = (chosen, current) =>
  el(
    'nav',
    { class: 'years', 'aria-label': '年度' },
    ...Array.from({ length: current - FIRST_YEAR + 1 }, (_, back) => current - back).map((year) =>
      el('a', { href: `/my?year=${year}`, 'aria-current': year === chosen && 'page' }, year),
    ),
  )

/**
 * @param {string} staffId who claims; empty where someone enters claims for others alone
 * @param {boolean} registers a registrar claims for the people of the institution too
 * @param {HTMLElement} place
 */
const claimCard = (staffId, registers, place) => {
  const body = el('div', {})
  const begin = button(
    '开始填写',
    () => {
      const form = claimForm({
        staffId,
        forOthers: registers,
        send: (claim, key) => post('/requests', claim, { 'idempotency-key': key }),
        sent: (request) => {
          fill(body, begin)
          show(
            place,
            notice({
              tone: 'good',
              title: '已提交',
              text: '先由单位登记，再由主管部门和人事综合管理部门认定。每一步有结果都会发邮件告诉您。',
              next: [
                el(
                  'a',
                  { class: 'button primary', href: `/request/${encodeURIComponent(request.id)}` },
                  '查看进度',
                ),
              ],
            }),
          )
        },
      })
      fill(body, form)
      form.querySelector('input')?.focus()
    },
    'primary',
  )
  body.append(begin)
  return card(
    registers ? '申报学时（本人或本单位人员）' : '申报学时',
    el(
      'p',
      { class: 'quiet' },
      '培训结束后申报。需要结业证书或通知等证明材料，同一份材料只能用一次（第40条）。公共科目两步办结，专业科目三步办结。',
    ),
    body,
  )
}

/** @param {string} staffId */
const staffSections = async (staffId) => {
  const { time } = await get('/health')
  const current = Number(time.slice(0, 4))
  const asked = Number(new URLSearchParams(location.search).get('year'))
  const year = asked >= FIRST_YEAR && asked <= current ? asked : current
  const own = encodeURIComponent(staffId)
  const [ledger, certificates] = await Promise.all([
    get(`/staff/${own}/ledger?year=${year}`),
    pagedList(`/certificates?staff=${own}`, certificateRow, '还没有证书。学时达到规定后自动生成。'),
  ])
  const open =
    ledger.open.length > 0 &&
    card('办理中的申请', el('ul', { class: 'matters' }, ...ledger.open.map(requestRow)))
  return {
    year: [years(year, current), yearCard(ledger.assessment), open],
    certificates: card('我的证书', certificates),
  }
}

await runSignedIn(async (me) => {
  const place = el('div', { 'aria-live': 'polite' })
  const seats = me.roles.filter(({ role }) => DESKS.includes(role))
  const registers = seats.some(({ role }) => role === 'institution')
  const [staff, todo, done, mine] = await Promise.all([
    me.staffId === null ? undefined : staffSections(me.staffId),
    seats.length > 0 && pagedList('/tasks?box=todo', taskRow, '没有待办事项。'),
    seats.length > 0 && pagedList('/tasks?box=done', taskRow, '还没有办理过。'),
    (me.staffId !== null || registers) && pagedList('/requests?box=mine', requestRow, '还没有提交过申请。'),
  ])
  fill(
    main,
    el(
      'header',
      { class: 'title' },
      el('h1', {}, `${me.name}，您好`),
      ...me.roles.map(({ role, organisation }) =>
        el('p', { class: 'quiet' }, `${organisation.name} · ${words.word(words.roles, role)}`),
      ),
    ),
    place,
    todo && card('待办', todo),
    ...(staff?.year ?? []),
    (me.staffId !== null || registers) && claimCard(me.staffId ?? '', registers, place),
    staff?.certificates,
    mine && (staff ? folded('我发起的全部申请', mine) : card('我发起的', mine)),
    done && folded('已办', done),
    !staff &&
      seats.length === 0 &&
      notice({ title: '这里暂时没有您的事项', text: '您的账号可以通过链接查看有权查看的申请和证书。' }),
  )
})
