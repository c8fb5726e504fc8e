import type { Assessment } from '../../rules/assess.ts'
import { formatDate, yearOf } from '../../rules/calendar.ts'
import type { Requirement } from '../../rules/edition.ts'
import { delayWindowFor } from '../../rules/make-up.ts'
import type { Notice } from '../../rules/notices.ts'
import type { Obligation } from '../../rules/obligations.ts'
import type { Letter } from '../platform/letter.ts'
import { hoursText, subjects } from '../platform/words.ts'
import { obligations } from '../staff/words.ts'

/** An obligation, with the assessment of its year. */
interface Noticed {
  readonly obligation: Obligation
  readonly assessment: Assessment
}

const leastText = ({ tenths, halfDays }: Requirement): string => `${hoursText(tenths)}或 ${halfDays / 2} 天`

/** How an obligation can still be met, by the regulation's articles. */
const wayText = ({ obligation, assessment: { annual, edition } }: Noticed): string => {
  switch (obligation.kind) {
    case 'make_up':
      return `参加培训后申报学时，申报时选择补 ${annual.year} 年度；符合条件的，也可申请视同完成或视情况认定（第三十二条、第三十九条）`
    case 'induction':
      return `参加岗前培训或专项培训，累计不少于 ${leastText(edition.induction)}（第十二条、第二十四条）`
    case 'transfer':
      return `参加转岗培训，累计不少于 ${leastText(edition.transfer)}，申报时选择对应的岗位变动（第二十一条）`
    case 'term':
      return `参加一次不少于 ${leastText(edition.termSession)}的公共科目脱产培训，多次不累计（第十六条）`
  }
}

/** What follows when the last day has passed. */
const consequences = {
  make_up:
    '补训期限已过，不能再次延迟（第三十二条）。无正当理由未完成年度培训任务的，年度考核不得确定为优秀档次，不得给予嘉奖以上奖励，不得晋升岗位等级（第七条）。',
  induction:
    '岗前培训的最长期限已过。因个人原因未在规定时间内完成的，一般应当推迟转正定级，直至完成岗前培训（第四十三条）。',
  transfer:
    '转岗培训期限已过。未完成的，一般不得转岗聘用；已经转岗聘用的，不予办理岗位变动备案（第四十五条）。',
  term: '聘期已满，聘期内没有参加规定的公共科目脱产培训（第十六条）。未按规定完成在岗培训的，不得续签聘用合同，不得晋升岗位等级（第四十四条）。',
} as const satisfies Record<Obligation['kind'], string>

/** What is still missing, in words. */
const missingText = ({ obligation, assessment }: Noticed): string => {
  const { annual, induction, transfers, edition } = assessment
  switch (obligation.kind) {
    case 'make_up':
      return `${subjects.public.zh} ${hoursText(annual.missing.public)}，${subjects.professional.zh} ${hoursText(annual.missing.professional)}`
    case 'induction':
      return hoursText(induction.status === 'not_applicable' ? 0 : induction.missingTenths)
    case 'transfer':
      return hoursText(
        transfers.find(({ change }) => obligation.name === `transfer:${change.id}`)?.missingTenths ?? 0,
      )
    case 'term':
      return `一次不少于 ${leastText(edition.termSession)}的脱产培训`
  }
}

const subjectOf = ({ obligation }: Noticed, notice: Notice): string =>
  `${obligations[obligation.kind].zh}${notice.kind === 'result' ? '期限已过' : '期限临近'}`

const nearText = ({ obligation }: Noticed, { kind }: Notice): string => {
  const title = obligations[obligation.kind].zh
  if (kind === 'limit') return `${title}的一般期限已过，最长期限临近，请尽快完成。`
  return `${title}尚未完成，期限临近，请合理安排。已参加培训但学时尚未认定的，请及时申报。`
}

/** The year of hiring that waited for the induction, and until when its make-up may be asked for (Art. 32). */
const hiringYear = ({ facts, edition }: Assessment): readonly [string, string] => {
  const { hiredOn } = facts.person
  const year = yearOf(hiredOn)
  const closes = formatDate(delayWindowFor(year, hiredOn, edition).closesOn)
  return ['初任年度', `${year} 年度的学时也没有完成的，可在 ${closes} 前（含当日）申请延迟补训（第三十二条）`]
}

const factsFor = (noticed: Noticed, notice: Notice) =>
  [
    ...(noticed.obligation.kind === 'make_up'
      ? [['补训年度', `${noticed.assessment.annual.year} 年度`] as const]
      : []),
    [notice.by === noticed.obligation.dueOn ? '完成期限' : '最长期限', formatDate(notice.by)],
    ['尚缺', missingText(noticed)],
    ...(notice.kind === 'result' ? [] : [['完成方式', wayText(noticed)] as const]),
    ...(notice.kind === 'result' && noticed.obligation.kind === 'induction'
      ? [hiringYear(noticed.assessment)]
      : []),
  ] as const

/**
 * Tells a person of a date that comes near or, after it, of the result. The subject names the obligation and
 * no person.
 */
export const noticeLetter = (noticed: Noticed, notice: Notice, publicUrl: string): Letter => ({
  subject: subjectOf(noticed, notice),
  greeting: '您好：',
  paragraphs: [notice.kind === 'result' ? consequences[noticed.obligation.kind] : nearText(noticed, notice)],
  facts: factsFor(noticed, notice),
  link: { label: '查看我的台账', url: `${publicUrl}/my` },
})

/** The same to those who register for the institution, which arranges inductions and transfer training. */
export const noticeDeskLetter = (
  noticed: Noticed,
  notice: Notice,
  staffName: string,
  publicUrl: string,
): Letter => ({
  subject: `本单位人员${subjectOf(noticed, notice)}`,
  greeting: '您好：',
  paragraphs: [
    notice.kind === 'result'
      ? consequences[noticed.obligation.kind]
      : '贵单位下列人员的培训尚未完成，请督促并协助安排。',
  ],
  facts: [['人员', staffName], ...factsFor(noticed, notice)],
  link: { label: '打开平台', url: publicUrl },
})
