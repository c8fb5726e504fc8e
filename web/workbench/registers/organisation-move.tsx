import { useQuery } from '@tanstack/react-query'
import { get, isRefusal } from '../../shared/api/client.ts'
import { enumerate } from '../../shared/fill.ts'
import { Notice } from '../parts/notice.tsx'
import { Unread } from '../parts/unread.tsx'
import { fill, useSay } from '../preferences.tsx'

const words = {
  zh: {
    title: '保存后会变动的',
    below: '其下 {offices} 个部门、{institutions} 个事业单位随之变动。',
    belowMore: '其下的机构较多，这里只数到 {offices} 个部门、{institutions} 个事业单位，全部随之变动。',
    loses: '不再看到这里及其下各单位和人员的：{names}',
    gains: '开始看到的：{names}',
    same: '能看到这里的机构不变。',
  },
  en: {
    title: 'What saving it does',
    below: '{offices} offices and {institutions} institutions below come along.',
    belowMore:
      'Many stand below: {offices} offices and {institutions} institutions were counted, and all come along.',
    loses: 'Who sees it, all below and their people no more: {names}',
    gains: 'Who sees them from then on: {names}',
    same: 'Whoever sees it now sees it then.',
  },
} as const

export type Links = Partial<Record<'parentId' | 'departmentId' | 'authorityId', string>>

/** What a change of place would do, shown before it is saved. */
export const OrganisationMove = ({ id, links }: { readonly id: string; readonly links: Links }) => {
  const { say, language } = useSay(words)
  const asked = useQuery({
    queryKey: ['/organisations', id, 'move', links],
    queryFn: () => get('/organisations/{id}/move', { path: { id }, query: links }),
    retry: false,
  })
  // While a number is being typed there is nothing to say; what cannot be is said when it is saved.
  if (asked.data === undefined) return isRefusal(asked.error) ? null : <Unread of={asked} what={say.title} />
  const { offices, institutions, whole, loses, gains } = asked.data
  const namesOf = (list: typeof loses) =>
    enumerate(
      list.map(({ name }) => name),
      language,
    )
  return (
    <Notice tone="wait" title={say.title}>
      {offices + institutions > 0 && (
        <p>{fill(whole ? say.below : say.belowMore, { offices, institutions })}</p>
      )}
      {loses.length > 0 && <p>{fill(say.loses, { names: namesOf(loses) })}</p>}
      {gains.length > 0 && <p>{fill(say.gains, { names: namesOf(gains) })}</p>}
      {loses.length + gains.length === 0 && <p>{say.same}</p>}
    </Notice>
  )
}
