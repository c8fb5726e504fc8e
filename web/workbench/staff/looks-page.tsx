import { useQuery } from '@tanstack/react-query'
import { get } from '../../shared/api/client.ts'
import type { LooksView } from '../../shared/api/types.gen.ts'
import { moment } from '../../shared/dates.ts'
import { useMe } from '../me.ts'
import { Answer } from '../parts/answer.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { Table } from '../parts/table.tsx'
import { useSay } from '../preferences.tsx'

const words = {
  zh: {
    title: '查阅记录',
    lead: '除您本人和办理您事项的部门（本单位、主管部门、人事综合管理部门）以外，谁看过您的信息。同一人同一天只记一次。',
    pages: '打开过您的页面',
    lists: '取得过含有您的名单',
    listsHint: '名单是您所在单位或其上级地区的，不一定每次都有您。',
    at: '时间',
    by: '查阅人',
    office: '单位',
    what: '先看的内容',
    list: '名单',
    filter: '条件',
    count: '人数',
    none: '没有记录。',
    notStaff: '您的账号没有对应的人员登记。',
    person: '人员信息',
    changes: '信息变更',
    ledger: '培训台账',
    entries: '台账记录',
    trainings: '培训档案',
    eligibility: '任职资格',
    certificate: '合格证书',
    request: '申请',
    proof: '证明材料',
    account: '账号',
    merge: '合并登记',
    audit: '审计查询',
    register: '人员名册',
    register_file: '人员名册（文件）',
    results: '年度结果',
    results_file: '年度结果（文件）',
    short: '未完成名单',
    untrained: '未参训人员名单',
    accounts: '账号名单',
    year_list: '年度名单（文件）',
    certificates: '合格证书（文件）',
    search: '查找',
    class: '培训班名册',
  },
  en: {
    title: 'Who looked',
    lead: 'Who has seen your data besides yourself and the desks that deal with you (your institution, department and authority). Once a reader and day.',
    pages: 'Opened your pages',
    lists: 'Got lists that may hold you',
    listsHint: 'Lists of your institution or of a place above it; you need not stand in each.',
    at: 'When',
    by: 'Who',
    office: 'Office',
    what: 'What they saw first',
    list: 'List',
    filter: 'Narrowed by',
    count: 'Persons',
    none: 'Nobody.',
    notStaff: 'No person on a register belongs to your account.',
    person: 'record',
    changes: 'changes of the record',
    ledger: 'training ledger',
    entries: 'entries of the ledger',
    trainings: 'training archive',
    eligibility: 'eligibility',
    certificate: 'certificates',
    request: 'a request',
    proof: 'a proof',
    account: 'the account',
    merge: 'a merge of records',
    audit: 'audit',
    register: 'staff register',
    register_file: 'staff register (file)',
    results: 'results of a year',
    results_file: 'results of a year (file)',
    short: 'who has not completed a year',
    untrained: 'who was not trained',
    accounts: 'the list of accounts',
    year_list: 'list of a year (file)',
    certificates: 'certificates (file)',
    search: 'a search',
    class: 'list of a class',
  },
} as const

type Page = LooksView['pages'][number]
type ListLook = LooksView['lists'][number]

const Pages = ({ of }: { readonly of: readonly Page[] }) => {
  const { say, language } = useSay(words)
  if (of.length === 0) return <Empty>{say.none}</Empty>
  return (
    <Table<Page>
      items={of}
      label={say.pages}
      rowKey={({ at, byName }) => `${at} ${byName}`}
      columns={[
        { key: 'at', title: say.at, render: (_, { at }) => moment(at, language) },
        { key: 'by', title: say.by, render: (_, { byName }) => byName },
        { key: 'office', title: say.office, render: (_, { office }) => office },
        { key: 'what', title: say.what, render: (_, { page }) => say[page] },
      ]}
    />
  )
}

const Lists = ({ of }: { readonly of: readonly ListLook[] }) => {
  const { say, language } = useSay(words)
  if (of.length === 0) return <Empty>{say.none}</Empty>
  return (
    <Table<ListLook>
      items={of}
      label={say.lists}
      rowKey={({ at, byName, list, filter, count }) => `${at} ${byName} ${list} ${filter} ${count}`}
      columns={[
        { key: 'at', title: say.at, render: (_, { at }) => moment(at, language) },
        { key: 'by', title: say.by, render: (_, { byName }) => byName },
        { key: 'office', title: say.office, render: (_, { office }) => office },
        { key: 'list', title: say.list, render: (_, { list }) => say[list] },
        { key: 'filter', title: say.filter, render: (_, { filter }) => filter },
        { key: 'count', title: say.count, className: 'number', render: (_, { count }) => count },
      ]}
    />
  )
}

/** Who looked at one's own record, besides oneself and the desks that deal with it. */
export const LooksPage = () => {
  const { say } = useSay(words)
  const { staffId } = useMe()
  const looks = useQuery({
    queryKey: ['/persons/{id}/looks', staffId],
    queryFn: () => get('/persons/{id}/looks', { path: { id: staffId ?? '' } }),
    enabled: staffId !== null,
  })
  return (
    <>
      <PageHead title={say.title} lead={<p>{say.lead}</p>} />
      {staffId === null ? (
        <Empty>{say.notStaff}</Empty>
      ) : (
        <Answer of={looks}>
          {({ pages, lists }) => (
            <>
              <Panel title={say.pages}>
                <Pages of={pages} />
              </Panel>
              <Panel title={say.lists}>
                <p className="quiet">{say.listsHint}</p>
                <Lists of={lists} />
              </Panel>
            </>
          )}
        </Answer>
      )}
    </>
  )
}
