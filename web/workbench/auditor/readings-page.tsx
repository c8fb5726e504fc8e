import type { ComplainantReading } from '../../shared/api/types.gen.ts'
import { moment } from '../../shared/dates.ts'
import { List } from '../parts/list.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { useList } from '../parts/use-list.ts'
import { fill, useSay } from '../preferences.tsx'

const words = {
  zh: {
    title: '投诉人身份查看记录',
    back: '审计查询',
    lead: '谁在什么时间、哪个部门打开过投诉人的身份或者材料（第36条）。投诉的内容、被投诉的对象、投诉人和查看的理由不在这里：需要核对的，凭代号向办理部门要理由。与您有关的投诉不在其中；本页启用以前的查看，记录只在事项里。',
    list: '查看记录',
    at: '时间',
    by: '查看人',
    desk: '办理部门',
    what: '查看的内容',
    complaint: '事项代号',
    identity: '投诉人身份',
    file: '材料 {number}',
    none: '没有查看记录。',
  },
  en: {
    title: 'Readings of who complained',
    back: 'Audit',
    lead: 'Who opened a complainant’s identity or a file, when and at which desk (Art. 36). What the complaint says, about whom, who complained and the reason of the reading are not here: ask the desk for the reason, by the name of the matter. Complaints that concern you are not among them; readings from before this page stand with their complaints alone.',
    list: 'Readings',
    at: 'When',
    by: 'Who',
    desk: 'Desk',
    what: 'What',
    complaint: 'Name of the matter',
    identity: 'who complained',
    file: 'file {number}',
    none: 'Nobody opened any.',
  },
} as const

/** Who opened what is sealed of complaints, for auditors. */
export const ReadingsPage = () => {
  const { say, language } = useSay(words)
  const list = useList('/complaints/readings', { query: {} })
  return (
    <>
      <PageHead title={say.title} back={{ to: '/audit', label: say.back }} lead={<p>{say.lead}</p>} />
      <Panel title={say.list}>
        <List<ComplainantReading>
          of={list}
          label={say.list}
          rowKey={({ at, by, complaint }) => `${at} ${by.id} ${complaint}`}
          empty={<Empty>{say.none}</Empty>}
          columns={[
            { key: 'at', title: say.at, render: (_, { at }) => moment(at, language) },
            { key: 'by', title: say.by, render: (_, { by }) => by.name },
            { key: 'desk', title: say.desk, render: (_, { desk }) => desk.name },
            {
              key: 'what',
              title: say.what,
              render: (_, { file }) => (file === null ? say.identity : fill(say.file, { number: file })),
            },
            {
              key: 'complaint',
              title: say.complaint,
              render: (_, { complaint }) => <code>{complaint}</code>,
            },
          ]}
        />
      </Panel>
    </>
  )
}
