import type { Letter } from '../platform/letter.ts'
import { leaveKinds, postTypes, spanText, yesNo } from '../platform/words.ts'
import type { EffectOnYear } from '../requests/effects.ts'
import type { Person } from '../staff/person.ts'
import { obligationStatuses } from '../staff/words.ts'
import { personFields } from './words.ts'

/** What of a record decides what is asked of a person (Art. 4, 7, 9, 12, 16, 39). */
const DECIDING = [
  'postType',
  'leader',
  'onRegister',
  'hiredOn',
  'highLevelTalent',
  'terms',
  'leaves',
] as const

type Deciding = (typeof DECIDING)[number]

const listText = (list: readonly string[]): string => (list.length === 0 ? '无' : list.join('；'))

const flagText = (flag: boolean): string => (flag ? yesNo.yes.zh : yesNo.no.zh)

const spansText = (spans: readonly { readonly from: string; readonly to: string }[]): string =>
  listText(spans.map(({ from, to }) => spanText(from, to).zh))

/** What a record says of a field, as people read it. */
const said = (person: Person, field: Deciding): string => {
  switch (field) {
    case 'postType':
      return postTypes[person.postType].zh
    case 'hiredOn':
      return person.hiredOn
    case 'terms':
      return spansText(person.terms)
    case 'leaves':
      return listText(
        (person.leaves ?? []).map(({ kind, from, to }) => `${leaveKinds[kind].zh} ${spanText(from, to).zh}`),
      )
    case 'leader':
    case 'onRegister':
    case 'highLevelTalent':
      return flagText(person[field])
  }
}

/** The fields that decide something and say something else than before. */
export const decidingChanges = (before: Person, after: Person): readonly (readonly [string, string])[] =>
  DECIDING.flatMap((field) => {
    const [was, is] = [said(before, field), said(after, field)]
    return was === is ? [] : [[personFields[field].zh, `${was} → ${is}`] as const]
  })

const yearText = ({ year, before, after, closed }: EffectOnYear) =>
  [
    closed ? `${year} 年度（已结算）` : `${year} 年度`,
    `${obligationStatuses[before].zh} → ${obligationStatuses[after].zh}`,
  ] as const

/** To the person: what was changed in their record, why, and which years are judged otherwise by it. */
export const correctedRecordLetter = (
  changes: readonly (readonly [string, string])[],
  effects: readonly EffectOnYear[],
  reason: string,
  { publicUrl, office }: { readonly publicUrl: string; readonly office: string },
): Letter => ({
  subject: '您的登记信息有变更',
  greeting: '您好：',
  paragraphs: [
    '您在平台上的下列登记信息已变更，平台按变更后的信息判断您的培训任务。如有不符，请联系办理单位更正。',
  ],
  facts: [...changes, ['理由', reason], ['办理单位', office], ...effects.map(yearText)],
  link: { label: '查看我的台账', url: `${publicUrl}/my` },
})
