// @ts-check
import { fetchFile, get, Problem } from './api.js'
import { badge, button, card, el, facts, fill, linkButton, notice } from './dom.js'
import { main, problemNotice, runSignedIn, subject } from './page.js'
import { filePreview } from './request-parts.js'
import * as words from './words.js'

/** @param {string} code @returns {string} in fours, as it is read out */
const grouped = (code) => (code.includes('-') ? code : (code.match(/.{1,4}/g) ?? []).join('-'))

/**
 * The hours of a subject, or that it counts as complete without them.
 * @param {any} content
 * @param {'public' | 'professional'} subject
 */
const subjectText = ({ hours, deemed }, subject) =>
  hours && `${hours[subject]} 学时${deemed?.[subject] ? '，视同完成' : ''}`

const changes = {
  ledger: '台账更正，证书随之更正',
  restored: '学时重新达到要求，证书恢复',
  not_met: '学时未达到要求，证书撤销',
  fraud: '人事综合管理部门撤销',
}

/**
 * What became of the certificate since its issue, the oldest first.
 * @param {any} certificate
 */
const history = ({ history, corrections }) => {
  const said = [...corrections]
  return history.map((/** @type {any} */ change) => {
    const says = change.kind === 'corrected' ? said.shift() : undefined
    return [
      words.day(change.on),
      [
        changes[/** @type {keyof typeof changes} */ (change.reason)],
        says && `合计 ${says.hours.total} 学时`,
        change.note,
      ]
        .filter(Boolean)
        .join('；'),
    ]
  })
}

/**
 * @param {HTMLElement} place
 * @param {string} number
 */
const showSheet = async (place, number) => {
  fill(place, el('p', { class: 'loading' }, '正在读取证书文件…'))
  try {
    const { url, type } = await fetchFile(`/certificates/${encodeURIComponent(number)}/pdf`)
    fill(place, filePreview(url, type, `${number}.pdf`))
  } catch (error) {
    fill(
      place,
      error instanceof Problem && error.code === 'CERTIFICATE_PREPARING'
        ? notice({
            tone: 'wait',
            title: '证书文件正在生成',
            text: '通常几秒钟就好。证书本身已经生效，不受影响。',
            next: [button('再看一次', () => showSheet(place, number), 'primary')],
          })
        : problemNotice(error),
    )
  }
}

await runSignedIn(async () => {
  const number = subject()
  const certificate = await get(`/certificates/${encodeURIComponent(number)}`)
  const { content, says } = certificate
  const [tone, status] = words.word(words.certificateStatuses, certificate.status)
  const sheet = el('div', { class: 'viewer sheet', 'aria-live': 'polite' })
  fill(
    main,
    el(
      'header',
      { class: 'title' },
      el('p', { class: 'eyebrow' }, `${certificate.year} 年`),
      el('h1', {}, words.word(words.certificateKinds, certificate.kind)),
      el('p', {}, badge(tone, status)),
    ),
    card(
      '验证码',
      el('p', { class: 'verify-code' }, grouped(certificate.verifyCode)),
      el('p', { class: 'quiet' }, '把它告诉需要核实的人；任何人都可以凭它验证，看到的姓名是遮盖过的。'),
      el(
        'p',
        { class: 'actions' },
        linkButton(`/verify/${encodeURIComponent(certificate.verifyCode)}`, '看看别人验证时看到什么'),
      ),
    ),
    card(
      '证书内容',
      facts([
        ['证书编号', el('code', {}, certificate.number)],
        ['姓名', content.name],
        ['所在单位', content.institution],
        ['公共科目', subjectText(says, 'public')],
        ['专业科目', subjectText(says, 'professional')],
        ['合计', `${says.hours.total} 学时`],
        ['完成日期', says.completedOn && words.day(says.completedOn)],
        ['依据', says.deemed?.articles.map(words.articleText).join('、')],
        ['发证机关', content.issuer],
        ['发证日期', words.day(certificate.issuedOn)],
      ]),
    ),
    ...(certificate.history.length > 0 ? [card('变更记录', facts(history(certificate)))] : []),
    card('证书文件', sheet),
  )
  await showSheet(sheet, number)
})
