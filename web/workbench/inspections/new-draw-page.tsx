import { useQueryClient } from '@tanstack/react-query'
import { Form, InputNumber } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { post } from '../../shared/api/client.ts'
import { DateField } from '../parts/date-field.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Panel } from '../parts/panel.tsx'
import { useSay } from '../preferences.tsx'
import { OrganisationField } from '../registers/organisation-field.tsx'
import { RegisterForm, useRequired } from '../registers/register-form.tsx'

const words = {
  zh: {
    title: '抽查已认定的学时',
    back: '抽查督办',
    lead: '发起时生成随机数种子并公布其哈希值，随即汇总名单、抽取，名单小的只隔片刻；抽出以后公布种子，任何有名单的人都能重抽核对。每次发起都留下记录，不能撤销。',
    panel: '抽查范围',
    desk: '被抽查部门（作出认定的主管部门或人事综合管理部门）',
    from: '登记的起日',
    to: '登记的止日',
    bySign: '按线索抽取的条数（学时过多、可能重复、明显偏多、推送直接认定）',
    byLot: '随机抽取的条数',
    submit: '抽查',
  },
  en: {
    title: 'Draw a sample of recognised hours',
    back: 'Inspections',
    lead: 'A seed is made when you order it and its hash is told; the frame is gathered and drawn from at once, moments later where it is small. The seed is told with the sample, so that anyone with the frame can redraw it. Each draw stays on record and cannot be taken back.',
    panel: 'From what',
    desk: 'Desk that recognised them (a department or an authority)',
    from: 'Entered from',
    to: 'Entered until',
    bySign: 'How many by signs (unlikely, twins, outliers, recognised at once)',
    byLot: 'How many by lot',
    submit: 'Draw',
  },
} as const

interface Values {
  readonly deskId: string
  readonly from: string
  readonly to: string
  readonly bySign: number
  readonly byLot: number
}

/** An authority orders a draw. */
export const NewDrawPage = () => {
  const { say } = useSay(words)
  const required = useRequired()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [key] = useState(() => crypto.randomUUID())
  return (
    <>
      <PageHead title={say.title} back={{ to: '/inspections', label: say.back }} lead={<p>{say.lead}</p>} />
      <Panel title={say.panel}>
        <RegisterForm<Values>
          name="draw"
          draft="inspection-draw"
          initial={{ bySign: 5, byLot: 5 }}
          submit={say.submit}
          send={async (values) => {
            const { id } = await post('/inspections/draws', {
              body: { ...values, deskId: values.deskId.trim() },
              key,
            })
            await client.invalidateQueries({ queryKey: ['/inspections/draws'] })
            await navigate(`/inspections/draws/${id}`)
          }}
        >
          <Form.Item name="deskId" label={say.desk} rules={required(say.desk)}>
            <OrganisationField />
          </Form.Item>
          <Form.Item name="from" label={say.from} rules={required(say.from)}>
            <DateField />
          </Form.Item>
          <Form.Item name="to" label={say.to} rules={required(say.to)}>
            <DateField />
          </Form.Item>
          <Form.Item name="bySign" label={say.bySign} rules={required(say.bySign)}>
            <InputNumber min={0} max={50} precision={0} />
          </Form.Item>
          <Form.Item name="byLot" label={say.byLot} rules={required(say.byLot)}>
            <InputNumber min={0} max={50} precision={0} />
          </Form.Item>
        </RegisterForm>
      </Panel>
    </>
  )
}
