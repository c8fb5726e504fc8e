import type { Letter } from '../platform/letter.ts'
import { hoursText, requestTypes, subjects } from '../platform/words.ts'
import type { Short } from './short.ts'
import { endOf, type YearNotice } from './year-notice.ts'

const text = (hours: number): string => hoursText(Math.round(hours * 10))

/** What of a person's claims for the year nobody has decided yet. */
const atDesks = (openClaims: number): [string, string][] =>
  openClaims === 0 ? [] : [['正在办理', `${openClaims} 件申报，认定后自动计入`]]

const missingText = (hours: Short['hours']): string =>
  `${subjects.public.zh} ${text(hours.missingPublic)}，${subjects.professional.zh} ${text(hours.missingProfessional)}`

/** Until when a year may be made up, where a delay of it is approved (Art. 32). */
export const makeUpDueOf = ({ dueOn }: Short, year: number): string | undefined =>
  dueOn !== null && dueOn > endOf(year) ? dueOn : undefined

/** Tells a person whose delay is approved how much is made up until when, as the year ends or once it has (Art. 32). */
export const makeUpLetter = (
  { hours }: Short,
  year: number,
  {
    dueOn,
    openClaims,
    publicUrl,
  }: { readonly dueOn: string; readonly openClaims: number; readonly publicUrl: string },
): Letter => ({
  subject: `${year} 年度已批准延迟，${dueOn} 前补 ${text(hours.missingPublic + hours.missingProfessional)}`,
  greeting: '您好：',
  paragraphs: [
    `您 ${year} 年度的延迟补训已经批准，在 ${dueOn} 前（含当日）补齐即可，不能再次延迟（第三十二条）。`,
    '已参加培训但尚未申报的，请尽快申报。',
  ],
  facts: [
    ['补训期限', dueOn],
    ['尚缺', missingText(hours)],
    ...atDesks(openClaims),
    ['完成方式', `${year + 1} 年参加的培训，申报时选择补 ${year} 年度；${year} 年参加的，照常申报`],
  ],
  link: { label: '查看我的台账', url: `${publicUrl}/ledger` },
})

/** Tells a person where a year that is over has left them, and until when a delay can be asked for (Art. 32). */
export const yearOverLetter = (
  hours: Short['hours'],
  year: number,
  {
    delayUntil,
    openClaims,
    publicUrl,
  }: { readonly delayUntil: string; readonly openClaims: number; readonly publicUrl: string },
): Letter => ({
  subject: `${year} 年度培训未完成，${delayUntil} 前可以申请延迟补训`,
  greeting: '您好：',
  paragraphs: [
    `${year} 年度已经结束，您这一年度的培训没有达到要求。`,
    '已参加培训但尚未申报的，请尽快申报：认定后结果自动更正。',
  ],
  facts: [
    ['尚缺', missingText(hours)],
    ...atDesks(openClaims),
    [
      requestTypes.make_up_delay.zh,
      `因故未完成的，${delayUntil} 前可以申请，同意后在下一年度内补训（第三十二条）`,
    ],
  ],
  link: { label: '查看我的台账', url: `${publicUrl}/ledger` },
})

/** Tells an institution's desk that the list of those who are short is there; it names nobody. */
export const institutionYearLetter = (
  { year, name }: YearNotice,
  institutionId: string,
  publicUrl: string,
): Letter => ({
  subject:
    name === 'over'
      ? `${year} 年度结束：贵单位未完成人员名单`
      : `距 ${year} 年度结束还有 ${name} 天：贵单位未完成人员名单`,
  greeting: '您好：',
  paragraphs: [
    name === 'over'
      ? `${year} 年度已经结束，贵单位仍有人员没有完成培训任务（第七条）。名单和各人的缺口见下面的链接。`
      : `贵单位仍有人员没有完成 ${year} 年度的培训任务（第七条）。名单和各人的缺口见下面的链接，可以一次提醒所有人。`,
    '没有账号的人员不会收到邮件，请当面告知。',
  ],
  facts: [['年度', `${year}`]],
  link: {
    label: '查看名单',
    url:
      name === 'over'
        ? `${publicUrl}/year/${year}/results?organisation=${encodeURIComponent(institutionId)}`
        : `${publicUrl}/progress?institution=${encodeURIComponent(institutionId)}`,
  },
})

/** Tells a person what their year still lacks, and the lawful ways to close it (Art. 7, 32, 39). */
export const shortLetter = (
  hours: Short['hours'],
  year: number,
  publicUrl: string,
  openClaims = 0,
): Letter => ({
  subject: `${year} 年度培训尚未完成，请合理安排`,
  greeting: '您好：',
  paragraphs: [
    `您 ${year} 年度的培训还没有达到要求。已参加培训但学时尚未认定的，请及时申报。`,
    '公共科目不少于 30 学时，专业科目不少于 60 学时，两项都要达到（第七条）。',
  ],
  facts: [
    ['完成期限', `${year}-12-31`],
    [
      '已认定',
      `${subjects.public.zh} ${text(hours.public)}，${subjects.professional.zh} ${text(hours.professional)}`,
    ],
    [
      '尚缺',
      `${subjects.public.zh} ${text(hours.missingPublic)}，${subjects.professional.zh} ${text(hours.missingProfessional)}`,
    ],
    ...atDesks(openClaims),
    [
      '完成方式',
      '参加培训后申报学时；符合条件的，可申请视同完成或视情况认定（第三十九条）；确有原因不能按期完成的，可申请延迟补训（第三十二条）',
    ],
  ],
  link: { label: '查看我的台账', url: `${publicUrl}/ledger` },
})
