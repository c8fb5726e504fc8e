import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { post } from '../../shared/api/client.ts'
import type { Client } from '../../shared/api/types.gen.ts'
import { day } from '../../shared/dates.ts'
import { isOfRegion, useMe } from '../me.ts'
import { Confirm } from '../parts/confirm.tsx'
import { List } from '../parts/list.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { StatusMark } from '../parts/status-mark.tsx'
import { useList } from '../parts/use-list.ts'
import { fill, useSay } from '../preferences.tsx'
import { Done } from './done.tsx'
import styles from './registers.module.css'

const words = {
  zh: {
    title: '接入系统',
    lead: '人事系统可以按接口批量核对任职资格（第7、35、43–46条），每次核对都留记录。只有在这里登记、并由登录服务发给权限范围的系统才能调用。',
    register: '登记接入系统',
    list: '已登记的系统',
    name: '名称',
    id: '客户端编号',
    organisation: '所属机构',
    scope: '权限范围',
    eligibility: '批量核对任职资格',
    status: '状态',
    active: '可以调用',
    ended: '已停止（{day}）',
    act: '操作',
    end: '停止接入',
    endTitle: '停止 {name} 的接入',
    endText: '停止后，它手里还没有过期的凭证也不能再用。已有的记录保留。',
    endHint: '理由随这次改动一起保存。',
    endDone: '已停止接入：{name}',
    none: '还没有登记任何接入系统。',
  },
  en: {
    title: 'Other systems',
    lead: 'Systems of HR may ask about eligibility in batches (Art. 7, 35, 43–46), each reading on record. Only those entered here may call, with the scope that the identity provider gives them.',
    register: 'Enter a system',
    list: 'Systems entered',
    name: 'Name',
    id: 'Client',
    organisation: 'Organisation',
    scope: 'Scope',
    eligibility: 'eligibility in batches',
    status: 'Status',
    active: 'may call',
    ended: 'ended ({day})',
    act: 'Act',
    end: 'End',
    endTitle: 'End the access of {name}',
    endText: 'Tokens that it still holds are of no use from then on. What is on record stays.',
    endHint: 'Kept with the change.',
    endDone: 'Ended: {name}',
    none: 'No other system is entered yet.',
  },
} as const

/** The other systems that may call for themselves; the region enters and ends them. */
export const ClientsPage = () => {
  const { say, language } = useSay(words)
  const isRegion = isOfRegion(useMe())
  const queries = useQueryClient()
  const [said, setSaid] = useState<string>()
  const list = useList('/clients', {})
  const end = async ({ id, name }: Client, reason: string) => {
    await post('/clients/{id}/ending', { path: { id }, body: { reason } })
    await queries.invalidateQueries({ queryKey: ['/clients'] })
    setSaid(fill(say.endDone, { name }))
  }
  return (
    <>
      <PageHead
        title={say.title}
        lead={<p>{say.lead}</p>}
        actions={
          isRegion && (
            <Link className="button primary" to="/registers/clients/new">
              {say.register}
            </Link>
          )
        }
      />
      {said === undefined ? <Done /> : <Notice tone="good" title={said} />}
      <Panel title={say.list}>
        <div className={styles.registerTable}>
          <List<Client>
            of={list}
            label={say.list}
            rowKey={({ id }) => id}
            empty={<Empty>{say.none}</Empty>}
            columns={[
              {
                title: say.name,
                key: 'name',
                render: (_, { name, id }) => (
                  <>
                    <span className="strong">{name}</span>
                    <div className="quiet">
                      {say.id} {id}
                    </div>
                  </>
                ),
              },
              { title: say.organisation, key: 'organisation', render: (_, one) => one.organisation.name },
              { title: say.scope, key: 'scope', render: (_, { scope }) => say[scope] },
              {
                title: say.status,
                key: 'status',
                render: (_, { endedAt }) => (
                  <StatusMark tone={endedAt === null ? 'good' : 'plain'}>
                    {endedAt === null
                      ? say.active
                      : fill(say.ended, { day: day(endedAt.slice(0, 10), language) })}
                  </StatusMark>
                ),
              },
              ...(isRegion
                ? [
                    {
                      title: say.act,
                      key: 'act',
                      render: (_: unknown, client: Client) =>
                        client.endedAt === null && (
                          <Confirm
                            danger
                            label={say.end}
                            title={fill(say.endTitle, { name: client.name })}
                            follows={<p>{say.endText}</p>}
                            reason={{ hint: say.endHint, required: true }}
                            act={(reason) => end(client, reason)}
                          />
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
