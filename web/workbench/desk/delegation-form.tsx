import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { get, post } from '../../shared/api/client.ts'
import type { Delegate, Delegation } from '../../shared/api/types.gen.ts'
import { term } from '../../shared/terms.ts'
import { seatsOf, useMe } from '../me.ts'
import { DateField } from '../parts/date-field.tsx'
import { FaultSummary, type FieldFault, fieldFaults, formFaults } from '../parts/fault-summary.tsx'
import { Panel } from '../parts/panel.tsx'
import { fill, useSay } from '../preferences.tsx'

const words = {
  zh: {
    title: '新的委托',
    to: '委托给',
    choose: '选择同事',
    startsOn: '开始日期',
    endsOn: '结束日期（含当天）',
    reason: '事由（可以不填）',
    send: '委托',
    missing: '请填写{field}。',
    missingTo: '请选择受托人。',
    nobody: '本单位（部门）没有其他办理人员，暂时不能委托。',
  },
  en: {
    title: 'New delegation',
    to: 'To',
    choose: 'Choose a colleague',
    startsOn: 'From',
    endsOn: 'Until (included)',
    reason: 'Why (may be left empty)',
    send: 'Delegate',
    missing: 'Please fill in: {field}.',
    missingTo: 'Please choose a colleague.',
    nobody: 'Nobody else sits at your organisation’s desks: there is no one to delegate to.',
  },
} as const

const FORM = 'delegation'

/** Those who sit where one sits oneself, each once. */
const useColleaguesAtDesk = () => {
  const me = useMe()
  const { language } = useSay(words)
  const desks = seatsOf(me, 'institution', 'department', 'authority').map(
    ({ organisation }) => organisation.id,
  )
  return useQuery({
    queryKey: ['/organisations', 'seats', ...desks, language],
    queryFn: async () => {
      const pages = await Promise.all(desks.map((id) => get('/organisations/{id}/seats', { path: { id } })))
      const seats = pages.flatMap(({ items }) => items).filter(({ accountId }) => accountId !== me.id)
      return [...Map.groupBy(seats, ({ accountId }) => accountId)].map(([value, held]) => {
        const roles = [...new Set(held.map(({ role }) => term('role', role, language)))]
        return { value, label: `${held[0]?.name}（${roles.join('、')}）` }
      })
    },
    enabled: desks.length > 0,
  })
}

/** Lends one's powers to a colleague between two dates. */
export const DelegationForm = ({ done }: { readonly done: (delegation: Delegation) => void }) => {
  const { say } = useSay(words)
  const { today } = useMe()
  const client = useQueryClient()
  const colleagues = useColleaguesAtDesk()
  const [form] = Form.useForm<Delegate>()
  const [faults, setFaults] = useState<readonly FieldFault[]>([])
  const [error, setError] = useState<unknown>()
  const sending = useMutation({
    mutationFn: ({ reason, ...rest }: Delegate) =>
      post('/delegations', { body: { ...rest, ...(reason?.trim() ? { reason } : {}) } }),
  })
  const send = async (values: Delegate) => {
    setFaults([])
    setError(undefined)
    try {
      done(await sending.mutateAsync(values))
      form.resetFields()
      await client.invalidateQueries({ queryKey: ['/delegations'] })
    } catch (fault) {
      const found = fieldFaults(fault, (pointer) => `${FORM}_${pointer.slice(1)}`)
      if (found) setFaults(found)
      else setError(fault)
    }
  }
  const missing = (field: string) => [{ required: true, message: fill(say.missing, { field }) }]
  if (colleagues.data?.length === 0) return <Panel title={say.title}>{say.nobody}</Panel>
  return (
    <Panel title={say.title}>
      <Form<Delegate>
        form={form}
        name={FORM}
        layout="vertical"
        initialValues={{ startsOn: today }}
        onFinish={(values) => void send(values)}
        onFinishFailed={(failed) => setFaults(formFaults(FORM, failed))}
      >
        <FaultSummary faults={faults} error={error} />
        <div className="fields">
          <Form.Item name="to" label={say.to} rules={[{ required: true, message: say.missingTo }]}>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              loading={colleagues.isLoading}
              placeholder={say.choose}
              options={colleagues.data ?? []}
            />
          </Form.Item>
          <Form.Item name="startsOn" label={say.startsOn} rules={missing(say.startsOn)}>
            <DateField />
          </Form.Item>
          <Form.Item name="endsOn" label={say.endsOn} rules={missing(say.endsOn)}>
            <DateField />
          </Form.Item>
          <Form.Item name="reason" label={say.reason}>
            <Input maxLength={500} />
          </Form.Item>
        </div>
        <Button type="primary" htmlType="submit" loading={sending.isPending}>
          {say.send}
        </Button>
      </Form>
    </Panel>
  )
}
