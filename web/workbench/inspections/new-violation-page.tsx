import { useQueryClient } from '@tanstack/react-query'
import { Form } from 'antd'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { post } from '../../shared/api/client.ts'
import { PageHead } from '../parts/page-head.tsx'
import { Panel } from '../parts/panel.tsx'
import { PersonField } from '../parts/person-field.tsx'
import { useSay } from '../preferences.tsx'
import { RegisterForm, useRequired } from '../registers/register-form.tsx'

const words = {
  zh: {
    title: '提出违规认定',
    back: '抽查督办',
    lead: '先听取本人陈述，再由单位提出意见，由人事综合管理部门的其他人员与单位共同作出认定，到期失效（第32条）。只供办理的人参考，平台不会因此自动处理任何人。下面的“理由”写发现的事实。',
    panel: '涉及的人员',
    person: '人员',
    submit: '提出',
  },
  en: {
    title: 'Report a violation',
    back: 'Inspections',
    lead: 'The person is heard first, then their institution says its word, and somebody else at the authority decides with it, until it expires (Art. 32). It informs those who decide; nothing follows by itself. The reason below is what was found.',
    panel: 'Whom it is about',
    person: 'The person',
    submit: 'Report',
  },
} as const

/** A desk reports what it found of a person. */
export const NewViolationPage = () => {
  const { say } = useSay(words)
  const required = useRequired()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [asked] = useSearchParams()
  const [key] = useState(() => crypto.randomUUID())
  return (
    <>
      <PageHead title={say.title} back={{ to: '/inspections', label: say.back }} lead={<p>{say.lead}</p>} />
      <Panel title={say.panel}>
        <RegisterForm<{ staffId: string }>
          name="violation"
          draft="inspection-violation"
          initial={{ staffId: asked.get('person') ?? '' }}
          submit={say.submit}
          pathOf={(pointer) => (pointer === '/text' ? '/reason' : pointer)}
          send={async ({ staffId, reason }) => {
            await post('/inspections/violations', { body: { staffId: staffId.trim(), text: reason }, key })
            await client.invalidateQueries({ queryKey: ['/inspections'] })
            await navigate('/inspections')
          }}
        >
          <Form.Item name="staffId" label={say.person} rules={required(say.person)}>
            <PersonField />
          </Form.Item>
        </RegisterForm>
      </Panel>
    </>
  )
}
