import { useId } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { Provider } from '../../shared/api/types.gen.ts'
import { day } from '../../shared/dates.ts'
import { enumerate } from '../../shared/fill.ts'
import { isOfRegion, useMe } from '../me.ts'
import { DateField } from '../parts/date-field.tsx'
import { List } from '../parts/list.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { isDay } from '../parts/read-day.ts'
import { StatusMark } from '../parts/status-mark.tsx'
import { useList } from '../parts/use-list.ts'
import { fill, useSay } from '../preferences.tsx'
import { Done } from './done.tsx'
import styles from './registers.module.css'

const words = {
  zh: {
    title: '网络培训机构',
    lead: '自治区确定的网络培训机构名单（第41条）。线上专业科目学时按培训当日的名单核对。',
    register: '登记网络培训机构',
    list: '名单',
    on: '只看这一天在名单内的',
    all: '查看全部',
    name: '名称',
    aliases: '别名：{names}',
    from: '列入日期',
    until: '截止日期',
    open: '长期',
    status: '状态',
    listed: '在名单内',
    ended: '已截止',
    later: '尚未开始',
    change: '修改',
    changeOf: '修改 {name}',
    none: '这一天没有在名单内的网络培训机构。',
  },
  en: {
    title: 'Online providers',
    lead: 'The providers of online training that the region lists (Art. 41). Online professional hours are checked against the list of the training’s own days.',
    register: 'List a provider',
    list: 'The list',
    on: 'Only those listed on',
    all: 'Show all',
    name: 'Name',
    aliases: 'Also: {names}',
    from: 'Listed from',
    until: 'Until',
    open: 'further notice',
    status: 'Status',
    listed: 'listed',
    ended: 'ended',
    later: 'not yet',
    change: 'Change',
    changeOf: 'Change {name}',
    none: 'No provider is listed on this day.',
  },
} as const

/** The list of online providers, on a day or whole. */
export const ProvidersPage = () => {
  const { say, language } = useSay(words)
  const me = useMe()
  const isRegion = isOfRegion(me)
  const [query, setQuery] = useSearchParams()
  const on = query.get('on')
  const id = useId()
  const list = useList('/providers', { query: { on } })
  const statusOf = ({ listedFrom, listedUntil }: Provider) =>
    listedFrom > me.today ? 'later' : listedUntil !== null && listedUntil < me.today ? 'ended' : 'listed'
  return (
    <>
      <PageHead
        title={say.title}
        lead={<p>{say.lead}</p>}
        actions={
          isRegion && (
            <Link className="button primary" to="/registers/providers/new">
              {say.register}
            </Link>
          )
        }
      />
      <Done />
      <Panel title={say.list}>
        <div className={styles.lookup}>
          <div>
            <label htmlFor={id}>{say.on}</label>
            <DateField
              id={id}
              value={on}
              onChange={(day) => {
                if (day === null) setQuery({})
                else if (isDay(day)) setQuery({ on: day })
              }}
            />
          </div>
          {on !== null && <Link to="/registers/providers">{say.all}</Link>}
        </div>
        <div className={styles.registerTable}>
          <List<Provider>
            of={list}
            label={say.list}
            rowKey={(provider) => provider.id}
            empty={<Empty>{say.none}</Empty>}
            columns={[
              {
                title: say.name,
                key: 'name',
                render: (_, { name, aliases }) => (
                  <>
                    <span className="strong">{name}</span>
                    {aliases.length > 0 && (
                      <div className="quiet">
                        {fill(say.aliases, { names: enumerate(aliases, language) })}
                      </div>
                    )}
                  </>
                ),
              },
              {
                title: say.status,
                key: 'status',
                render: (_, provider) => (
                  <StatusMark tone={statusOf(provider) === 'listed' ? 'good' : 'plain'}>
                    {say[statusOf(provider)]}
                  </StatusMark>
                ),
              },
              {
                title: say.from,
                key: 'from',
                className: 'nowrap',
                render: (_, { listedFrom }) => day(listedFrom, language),
              },
              {
                title: say.until,
                key: 'until',
                className: 'nowrap',
                render: (_, { listedUntil }) =>
                  listedUntil === null ? say.open : day(listedUntil, language),
              },
              ...(isRegion
                ? [
                    {
                      title: say.change,
                      key: 'change',
                      render: (_: unknown, provider: Provider) => (
                        <Link
                          to={`/registers/providers/${encodeURIComponent(provider.id)}`}
                          aria-label={fill(say.changeOf, { name: provider.name })}
                        >
                          {say.change}
                        </Link>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        </div>
      </Panel>
    </>
  )
}
