// @ts-check
/** A person's year in one screen: what was done, what is missing, and how to close it. */
import { badge, card, el } from './dom.js'
import * as words from './words.js'

/**
 * Hours against what is asked for, in large figures.
 * @param {string} label
 * @param {number} hours
 * @param {number} missing as the rules have it: granted scopes and deemed subjects are in it already
 * @param {boolean} deemed
 * @param {number} needed
 */
const measure = (label, hours, missing, deemed, needed) =>
  el(
    'div',
    { class: 'measure' },
    el('p', { class: 'label' }, label),
    el('p', {}, el('span', { class: 'number' }, hours), el('span', { class: 'quiet' }, ` / ${needed} 学时`)),
    el('progress', {
      max: needed,
      value: deemed ? needed : Math.min(needed, Math.max(hours, needed - missing)),
      'aria-label': label,
    }),
    el(
      'p',
      { class: missing > 0 ? 'strong' : 'quiet' },
      deemed ? '视同完成' : missing > 0 ? `还差 ${missing} 学时` : '已够',
    ),
  )

/**
 * An obligation beside the year's, in one row.
 * @param {string} name
 * @param {string} status
 * @param {string} detail
 */
const obligation = (name, status, detail) => {
  const [tone, label] = words.word(words.obligations, status)
  return el(
    'li',
    {},
    el('span', { class: 'strong' }, name),
    badge(tone, label),
    el('span', { class: 'quiet' }, detail),
  )
}

/** @param {any} assessment */
const otherObligations = ({ induction, terms, transfers }) => [
  ...(induction.status === 'not_applicable'
    ? []
    : [
        obligation(
          '岗前培训',
          induction.status,
          induction.missingHours > 0
            ? `还差 ${induction.missingHours} 学时，请在 ${words.day(induction.dueOn)} 前完成`
            : `${induction.hours} 学时`,
        ),
      ]),
  ...terms.map((/** @type {any} */ term) =>
    obligation('聘期内脱产公共科目培训', term.status, `聘期 ${words.period(term.from, term.to)}`),
  ),
  ...transfers.map((/** @type {any} */ transfer) =>
    obligation(
      '转岗培训',
      transfer.status,
      transfer.missingHours > 0
        ? `还差 ${transfer.missingHours} 学时，期限 ${words.day(transfer.dueOn)}`
        : `${transfer.hours} 学时`,
    ),
  ),
]

/** @param {any[]} eligibility */
const eligibilityRows = (eligibility) =>
  eligibility.length > 0 &&
  el(
    'details',
    {},
    el('summary', {}, '这会影响哪些业务'),
    el(
      'ul',
      { class: 'rows' },
      ...eligibility.map(({ business, verdict, articles }) => {
        const [tone, label] = words.word(words.verdicts, verdict)
        return el(
          'li',
          {},
          el('span', { class: 'strong' }, words.word(words.businesses, business)),
          badge(tone, label),
          el('span', { class: 'quiet' }, `第 ${articles.join('、')} 条`),
        )
      }),
    ),
  )

/** @param {any} assessment */
export const yearCard = (assessment) => {
  const { annual } = assessment
  if (annual.status === 'not_applicable')
    return card(`${annual.year} 年学时`, el('p', {}, '这一年没有年度学时要求。'))
  const [tone, label] = words.word(words.obligations, annual.status)
  const { hours, missing, deemed } = annual
  const others = otherObligations(assessment)
  const reasons = assessment.reasons.filter((/** @type {any} */ reason) => typeof reason.text === 'string')
  return el(
    'section',
    { class: 'card year' },
    el('h2', {}, `${annual.year} 年学时 `, badge(tone, label)),
    el(
      'div',
      { class: 'measures' },
      measure('公共科目', hours.public, missing.public, deemed.public, 30),
      measure('专业科目', hours.professional, missing.professional, deemed.professional, 60),
      el(
        'div',
        { class: 'measure' },
        el('p', { class: 'label' }, '合计'),
        el('p', {}, el('span', { class: 'number' }, hours.total), el('span', { class: 'quiet' }, ' 学时')),
        el('p', { class: 'quiet' }, `线下 ${hours.offline}，线上 ${hours.online}`),
        el('p', { class: 'quiet' }, `期限 ${words.day(annual.dueOn)}`),
      ),
    ),
    reasons.length > 0 &&
      el(
        'ul',
        { class: 'reasons' },
        ...reasons.map((/** @type {any} */ { text, article }) =>
          el('li', {}, text, el('span', { class: 'quiet' }, `（${words.articleText(article)}）`)),
        ),
      ),
    others.length > 0 && el('ul', { class: 'rows' }, ...others),
    eligibilityRows(assessment.eligibility),
  )
}
