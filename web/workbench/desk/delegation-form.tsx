import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Select } from 'antd'
import { useEffect, useState } from 'react'
import { post } from '../../shared/api/client.ts'
import type { Colleague, Delegate, Delegation } from '../../shared/api/types.gen.ts'
import { enumerate } from '../../shared/fill.ts'
import { term } from '../../shared/terms.ts'
import { useMe } from '../me.ts'
import { DateField } from '../parts/date-field.tsx'
import { FaultSummary, type FieldFault, fieldFaults, formFaults } from '../parts/fault-summary.tsx'
import { ProblemNotice } from '../parts/notice.tsx'
import { Panel } from '../parts/panel.tsx'
import { fill, useSay } from '../preferences.tsx'

const words = {
  zh: {
    title: '新的委托',
    to: '委托给',
    choose: '输入同事姓名查找',
    typeName: '请输入姓名，可以只输入一部分。',
    onRegister: '在册人员',
    startsOn: '开始日期',
    endsOn: '结束日期（含当天）',
    reason: '事由（可以不填）',
    send: '委托',
    missing: '请填写{field}。',
    missingTo: '请选择受托人。',
    nobody: '没有找到：只能委托给本单位（部门）有席位的人或在册并已开通账号的人，审计、运行维护人员除外。',
  },
  en: {
    title: 'New delegation',
    to: 'To',
    choose: 'Type a colleague’s name',
    typeName: 'Type a name, or a part of one.',
    onRegister: 'on the register',
    startsOn: 'From',
    endsOn: 'Until (included)',
    reason: 'Why (may be left empty)',
    send: 'Delegate',
    missing: 'Please fill in: {field}.',
    missingTo: 'Please choose a colleague.',
    nobody:
      'Nobody found: a colleague has a seat here or stands on the register and has an account; never an auditor or operator.',
  },
} as const

const FORM = 'delegation'

/** Characters come one by one: the question waits until they have stopped for so long, in milliseconds. */
const PAUSE = 300
/** So many are offered; whoever looks for another one types more of the name. */
const MOST = 20

/** The colleagues whose name contains what was typed: who has a seat, then who stands on the register. */
const findColleagues = async (name: string): Promise<readonly Colleague[]> => {
  const found: Colleague[] = []
  let cursor: string | undefined
  do {
    const page = await post('/delegations/colleagues', { query: { limit: 100, cursor }, body: { name } })
    found.push(...page.items)
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined && found.length < MOST)
  return found.slice(0, MOST)
}

/** Chooses a colleague by their name. */
const ColleagueField = ({
  id,
  value,
  onChange,
}: {
  id?: string
  value?: string
  onChange?: (id: string) => void
}) => {
  const { say, language } = useSay(words)
  const [typed, setTyped] = useState('')
  const [name, setName] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setName(typed.trim().slice(0, 50)), PAUSE)
    return () => clearTimeout(timer)
  }, [typed])
  const found = useQuery({
    queryKey: ['/delegations/colleagues', name],
    queryFn: () => findColleagues(name),
    enabled: name !== '',
  })
  // Whom one has chosen keeps their name when the search goes on.
  const [chosen, choose] = useState<{ value: string; label: string }>()
  const options = (found.data ?? []).map(({ id: account, name: called, roles }) => {
    const seats = [...new Set(roles.map((role) => term('role', role, language)))]
    return {
      value: account,
      label: `${called}（${seats.length > 0 ? enumerate(seats, language) : say.onRegister}）`,
    }
  })
  return (
    <>
      <Select
        {...(id === undefined ? {} : { id })}
        {...(value === undefined ? {} : { value })}
        showSearch={{ filterOption: false, onSearch: setTyped }}
        loading={found.isFetching}
        placeholder={say.choose}
        notFoundContent={name === '' || found.isFetching ? say.typeName : say.nobody}
        options={
          chosen !== undefined && !options.some((one) => one.value === chosen.value)
            ? [chosen, ...options]
            : options
        }
        onChange={(account: string, option) => {
          const one = [option].flat()[0]
          if (one !== undefined) choose({ value: account, label: String(one.label) })
          onChange?.(account)
        }}
      />
      {found.isError && <ProblemNotice error={found.error} again={() => void found.refetch()} />}
    </>
  )
}

/** Lends one's powers to a colleague between two dates. */
export const DelegationForm = ({ done }: { readonly done: (delegation: Delegation) => void }) => {
  const { say } = useSay(words)
  const { today } = useMe()
  const client = useQueryClient()
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
            <ColleagueField />
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
