import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { get, post } from '../../shared/api/client.ts'
import type { Delegation, Seat } from '../../shared/api/types.gen.ts'
import { period } from '../../shared/dates.ts'
import { seatsOf, useMe } from '../me.ts'
import { Confirm } from '../parts/confirm.tsx'
import { DateField } from '../parts/date-field.tsx'
import { FaultSummary, type FieldFault, fieldFaults } from '../parts/fault-summary.tsx'
import { List, useList } from '../parts/list.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { StatusMark } from '../parts/status-mark.tsx'
import { fill, useSay } from '../preferences.tsx'
import '../visitor/calculator.css'

const words = {
  zh: {
    title: '委托代办',
    lead: '出差、休假时，把自己的全部办理权限委托给同一单位或部门的同事。代办的每一件都会写明“代”谁办理。',
    new: '新的委托',
    to: '委托给',
    from: '开始日期',
    until: '结束日期',
    reason: '原因（选填）',
    send: '委托',
    missing: '请填写{field}',
    sent: '委托已生效或将按时生效，对方会收到邮件。',
    list: '委托记录',
    none: '没有委托记录。',
    who: '委托人和代办人',
    given: '您委托给 {name}',
    taken: '{name} 委托给您',
    when: '期间',
    state: '状态',
    inForce: '生效中',
    revoked: '已收回',
    planned: '未生效',
    over: '已结束',
    end: '收回',
    endTitle: '确认收回委托',
    endFollows: '收回后，对方不能再代您办理；已经办理的不受影响。',
    noColleague: '同一单位或部门没有其他办理人员。',
  },
  en: {
    title: 'Delegation',
    lead: 'When you are away, lend all your powers to a colleague of your organisation. Whatever they decide says for whom.',
    new: 'New delegation',
    to: 'To',
    from: 'From',
    until: 'Until',
    reason: 'Reason (optional)',
    send: 'Delegate',
    missing: 'Please give: {field}',
    sent: 'It is in force, or will be on its day. Your colleague gets a mail.',
    list: 'Delegations',
    none: 'There are none.',
    who: 'Who and to whom',
    given: 'you to {name}',
    taken: '{name} to you',
    when: 'When',
    state: 'State',
    inForce: 'in force',
    revoked: 'taken back',
    planned: 'to come',
    over: 'over',
    end: 'Take back',
    endTitle: 'Take the delegation back',
    endFollows: 'Your colleague may no longer decide for you; what was decided stays.',
    noColleague: 'Nobody else sits at your organisation.',
  },
} as const

/** Everyone else at the desks of one's own organisations. */
const useColleagues = () => {
  const me = useMe()
  const organisations = [
    ...new Set(
      seatsOf(me, 'institution', 'department', 'authority').map(({ organisation }) => organisation.id),
    ),
  ]
  return useQuery({
    queryKey: ['desk-colleagues', ...organisations],
    queryFn: async () => {
      const seats = await Promise.all(
        organisations.map((id) =>
          get<{ items: Seat[] }>(`/organisations/${encodeURIComponent(id)}/seats`).then(({ items }) => items),
        ),
      )
      const others = seats.flat().filter(({ accountId }) => accountId !== me.id)
      return [...new Map(others.map((seat) => [seat.accountId, seat])).values()]
    },
  })
}

interface Values {
  to: string
  startsOn: string
  endsOn: string
  reason?: string
}

const FORM = 'delegation'

const NewDelegation = () => {
  const { say } = useSay(words)
  const { today } = useMe()
  const client = useQueryClient()
  const colleagues = useColleagues()
  const [form] = Form.useForm<Values>()
  const [faults, setFaults] = useState<readonly FieldFault[]>([])
  const [error, setError] = useState<unknown>()
  const [isSent, setSent] = useState(false)
  const required = (field: string) => [{ required: true, message: fill(say.missing, { field }) }]
  const send = async ({ reason, ...values }: Values) => {
    setFaults([])
    setError(undefined)
    try {
      await post<Delegation>('/delegations', {
        ...values,
        ...(reason === undefined || reason.trim() === '' ? {} : { reason: reason.trim() }),
      })
      form.resetFields()
      setSent(true)
      await client.invalidateQueries()
    } catch (fault) {
      const found = fieldFaults(fault, (pointer) => `${FORM}_${pointer.slice(1)}`)
      if (found) setFaults(found)
      else setError(fault)
    }
  }
  return (
    <Panel title={say.new}>
      {isSent && <Notice tone="good" title={say.sent} />}
      <FaultSummary faults={faults} error={error} />
      {colleagues.data?.length === 0 ? (
        <Empty>{say.noColleague}</Empty>
      ) : (
        <Form<Values>
          form={form}
          name={FORM}
          layout="vertical"
          initialValues={{ startsOn: today }}
          onValuesChange={() => setSent(false)}
          onFinish={(values) => void send(values)}
          onFinishFailed={({ errorFields }) =>
            setFaults(
              errorFields.map(({ name, errors }) => ({
                field: `${FORM}_${name.join('_')}`,
                text: errors[0] ?? '',
              })),
            )
          }
        >
          <div className="fields">
            <Form.Item name="to" label={say.to} rules={required(say.to)}>
              <Select
                loading={colleagues.isPending}
                options={(colleagues.data ?? []).map(({ accountId, name }) => ({
                  value: accountId,
                  label: name,
                }))}
              />
            </Form.Item>
            <Form.Item name="startsOn" label={say.from} rules={required(say.from)}>
              <DateField />
            </Form.Item>
            <Form.Item name="endsOn" label={say.until} rules={required(say.until)}>
              <DateField />
            </Form.Item>
            <Form.Item name="reason" label={say.reason}>
              <Input maxLength={500} />
            </Form.Item>
          </div>
          <Button type="primary" htmlType="submit">
            {say.send}
          </Button>
        </Form>
      )}
    </Panel>
  )
}

const State = ({ delegation }: { readonly delegation: Delegation }) => {
  const { say } = useSay(words)
  const { today } = useMe()
  const { inForce, revokedAt, startsOn } = delegation
  if (revokedAt !== null) return <StatusMark tone="plain">{say.revoked}</StatusMark>
  if (inForce) return <StatusMark tone="good">{say.inForce}</StatusMark>
  return <StatusMark tone="plain">{startsOn > today ? say.planned : say.over}</StatusMark>
}

/** Powers lent to a colleague between two days, given and received. */
export const DelegationsPage = () => {
  const { say, language } = useSay(words)
  const me = useMe()
  const client = useQueryClient()
  const list = useList<Delegation>('/delegations')
  return (
    <>
      <PageHead title={say.title} lead={<p>{say.lead}</p>} />
      <NewDelegation />
      <Panel title={say.list}>
        <List<Delegation>
          of={list}
          label={say.list}
          rowKey={({ id }) => id}
          empty={<Empty>{say.none}</Empty>}
          columns={[
            {
              title: say.who,
              key: 'who',
              render: (_, { from, to, reason }) => (
                <>
                  {from.id === me.id
                    ? fill(say.given, { name: to.name })
                    : fill(say.taken, { name: from.name })}
                  {reason !== null && <div className="quiet">{reason}</div>}
                </>
              ),
            },
            {
              title: say.when,
              key: 'when',
              render: (_, { startsOn, endsOn }) => period(startsOn, endsOn, language),
            },
            { title: say.state, key: 'state', render: (_, one) => <State delegation={one} /> },
            {
              title: '',
              key: 'end',
              render: (_, { id, from, revokedAt, endsOn }) =>
                from.id === me.id &&
                revokedAt === null &&
                endsOn >= me.today && (
                  <Confirm
                    label={say.end}
                    title={say.endTitle}
                    follows={<p>{say.endFollows}</p>}
                    act={async () => {
                      await post(`/delegations/${encodeURIComponent(id)}/revocation`, {})
                      await client.invalidateQueries()
                    }}
                  />
                ),
            },
          ]}
        />
      </Panel>
    </>
  )
}
