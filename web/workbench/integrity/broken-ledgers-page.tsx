import { Link } from 'react-router'
import type { BrokenLedger } from '../../shared/api/types.gen.ts'
import { day } from '../../shared/dates.ts'
import { List } from '../parts/list.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { useList } from '../parts/use-list.ts'
import { useSay } from '../preferences.tsx'
import { faultText } from './fault-text.ts'

const words = {
  zh: {
    title: '台账核对',
    lead: '每晚逐条核对全部台账。与封存记录不一致的列在这里：有关事项已暂停，不会过期，由两位工作人员核实后恢复。',
    list: '不一致的台账',
    none: '最近一次核对没有发现不一致的台账。',
    name: '姓名',
    institution: '单位',
    fault: '问题',
    since: '发现日期',
  },
  en: {
    title: 'Broken ledgers',
    lead: 'Every ledger is read each night. Those that are not what was sealed stand here: what rests on them waits and does not lapse, until two persons have restored them.',
    list: 'Ledgers that are broken',
    none: 'The last walk found no broken ledger.',
    name: 'Name',
    institution: 'Institution',
    fault: 'What is wrong',
    since: 'Found on',
  },
} as const

/** The ledgers that a night's walk found broken, for the region. */
export const BrokenLedgersPage = () => {
  const { say, language } = useSay(words)
  const list = useList('/ledgers/broken', {})
  return (
    <>
      <PageHead title={say.title} lead={<p>{say.lead}</p>} />
      <Panel title={say.list}>
        <List<BrokenLedger>
          of={list}
          label={say.list}
          rowKey={({ staffId }) => staffId}
          empty={<Empty>{say.none}</Empty>}
          columns={[
            {
              key: 'name',
              title: say.name,
              render: (_, { staffId, name }) => (
                <Link to={`/persons/${encodeURIComponent(staffId)}/restoration`}>{name}</Link>
              ),
            },
            { key: 'institution', title: say.institution, render: (_, { institution }) => institution.name },
            { key: 'fault', title: say.fault, render: (_, { fault }) => faultText(fault, language) },
            {
              key: 'since',
              title: say.since,
              className: 'number',
              render: (_, { since }) => day(since, language),
            },
          ]}
        />
      </Panel>
    </>
  )
}
