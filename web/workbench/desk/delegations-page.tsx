import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '../../shared/api/client.ts'
import type { Delegation } from '../../shared/api/types.gen.ts'
import { period } from '../../shared/dates.ts'
import { has, useMe } from '../me.ts'
import { Confirm } from '../parts/confirm.tsx'
import { List } from '../parts/list.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { StatusMark } from '../parts/status-mark.tsx'
import { useList } from '../parts/use-list.ts'
import { fill, useSay } from '../preferences.tsx'
import { DelegationForm } from './delegation-form.tsx'
import './desk.module.css'

const words = {
  zh: {
    title: '委托代办',
    lead: '出差、休假期间，可以委托同一单位或部门的同事代您办理全部待办事项。办理记录会写明“代谁办理”；受托人不能再转委托，也不能办理您本人或他本人的申请。',
    given: '我委托的',
    received: '委托给我的',
    to: '受托人',
    from: '委托人',
    between: '起止日期',
    reason: '事由',
    state: '状态',
    act: '操作',
    inForce: '生效中',
    ahead: '未开始',
    over: '已结束',
    revoked: '已提前结束',
    end: '提前结束',
    endTitle: '现在结束这项委托',
    endFollows: '{name} 从现在起不能再代您办理。已经办理的仍然有效。',
    noneGiven: '您没有委托过同事。',
    noneReceived: '没有同事委托您代办。',
    made: '已委托 {name}',
    madeText: '{period}，{name} 可以代您办理。已发邮件告诉对方。',
    noDesk: '您的账号没有办理岗位，不需要委托。',
  },
  en: {
    title: 'Delegation',
    lead: 'While you are away, a colleague of your organisation can decide all your tasks. The record says for whom they decide; they can neither lend your powers on, nor decide your own requests or theirs.',
    given: 'Given by me',
    received: 'Given to me',
    to: 'To',
    from: 'From',
    between: 'Between',
    reason: 'Why',
    state: 'State',
    act: 'Actions',
    inForce: 'in force',
    ahead: 'not begun',
    over: 'over',
    revoked: 'ended early',
    end: 'End now',
    endTitle: 'End this delegation now',
    endFollows: '{name} can no longer decide for you from now on. What was decided stands.',
    noneGiven: 'You have not lent your powers to anyone.',
    noneReceived: 'No colleague has lent you their powers.',
    made: '{name} stands in for you',
    madeText: '{period}: {name} can decide for you. They were told by mail.',
    noDesk: 'Your account sits at no desk: there is nothing to delegate.',
  },
} as const

const State = ({ of: { inForce, revokedAt, startsOn } }: { readonly of: Delegation }) => {
  const { say } = useSay(words)
  const { today } = useMe()
  if (inForce) return <StatusMark tone="good">{say.inForce}</StatusMark>
  if (revokedAt !== null) return <StatusMark tone="plain">{say.revoked}</StatusMark>
  return startsOn > today ? (
    <StatusMark tone="wait">{say.ahead}</StatusMark>
  ) : (
    <StatusMark tone="plain">{say.over}</StatusMark>
  )
}

const End = ({ of: { id, to } }: { readonly of: Delegation }) => {
  const { say } = useSay(words)
  const client = useQueryClient()
  return (
    <Confirm
      danger
      label={say.end}
      title={say.endTitle}
      follows={<p>{fill(say.endFollows, { name: to.name })}</p>}
      act={async () => {
        await post('/delegations/{id}/revocation', { path: { id } })
        await client.invalidateQueries({ queryKey: ['/delegations'] })
      }}
    />
  )
}

const Delegations = ({ side }: { readonly side: 'given' | 'received' }) => {
  const { say, language } = useSay(words)
  const { today } = useMe()
  const list = useList('/delegations', { query: { side } })
  const isGiven = side === 'given'
  return (
    <Panel title={say[side]}>
      <List<Delegation>
        of={list}
        label={say[side]}
        rowKey={({ id }) => id}
        empty={<Empty>{isGiven ? say.noneGiven : say.noneReceived}</Empty>}
        columns={[
          {
            title: isGiven ? say.to : say.from,
            key: 'who',
            render: (_, { to, from }) => (isGiven ? to : from).name,
          },
          {
            title: say.between,
            key: 'between',
            className: 'number',
            render: (_, { startsOn, endsOn }) => period(startsOn, endsOn, language),
          },
          { title: say.reason, key: 'reason', render: (_, { reason }) => reason ?? '—' },
          { title: say.state, key: 'state', render: (_, delegation) => <State of={delegation} /> },
          ...(isGiven
            ? [
                {
                  title: say.act,
                  key: 'act',
                  render: (_: unknown, delegation: Delegation) =>
                    delegation.revokedAt === null && delegation.endsOn >= today && <End of={delegation} />,
                },
              ]
            : []),
        ]}
      />
    </Panel>
  )
}

/** Powers that were lent: to colleagues, and by them. */
export const DelegationsPage = () => {
  const { say, language } = useSay(words)
  const me = useMe()
  const [made, setMade] = useState<Delegation>()
  const isDesk = has(me, 'institution', 'department', 'authority')
  return (
    <>
      <PageHead title={say.title} lead={<p>{say.lead}</p>} />
      {isDesk ? (
        <>
          {made && (
            <Notice tone="good" title={fill(say.made, { name: made.to.name })}>
              <p>
                {fill(say.madeText, {
                  name: made.to.name,
                  period: period(made.startsOn, made.endsOn, language),
                })}
              </p>
            </Notice>
          )}
          <DelegationForm done={setMade} />
          <Delegations side="given" />
        </>
      ) : (
        <Empty>{say.noDesk}</Empty>
      )}
      <Delegations side="received" />
    </>
  )
}
