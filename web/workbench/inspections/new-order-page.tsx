import { useQueryClient } from '@tanstack/react-query'
import { Form, Input } from 'antd'
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
    title: '下达督办',
    back: '抽查督办',
    lead: '对下级人事综合管理部门、主管部门或单位下达，对方在期限内答复，由本部门验收（第35条）。下面的“理由”就是督办内容。',
    panel: '督办事项',
    body: '对象',
    article: '依据的条款（数字）',
    until: '期限（最长 90 天）',
    submit: '下达',
  },
  en: {
    title: 'Order supervision',
    back: 'Inspections',
    lead: 'To a lower authority, department or institution: it answers by the day, and this authority verifies (Art. 35). The reason below is what is ordered.',
    panel: 'The order',
    body: 'To',
    article: 'Article (a number)',
    until: 'By (within 90 days)',
    submit: 'Order',
  },
} as const

interface Values {
  readonly bodyId: string
  readonly article: string
  readonly until: string
}

/** An order to a lower body. */
export const NewOrderPage = () => {
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
          name="order"
          draft="inspection-order"
          initial={{ article: '35' }}
          submit={say.submit}
          pathOf={(pointer) => (pointer === '/text' ? '/reason' : pointer)}
          send={async ({ bodyId, article, until, reason }) => {
            const { id } = await post('/inspections/orders', {
              body: { bodyId: bodyId.trim(), article: article.trim(), until, text: reason },
              key,
            })
            await client.invalidateQueries({ queryKey: ['/inspections'] })
            await navigate(`/inspections/matters/${id}`)
          }}
        >
          <Form.Item name="bodyId" label={say.body} rules={required(say.body)}>
            <OrganisationField />
          </Form.Item>
          <Form.Item name="article" label={say.article} rules={required(say.article)}>
            <Input maxLength={2} inputMode="numeric" />
          </Form.Item>
          <Form.Item name="until" label={say.until} rules={required(say.until)}>
            <DateField />
          </Form.Item>
        </RegisterForm>
      </Panel>
    </>
  )
}
