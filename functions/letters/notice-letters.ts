import type { Assessment } from '../../rules/assess.ts'
import { formatDate } from '../../rules/calendar.ts'
import type { Notice } from '../../rules/notices.ts'
import type { Obligation } from '../../rules/obligations.ts'
import type { Letter } from './letter.ts'
import { hoursText } from './words.ts'

const titles = {
  make_up: '延迟补训',
  induction: '岗前培训',
  transfer: '转岗培训',
  term: '聘期内公共科目脱产培训',
} as const satisfies Record<Obligation['kind'], string>

/** How an obligation can still be met, by the regulation. */
const ways = {
  make_up: '参加培训后申报学时，并注明计入被延迟的年度（第三十二条）。',
  induction: '参加岗前培训或专项培训，累计不少于40学时或5天（第十二条、第二十四条）。',
  transfer: '参加转岗培训，累计不少于40学时或5天，申报时注明对应的岗位变动（第二十一条）。',
  term: '参加一次不少于20学时或3天的公共科目脱产培训（第十六条）。',
} as const satisfies Record<Obligation['kind'], string>

/** What follows when the last day has passed. */
const consequences = {
  make_up: '补训期限已过，该年度培训任务未完成；无正当理由的，年度考核、奖励和晋升将受影响（第七条）。',
  induction: '岗前培训期限已过，一般应推迟转正定级，直至完成岗前培训（第四十三条）。',
  transfer: '转岗培训期限已过，一般不得转岗聘用，岗位变动不予备案（第四十五条）。',
  term: '聘期已满而未参加规定的公共科目脱产培训，将影响续签聘用合同（第四十四条）。',
} as const satisfies Record<Obligation['kind'], string>

/** What is still missing, in words. */
const missingText = ({ name, kind }: Obligation, { annual, induction, transfers }: Assessment): string => {
  switch (kind) {
    case 'make_up': {
      const { missing } = annual
      return `公共科目 ${hoursText(missing.public)}，专业科目 ${hoursText(missing.professional)}`
    }
    case 'induction':
      return induction.status === 'not_applicable' ? '无' : hoursText(induction.missingTenths)
    case 'transfer': {
      const transfer = transfers.find(({ change }) => name === `transfer:${change.id}`)
      return transfer === undefined ? '无' : hoursText(transfer.missingTenths)
    }
    case 'term':
      return '一次不少于20学时或3天的脱产培训'
  }
}

/** Tells of a date that comes near, or of what came of it. The subject names the obligation, never the person. */
export const noticeLetter = (
  obligation: Obligation,
  notice: Notice,
  assessment: Assessment,
  publicUrl: string,
): Letter => {
  const { kind } = obligation
  const title = titles[kind]
  const over = notice.kind === 'result'
  return {
    subject: over ? `${title}期限已过` : `${title}期限临近`,
    greeting: '您好：',
    paragraphs: over
      ? [consequences[kind]]
      : [
          notice.kind === 'limit'
            ? `${title}的最长期限临近，请尽快完成。`
            : `${title}的完成期限临近，请合理安排。`,
        ],
    facts: [
      ...(kind === 'make_up' ? [['补训年度', `${assessment.annual.year} 年度`] as const] : []),
      [over ? '期限' : '完成期限', formatDate(notice.by)],
      ['尚缺', missingText(obligation, assessment)],
      ...(over ? [] : [['完成方式', ways[kind]] as const]),
    ],
    link: { label: '查看我的台账', url: `${publicUrl}/my` },
  }
}
