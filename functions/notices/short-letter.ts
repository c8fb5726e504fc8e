import type { Letter } from '../platform/letter.ts'
import { hoursText, subjects } from '../platform/words.ts'
import type { YearHours } from '../year/year-rows.ts'

const text = (hours: number): string => hoursText(Math.round(hours * 10))

/** Tells a person what their year still lacks, and the lawful ways to close it (Art. 7, 32, 39). */
export const shortLetter = (hours: YearHours, year: number, publicUrl: string): Letter => ({
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
    [
      '完成方式',
      '参加培训后申报学时；符合条件的，可申请视同完成或视情况认定（第三十九条）；确有原因不能按期完成的，可申请延迟补训（第三十二条）',
    ],
  ],
  link: { label: '查看我的台账', url: `${publicUrl}/ledger` },
})
