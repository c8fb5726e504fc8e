import { Link } from 'react-router'
import { matterKinds, standsAs } from '../../../functions/inspections/words.ts'
import type { MatterRow } from '../../shared/api/types.gen.ts'
import { day } from '../../shared/dates.ts'
import { labelled } from '../../shared/labelled.ts'
import { List } from '../parts/list.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { StatusMark } from '../parts/status-mark.tsx'
import { useList } from '../parts/use-list.ts'
import { useSay } from '../preferences.tsx'

const words = {
  zh: {
    what: '事项',
    body: '单位或部门',
    person: '人员',
    due: '期限',
    overdue: '已逾期',
    status: '状态',
    none: '没有事项。',
  },
  en: {
    what: 'Matter',
    body: 'Body',
    person: 'Person',
    due: 'Due',
    overdue: 'overdue',
    status: 'Status',
    none: 'Nothing here.',
  },
} as const

interface Props {
  readonly title: string
  readonly box: 'check' | 'asked' | 'own'
  readonly kind?: MatterRow['kind']
}

/** Samples, orders or violations, first what is under way by its due date. */
export const MatterList = ({ title, box, kind }: Props) => {
  const { say, language } = useSay(words)
  const list = useList('/inspections', { query: { box, ...(kind === undefined ? {} : { kind }) } })
  return (
    <Panel title={title}>
      <List<MatterRow>
        of={list}
        label={title}
        rowKey={({ id }) => id}
        empty={<Empty>{say.none}</Empty>}
        columns={[
          {
            key: 'what',
            title: say.what,
            render: (_, row) => (
              <Link to={`/inspections/matters/${row.id}`}>
                {labelled(matterKinds[row.kind][language], row.text.slice(0, 40), language)}
              </Link>
            ),
          },
          { key: 'body', title: say.body, render: (_, { body }) => body.name },
          { key: 'person', title: say.person, render: (_, { person }) => person?.name ?? '—' },
          {
            key: 'due',
            title: say.due,
            render: (_, { status, dueOn, overdue }) =>
              status === 'closed' ? (
                '—'
              ) : (
                <>
                  {day(dueOn, language)} {overdue && <StatusMark tone="bad">{say.overdue}</StatusMark>}
                </>
              ),
          },
          {
            key: 'status',
            title: say.status,
            render: (_, row) =>
              row.suspended ? (
                <StatusMark tone="bad">{standsAs(row)[language]}</StatusMark>
              ) : (
                standsAs(row)[language]
              ),
          },
        ]}
      />
    </Panel>
  )
}
