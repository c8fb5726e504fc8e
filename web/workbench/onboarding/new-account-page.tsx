import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Checkbox, Form, Input, Select } from 'antd'
import { useRef } from 'react'
import { useSearchParams } from 'react-router'
import { post } from '../../shared/api/client.ts'
import type { NewAccount, Organisation, Person, Seat } from '../../shared/api/types.gen.ts'
import { term } from '../../shared/terms.ts'
import { withQuery } from '../../shared/with-query.ts'
import { useOrganisation } from '../institution/institution.ts'
import { isOfRegion, seatsOf, useMe } from '../me.ts'
import { Answer } from '../parts/answer.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { personQuery } from '../person/person-queries.ts'
import { fill, useSay } from '../preferences.tsx'
import { useDoneAt } from '../registers/done.tsx'
import { RegisterForm, useRequired } from '../registers/register-form.tsx'

const words = {
  zh: {
    title: '邀请开通账号',
    lead: '对方会收到一封邮件，打开里面的链接、用自己的统一身份认证登录并确认绑定，就能使用平台。链接 14 天有效，只能用一次。',
    back: '账号',
    backToPerson: '返回 {name}',
    entry: '邀请谁',
    name: '姓名',
    person: '在册人员',
    email: '邮箱',
    emailHint: '邀请和今后的办理通知都发到这里，请填本人的邮箱。',
    mobile: '手机号码（可不填）',
    mobileHint: '登录服务按手机号码识别人员的，请填写，与登录服务中的一致。',
    role: '席位',
    head: '负责人：收到超期提醒，可以邀请人员、增减席位',
    reason: '邀请开通账号',
    submit: '发送邀请',
    sent: '已邀请 {name}，邮件已发出',
    unsent: '已邀请 {name}，但邮件没有发出，请检查邮箱后重新发送',
    none: '请先在“账号”中选择机构。',
  },
  en: {
    title: 'Invite someone',
    lead: 'They get a mail with a link: they open it, sign in with their own login, confirm, and can use the platform. The link lasts 14 days and serves once.',
    back: 'Accounts',
    backToPerson: 'Back to {name}',
    entry: 'Whom',
    name: 'Name',
    person: 'On the register',
    email: 'E-mail',
    emailHint: 'The invitation and later notices go there: an address of their own.',
    mobile: 'Mobile number (optional)',
    mobileHint: 'Where the sign-in knows people by it, as it stands there.',
    role: 'Seat',
    head: 'Head: told of what is overdue; invites people, gives and takes seats',
    reason: 'Invited to an account',
    submit: 'Send the invitation',
    sent: '{name} is invited; the mail is on its way',
    unsent: '{name} is invited, but the mail did not go out: check the address and send it again',
    none: 'Choose an organisation under “Accounts” first.',
  },
} as const

interface Values {
  name: string
  email: string
  mobile?: string
  role?: Seat['role']
  head?: boolean
}

const bodyOf = (
  { name, email, mobile, role, head }: Values,
  reason: string,
  organisation: Organisation,
  staffId: string | undefined,
): NewAccount => ({
  name: name.trim(),
  email: email.trim(),
  reason,
  ...(mobile?.trim() ? { mobile: mobile.trim() } : {}),
  ...(staffId === undefined
    ? { seat: { organisationId: organisation.id, role: role ?? organisation.kind, head: head ?? false } }
    : { staffId }),
})

interface InviteProps {
  readonly organisation: Organisation
  /** Whose account it is to be; without, it is for a seat. */
  readonly person?: Person
}

const Invite = ({ organisation, person }: InviteProps) => {
  const { say, language } = useSay(words)
  const me = useMe()
  const required = useRequired()
  const queries = useQueryClient()
  const doneAt = useDoneAt()
  // One key a form: sent again after a lost connection it is the same invitation.
  const key = useRef(crypto.randomUUID())
  // Auditors and operators see all below an authority: the region alone appoints them.
  const roles: readonly Seat['role'][] =
    organisation.kind === 'authority' && isOfRegion(me)
      ? ['authority', 'auditor', 'operator']
      : [organisation.kind]
  return (
    <Panel title={say.entry}>
      <RegisterForm<Values>
        name="account"
        draft={`account ${organisation.id} ${person?.id ?? ''}`}
        initial={
          {
            name: person?.name ?? '',
            role: organisation.kind,
            head: false,
            reason: say.reason,
          } as Partial<Values>
        }
        submit={say.submit}
        send={async ({ reason, ...values }) => {
          const body = bodyOf(values, reason, organisation, person?.id)
          const account = await post('/accounts', { body, key: key.current })
          await Promise.all(
            ['/accounts', '/persons', '/organisations'].map((path) =>
              queries.invalidateQueries({ queryKey: [path] }),
            ),
          )
          const isSent = account.invitation?.delivered !== false
          await doneAt(
            `/accounts/${encodeURIComponent(account.id)}`,
            fill(isSent ? say.sent : say.unsent, { name: account.name }),
          )
        }}
      >
        <Form.Item name="name" label={person ? say.person : say.name} rules={required(say.name)}>
          <Input autoComplete="off" readOnly={person !== undefined} maxLength={60} />
        </Form.Item>
        <Form.Item name="email" label={say.email} extra={say.emailHint} rules={required(say.email)}>
          <Input type="email" inputMode="email" autoComplete="off" maxLength={254} />
        </Form.Item>
        <Form.Item name="mobile" label={say.mobile} extra={say.mobileHint}>
          <Input inputMode="tel" autoComplete="off" maxLength={20} />
        </Form.Item>
        {person === undefined && (
          <>
            <Form.Item name="role" label={say.role}>
              <Select
                popupMatchSelectWidth={false}
                options={roles.map((value) => ({ value, label: term('role', value, language) }))}
              />
            </Form.Item>
            <Form.Item name="head" valuePropName="checked">
              <Checkbox>{say.head}</Checkbox>
            </Form.Item>
          </>
        )}
      </RegisterForm>
    </Panel>
  )
}

const ForPerson = ({ id, organisation }: { readonly id: string; readonly organisation: Organisation }) => {
  const { say } = useSay(words)
  const asked = useQuery(personQuery(id))
  return (
    <Answer of={asked}>
      {(person) => (
        <>
          <PageHead
            title={say.title}
            back={{
              to: `/persons/${encodeURIComponent(id)}`,
              label: fill(say.backToPerson, { name: person.name }),
            }}
            lead={<p>{say.lead}</p>}
          />
          <Invite organisation={organisation} person={person} />
        </>
      )}
    </Answer>
  )
}

/** Invites someone to a seat of an organisation (`?organisation=`), or a person on its register (`&staff=`). */
export const NewAccountPage = () => {
  const { say } = useSay(words)
  const [query] = useSearchParams()
  const me = useMe()
  const own = seatsOf(me, 'institution', 'department', 'authority')[0]?.organisation.id
  const id = query.get('organisation') ?? own
  const staff = query.get('staff')
  const asked = useOrganisation(id)
  if (id === undefined)
    return (
      <>
        <PageHead title={say.title} back={{ to: '/accounts', label: say.back }} />
        <Empty>{say.none}</Empty>
      </>
    )
  return (
    <Answer of={asked}>
      {(organisation) =>
        staff === null ? (
          <>
            <PageHead
              title={say.title}
              back={{ to: withQuery('/accounts', { organisation: id }), label: organisation.name }}
              lead={<p>{say.lead}</p>}
            />
            <Invite key={id} organisation={organisation} />
          </>
        ) : (
          <ForPerson key={staff} id={staff} organisation={organisation} />
        )
      }
    </Answer>
  )
}
