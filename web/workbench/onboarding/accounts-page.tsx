import { Link, useSearchParams } from 'react-router'
import type { Account } from '../../shared/api/types.gen.ts'
import { withQuery } from '../../shared/with-query.ts'
import { useOrganisation } from '../institution/institution.ts'
import { has, type Role, seatsOf, useMe } from '../me.ts'
import { Answer } from '../parts/answer.tsx'
import { List } from '../parts/list.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { SeatChoice } from '../parts/seat-choice.tsx'
import { useList } from '../parts/use-list.ts'
import { useSay } from '../preferences.tsx'
import { Done } from '../registers/done.tsx'
import styles from '../registers/registers.module.css'
import { AccountStatus } from './account-status.tsx'
import { InvitationState } from './invitation-state.tsx'
import { SeatsText } from './seats-text.tsx'

const words = {
  zh: {
    title: '账号',
    lead: '谁能登录平台，坐在哪个席位。打开一个账号可以重新发送邀请、停用或恢复。',
    invite: '邀请开通账号',
    import: '批量邀请',
    organisation: '机构登记',
    list: '{name} 的账号',
    none: '还没有账号。请邀请第一个人。',
    nowhere: '您没有在任何机构任职。',
    name: '姓名',
    status: '状态',
    seats: '席位',
    email: '邮箱',
  },
  en: {
    title: 'Accounts',
    lead: 'Who can sign in, and where they sit. Open an account to send its invitation again, suspend or resume it.',
    invite: 'Invite someone',
    import: 'Invite by a file',
    organisation: 'The organisation',
    list: 'Accounts of {name}',
    none: 'There is no account yet. Invite the first person.',
    nowhere: 'You have no seat at an organisation.',
    name: 'Name',
    status: 'Status',
    seats: 'Seats',
    email: 'E-mail',
  },
} as const

const DESKS: readonly Role[] = ['institution', 'department', 'authority', 'auditor']

export const accountPath = (id: string): string => `/accounts/${encodeURIComponent(id)}`

const OfOrganisation = ({ id }: { readonly id: string }) => {
  const { say } = useSay(words)
  const me = useMe()
  const organisation = useOrganisation(id)
  const list = useList('/accounts', { query: { organisation: id } })
  const isHead = (list.data?.pages ?? []).some(({ items }) =>
    items.some(
      (one) => one.id === me.id && one.roles.some((seat) => seat.organisation.id === id && seat.head),
    ),
  )
  return (
    <Answer of={organisation}>
      {({ name, mayChange }) => (
        <>
          <PageHead
            title={say.title}
            lead={
              <>
                <p>{name}</p>
                <p>{say.lead}</p>
              </>
            }
            actions={
              <>
                <SeatChoice roles={DESKS} name="organisation" />
                {has(me, 'authority', 'auditor') && (
                  <Link className="button" to={`/registers/organisations/${encodeURIComponent(id)}`}>
                    {say.organisation}
                  </Link>
                )}
                {(mayChange || isHead) && (
                  <Link className="button" to="/accounts/import">
                    {say.import}
                  </Link>
                )}
                {(mayChange || isHead) && (
                  <Link className="button primary" to={withQuery('/accounts/new', { organisation: id })}>
                    {say.invite}
                  </Link>
                )}
              </>
            }
          />
          <Done />
          <Panel title={say.list.replace('{name}', name)}>
            <div className={styles.registerTable}>
              <List<Account>
                of={list}
                label={say.list.replace('{name}', name)}
                rowKey={(one) => one.id}
                empty={<Empty>{say.none}</Empty>}
                columns={[
                  {
                    title: say.name,
                    key: 'name',
                    render: (_, one) => <Link to={accountPath(one.id)}>{one.name}</Link>,
                  },
                  {
                    title: say.status,
                    key: 'status',
                    render: (_, { status, invitation }) => (
                      <>
                        <AccountStatus of={status} />
                        {invitation && (
                          <div>
                            <InvitationState of={invitation} />
                          </div>
                        )}
                      </>
                    ),
                  },
                  { title: say.seats, key: 'seats', render: (_, { roles }) => <SeatsText of={roles} /> },
                  { title: say.email, key: 'email', render: (_, { email }) => email ?? '—' },
                ]}
              />
            </div>
          </Panel>
        </>
      )}
    </Answer>
  )
}

/** The accounts of an organisation: the one that the address names, otherwise the reader's own. */
export const AccountsPage = () => {
  const { say } = useSay(words)
  const me = useMe()
  const [query] = useSearchParams()
  const id = query.get('organisation') ?? seatsOf(me, ...DESKS)[0]?.organisation.id
  if (id !== undefined) return <OfOrganisation key={id} id={id} />
  return (
    <>
      <PageHead title={say.title} />
      <Empty>{say.nowhere}</Empty>
    </>
  )
}
