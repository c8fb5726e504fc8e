import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { get, post } from '../../shared/api/client.ts'
import type { Account, AccountWithActs } from '../../shared/api/types.gen.ts'
import { moment } from '../../shared/dates.ts'
import { withQuery } from '../../shared/with-query.ts'
import { Answer } from '../parts/answer.tsx'
import { Confirm } from '../parts/confirm.tsx'
import { Facts } from '../parts/facts.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Panel } from '../parts/panel.tsx'
import styles from '../person/person.module.css'
import { fill, useSay } from '../preferences.tsx'
import { Done } from '../registers/done.tsx'
import { AccountStatus } from './account-status.tsx'
import { accountAct } from './account-words.ts'
import { AddressForm } from './address-form.tsx'
import { InvitationState } from './invitation-state.tsx'
import { LinkPerson } from './link-person.tsx'
import { SeatsText } from './seats-text.tsx'

const words = {
  zh: {
    back: '账号',
    facts: '账号信息',
    number: '账号编号',
    status: '状态',
    seats: '席位',
    email: '邮箱',
    person: '在册人员',
    openPerson: '打开人员档案',
    invitation: '邀请',
    bound: '首次绑定登录',
    acts: '办理',
    send: '重新发送邀请',
    sendLogin: '发送绑定另一个登录的链接',
    sendText: '会有一封新邮件发到账号的邮箱，之前的链接立即作废。',
    withdraw: '取消邀请',
    withdrawText: '账号和席位随之取消，链接立即作废。以后可以重新邀请。',
    suspend: '停用账号',
    suspendText: '对方立即不能再办理任何事项，席位视为空缺。以后可以恢复。',
    resume: '恢复账号',
    resumeText: '对方恢复原有的席位，可以重新登录办理。',
    reasonHint: '理由与操作人、时间一并记录，供审计查询。',
    sent: '邀请已重新发送',
    unsent: '邮件没有发出，请检查邮箱后再试',
    withdrawn: '邀请已取消',
    suspended: '账号已停用',
    resumed: '账号已恢复',
    address: '更换邮箱',
    record: '办理记录',
    by: '{name}，{moment}',
    reason: '理由：{reason}',
    setup: '云平台管理员',
  },
  en: {
    back: 'Accounts',
    facts: 'On record',
    number: 'Account',
    status: 'Status',
    seats: 'Seats',
    email: 'E-mail',
    person: 'On the register',
    openPerson: 'Open the person’s archive',
    invitation: 'Invitation',
    bound: 'First login bound',
    acts: 'What to do',
    send: 'Send the invitation again',
    sendLogin: 'Send a link for another login',
    sendText: 'A new mail goes to the account’s address; the link before it is good for nothing.',
    withdraw: 'Withdraw the invitation',
    withdrawText: 'The account ends, with its seat and link. They can be invited anew.',
    suspend: 'Suspend the account',
    suspendText: 'They act no more, at once, and their seats are empty. It can be taken up again.',
    resume: 'Resume the account',
    resumeText: 'They have their seats again and may sign in.',
    reasonHint: 'Kept with who did so and when; auditors can find it.',
    sent: 'The invitation was sent again',
    unsent: 'The mail did not go out: check the address and try again',
    withdrawn: 'The invitation is withdrawn',
    suspended: 'The account is suspended',
    resumed: 'The account is resumed',
    address: 'Another address',
    record: 'What was done to it',
    by: '{name}, {moment}',
    reason: 'Reason: {reason}',
    setup: 'administrator of the cloud',
  },
} as const

const accountQuery = (id: string) => ({
  queryKey: ['/accounts', 'one', id],
  queryFn: () => get('/accounts/{id}', { path: { id } }),
})

/** What someone may do with the account now, each step saying what follows. */
const Acts = ({ of: account, tell }: { readonly of: Account; readonly tell: (said: string) => void }) => {
  const { say } = useSay(words)
  const queries = useQueryClient()
  const path = { id: account.id }
  const said = async (done: string): Promise<void> => {
    await queries.invalidateQueries({ queryKey: ['/accounts'] })
    tell(done)
  }
  const send = async () => {
    const after = await post('/accounts/{id}/invitation', { path })
    await said(after.invitation?.delivered === false ? say.unsent : say.sent)
  }
  const end = async (
    way: '/accounts/{id}/withdrawal' | '/accounts/{id}/suspension' | '/accounts/{id}/resumption',
    reason: string,
    done: string,
  ) => {
    await post(way, { path, body: { reason } })
    await said(done)
  }
  const why = { hint: say.reasonHint, required: true }
  const { status } = account
  return (
    <div className="actions">
      {(status === 'invited' || status === 'active') && (
        <Confirm
          key={`send ${account.invitation?.sentAt}`}
          label={status === 'invited' ? say.send : say.sendLogin}
          title={status === 'invited' ? say.send : say.sendLogin}
          follows={<p>{say.sendText}</p>}
          act={send}
        />
      )}
      {status === 'invited' && account.boundAt === null && (
        <Confirm
          danger
          label={say.withdraw}
          title={say.withdraw}
          follows={<p>{say.withdrawText}</p>}
          reason={why}
          act={(reason) => end('/accounts/{id}/withdrawal', reason, say.withdrawn)}
        />
      )}
      {(status === 'invited' || status === 'active') && (
        <Confirm
          danger
          label={say.suspend}
          title={say.suspend}
          follows={<p>{say.suspendText}</p>}
          reason={why}
          act={(reason) => end('/accounts/{id}/suspension', reason, say.suspended)}
        />
      )}
      {status === 'suspended' && (
        <Confirm
          label={say.resume}
          title={say.resume}
          follows={<p>{say.resumeText}</p>}
          reason={why}
          act={(reason) => end('/accounts/{id}/resumption', reason, say.resumed)}
        />
      )}
    </div>
  )
}

const Record = ({ of: acts }: { readonly of: AccountWithActs['acts'] }) => {
  const { say, language } = useSay(words)
  return (
    <ol className={`plain ${styles.history}`}>
      {acts.map(({ at, by, byName, what, reason }) => (
        <li key={`${at} ${what}`}>
          <h3>{accountAct(what, language)}</h3>
          <p className="quiet">
            {fill(say.by, {
              name: byName ?? (by === 'setup' ? say.setup : by),
              moment: moment(at, language),
            })}
          </p>
          {reason !== null && <p>{fill(say.reason, { reason })}</p>}
        </li>
      ))}
    </ol>
  )
}

const Whole = ({ account }: { readonly account: AccountWithActs }) => {
  const { say, language } = useSay(words)
  const queries = useQueryClient()
  const [said, setSaid] = useState<string>()
  const { id, name, status, email, staffId, roles, invitation, boundAt, mayManage, acts } = account
  const isOpen = status === 'invited' || status === 'active'
  return (
    <>
      <PageHead
        title={name}
        back={{ to: withQuery('/accounts', { organisation: roles[0]?.organisation.id }), label: say.back }}
      />
      {said === undefined ? <Done /> : <Notice tone={said === say.unsent ? 'wait' : 'good'} title={said} />}
      <Panel title={say.facts}>
        <Facts
          of={[
            [say.status, <AccountStatus key="status" of={status} />],
            [say.invitation, invitation && <InvitationState key="invitation" of={invitation} />],
            [say.seats, roles.length > 0 && <SeatsText key="seats" of={roles} />],
            [say.email, email],
            [
              say.person,
              staffId && (
                <Link key="person" to={`/persons/${encodeURIComponent(staffId)}`}>
                  {say.openPerson}
                </Link>
              ),
            ],
            [say.bound, boundAt && moment(boundAt, language)],
            [say.number, <code key="number">{id}</code>],
          ]}
        />
      </Panel>
      {mayManage && status !== 'withdrawn' && (
        <Panel title={say.acts}>
          <Acts of={account} tell={setSaid} />
        </Panel>
      )}
      {mayManage && isOpen && staffId === null && (
        <Panel title={say.person}>
          <LinkPerson account={id} tell={setSaid} />
        </Panel>
      )}
      {mayManage && isOpen && (
        <Panel title={say.address}>
          <AddressForm
            account={id}
            after={() => void queries.invalidateQueries({ queryKey: ['/accounts'] })}
          />
        </Panel>
      )}
      <Panel title={say.record}>
        <Record of={acts} />
      </Panel>
    </>
  )
}

/** An account: how it stands, what may be done with it, and what was. */
export const AccountPage = () => {
  const { id = '' } = useParams()
  const asked = useQuery(accountQuery(id))
  return <Answer of={asked}>{(account) => <Whole key={id} account={account} />}</Answer>
}
