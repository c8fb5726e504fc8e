import { Link } from 'react-router'
import { day } from '../../shared/dates.ts'
import { term } from '../../shared/terms.ts'
import { withQuery } from '../../shared/with-query.ts'
import { ProblemNotice } from '../parts/notice.tsx'
import { Panel } from '../parts/panel.tsx'
import { Table } from '../parts/table.tsx'
import { fieldName } from '../person/person-words.ts'
import { fill, useSay } from '../preferences.tsx'
import { useReleased } from './institution.ts'

const words = {
  zh: {
    title: '待接收人员',
    text: '以下人员的所在单位已同意调入本单位，接收后进入名册。',
    from: '现单位',
    since: '同意调出日期',
    act: '办理',
    take: '接收',
    takeWhom: '接收{name}',
    others: '由单位接收',
  },
  en: {
    title: 'Waiting to be taken over',
    text: 'Their institutions have released these persons to this one. Taken over, they are on its register.',
    from: 'Present institution',
    since: 'Released on',
    act: 'Act',
    take: 'Take over',
    takeWhom: 'Take over {name}',
    others: 'by the institution',
  },
} as const

/** Those whom other institutions have released to this one; nothing where nobody is. */
export const ReleasedPanel = ({ institution }: { readonly institution: string }) => {
  const { say, language } = useSay(words)
  const released = useReleased(institution)
  if (released.data === undefined)
    return released.isError ? (
      <ProblemNotice error={released.error} again={() => void released.refetch()} />
    ) : null
  const { items } = released.data
  if (items.length === 0) return null
  return (
    <Panel title={say.title}>
      <p>{say.text}</p>
      <Table
        label={say.title}
        items={items}
        rowKey={({ id }) => id}
        columns={[
          { title: fieldName('name', language), key: 'name', render: (_, { name }) => name },
          {
            title: say.act,
            key: 'act',
            className: 'nowrap',
            render: (_, { id, name, mayTakeOver }) =>
              mayTakeOver ? (
                <Link
                  to={withQuery(`/persons/${encodeURIComponent(id)}/take-over`, { institution })}
                  aria-label={fill(say.takeWhom, { name })}
                >
                  {say.take}
                </Link>
              ) : (
                <span className="quiet">{say.others}</span>
              ),
          },
          {
            title: fieldName('postType', language),
            key: 'post',
            className: 'nowrap',
            render: (_, { postType }) => term('postType', postType, language),
          },
          { title: say.from, key: 'from', render: (_, one) => one.institution.name },
          {
            title: say.since,
            key: 'since',
            className: 'number nowrap',
            render: (_, { releasedOn }) => day(releasedOn, language),
          },
        ]}
      />
    </Panel>
  )
}
