import { Link } from 'react-router'
import type { DrawRow } from '../../shared/api/types.gen.ts'
import { day, period } from '../../shared/dates.ts'
import { has, useMe } from '../me.ts'
import { List } from '../parts/list.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { useList } from '../parts/use-list.ts'
import { useSay } from '../preferences.tsx'
import { MatterList } from './matter-list.tsx'

const words = {
  zh: {
    title: '抽查督办',
    lead: '上级抽查已认定的学时，要求整改，下达督办（第8、32、35条）。任何人不核查本人的事项，也不核查本人办理过的事项。',
    draw: '抽查',
    order: '下达督办',
    violation: '提出违规认定',
    by: '本部门的抽查',
    from: '上级对本部门认定的抽查',
    samples: '抽中的学时',
    orders: '下达的督办',
    violations: '违规认定',
    asked: '要求本单位、本部门答复的',
    own: '关于本人的',
    desk: '被抽查部门',
    time: '登记时间',
    count: '抽取',
    counted: '按线索 {sign}，随机 {lot}',
    state: '状态',
    gathering: '正在汇总',
    drawn: '{day} 抽取',
    none: '没有抽查。',
  },
  en: {
    title: 'Inspections',
    lead: 'The authority above draws recognised hours, orders rectification, supervises (Art. 8, 32, 35). Nobody checks their own matter, nor one that they acted in.',
    draw: 'Draw a sample',
    order: 'Order supervision',
    violation: 'Report a violation',
    by: 'Draws of this authority',
    from: 'Draws from what this desk recognised',
    samples: 'Hours that were drawn',
    orders: 'Orders that were given',
    violations: 'Violations',
    asked: 'Asked of your body',
    own: 'About yourself',
    desk: 'Desk',
    time: 'Entered',
    count: 'How many',
    counted: '{sign} by signs, {lot} by lot',
    state: 'State',
    gathering: 'gathering',
    drawn: 'drawn {day}',
    none: 'No draws.',
  },
} as const

const Draws = ({ box }: { readonly box: 'by' | 'from' }) => {
  const { say, language } = useSay(words)
  const list = useList('/inspections/draws', { query: { box } })
  return (
    <Panel title={say[box]}>
      <List<DrawRow>
        of={list}
        label={say[box]}
        rowKey={({ id }) => id}
        empty={<Empty>{say.none}</Empty>}
        columns={[
          {
            key: 'desk',
            title: say.desk,
            render: (_, { id, desk }) => <Link to={`/inspections/draws/${id}`}>{desk.name}</Link>,
          },
          { key: 'time', title: say.time, render: (_, { from, to }) => period(from, to, language) },
          {
            key: 'count',
            title: say.count,
            render: (_, { bySign, byLot }) =>
              say.counted.replace('{sign}', String(bySign)).replace('{lot}', String(byLot)),
          },
          {
            key: 'state',
            title: say.state,
            render: (_, { drawnAt }) =>
              drawnAt === null
                ? say.gathering
                : say.drawn.replace('{day}', day(drawnAt.slice(0, 10), language)),
          },
        ]}
      />
    </Panel>
  )
}

/** What is drawn, asked, ordered and found: of one's authority, one's body, and oneself. */
export const InspectionsPage = () => {
  const { say } = useSay(words)
  const me = useMe()
  const isAuthority = has(me, 'authority')
  const isAbove = has(me, 'department', 'authority')
  return (
    <>
      <PageHead
        title={say.title}
        lead={<p>{say.lead}</p>}
        actions={
          isAbove && (
            <>
              {isAuthority && (
                <>
                  <Link className="button primary" to="/inspections/draws/new">
                    {say.draw}
                  </Link>
                  <Link className="button" to="/inspections/orders/new">
                    {say.order}
                  </Link>
                </>
              )}
              <Link className="button" to="/inspections/violations/new">
                {say.violation}
              </Link>
            </>
          )
        }
      />
      {has(me, 'staff') && <MatterList box="own" title={say.own} />}
      {has(me, 'institution', 'department', 'authority') && <MatterList box="asked" title={say.asked} />}
      {isAuthority && (
        <>
          <Draws box="by" />
          <MatterList box="check" kind="sample" title={say.samples} />
          <MatterList box="check" kind="order" title={say.orders} />
          <MatterList box="check" kind="violation" title={say.violations} />
        </>
      )}
      {isAbove && <Draws box="from" />}
    </>
  )
}
