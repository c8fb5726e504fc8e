import type { Letter } from '../platform/letter.ts'
import { contentOf, type LibraryAct, type LibraryEntry } from './entry.ts'
import { libraryActs, libraryNames } from './words.ts'

const about = (entry: LibraryEntry): Letter['facts'] => {
  const { kind, name } = contentOf(entry)
  return [
    ['所在的库', libraryNames[kind].zh],
    ['名称', name],
    ['申请单位', entry.submittedByName],
  ]
}

const link = ({ id }: LibraryEntry, publicUrl: string): Letter['link'] => ({
  label: '查看入库事项',
  url: `${publicUrl}/libraries/entry/${encodeURIComponent(id)}`,
})

/** To a desk: something waits for its review (Art. 27, 28, 30). */
export const reviewLetter = (entry: LibraryEntry, publicUrl: string): Letter => ({
  subject: '一件入库申请等待评审',
  greeting: '您好：',
  paragraphs: ['下列入库申请等待贵单位评审。评审人与申请单位应当没有关系；本单位申请的由其他单位评审。'],
  facts: about(entry),
  link: link(entry, publicUrl),
})

/** To those who submitted an entry, before its last day: how to have it renewed, and what happens otherwise. */
export const expiringLetter = (
  entry: LibraryEntry & { readonly listing: NonNullable<LibraryEntry['listing']> },
  days: number,
  publicUrl: string,
): Letter => ({
  subject: `一件入库事项还有 ${days} 天到期`,
  greeting: '您好：',
  paragraphs: [
    '下列条目即将到期。请在到期前在平台上申请续期，由评审单位重新评审；评审期间原条目有效至到期日。到期后不再列入库中，已经备案的培训班不受影响。',
  ],
  facts: [...about(entry), ['有效期至', entry.listing.until]],
  link: { ...link(entry, publicUrl), label: '申请续期' },
})

const told = {
  list: '下列申请已通过评审，列入库中，对外公开。到期前请在平台上申请续期。',
  refuse: '下列申请没有通过评审，理由见各评审意见。修改后可以再次申请。',
  suspend: '下列条目已暂停，暂不能使用。',
  resume: '下列条目已恢复使用。',
  remove: '下列条目已清退出库，立即生效。',
  mark_excellent: '下列课程已评为精品课程。',
  unmark_excellent: '下列课程不再是精品课程。',
} as const

type Told = keyof typeof told
const isTold = (act: LibraryAct['act']): act is Told => act in told

/** To those who submitted an entry: what became of it; undefined: nothing that they need be told. */
export const standingLetter = (entry: LibraryEntry, publicUrl: string): Letter | undefined => {
  const last = entry.acts.at(-1)
  if (last === undefined || !isTold(last.act)) return undefined
  return {
    subject: `一件入库事项：${libraryActs[last.act].zh}`,
    greeting: '您好：',
    paragraphs: [told[last.act]],
    facts: [
      ...about(entry),
      ...(last.act === 'list' && entry.listing !== undefined
        ? [['有效期至', entry.listing.until] as const]
        : []),
      ...(last.reason === undefined ? [] : [['理由', last.reason] as const]),
    ],
    link: link(entry, publicUrl),
  }
}
