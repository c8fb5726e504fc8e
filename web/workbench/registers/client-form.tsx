import { useQueryClient } from '@tanstack/react-query'
import { Form, Input } from 'antd'
import { post } from '../../shared/api/client.ts'
import { PageHead } from '../parts/page-head.tsx'
import { Panel } from '../parts/panel.tsx'
import { fill, useSay } from '../preferences.tsx'
import { useDoneAt } from './done.tsx'
import { OrganisationField } from './organisation-field.tsx'
import { RegisterForm, useRequired } from './register-form.tsx'

const LIST = '/registers/clients'

const words = {
  zh: {
    back: '接入系统',
    register: '登记接入系统',
    registered: '已登记：{name}',
    lead: '需要：登录服务里为该系统建立的客户端（客户端凭证方式），并发给权限范围 eligibility。登记后，它可以按所属机构审计人员看得到的范围核对任职资格，不能做其他事。',
    entry: '系统',
    id: '客户端编号',
    idHint: '登录服务里的 client_id。',
    name: '名称',
    organisation: '所属机构',
  },
  en: {
    back: 'Other systems',
    register: 'Enter a system',
    registered: 'Entered: {name}',
    lead: 'Needed: a client of the identity provider for the system (client credentials), with the scope eligibility. It may then ask about the eligibility of whom an auditor of its organisation sees, and do nothing else.',
    entry: 'The system',
    id: 'Client',
    idHint: 'The client_id at the identity provider.',
    name: 'Name',
    organisation: 'Organisation',
  },
} as const

interface Values {
  id: string
  name: string
  organisationId: string
}

/** Enters another system that may call for itself. */
export const NewClientPage = () => {
  const { say } = useSay(words)
  const required = useRequired()
  const queries = useQueryClient()
  const doneAt = useDoneAt()
  return (
    <>
      <PageHead title={say.register} back={{ to: LIST, label: say.back }} lead={<p>{say.lead}</p>} />
      <Panel title={say.entry}>
        <RegisterForm<Values>
          name="client"
          draft="client"
          initial={{}}
          submit={say.register}
          send={async ({ id, name, organisationId, reason }) => {
            const body = { id: id.trim(), name: name.trim(), organisationId: organisationId.trim(), reason }
            await post('/clients', { body })
            await queries.invalidateQueries({ queryKey: ['/clients'] })
            await doneAt(LIST, fill(say.registered, { name: body.name }))
          }}
        >
          <Form.Item name="id" label={say.id} extra={say.idHint} rules={required(say.id)}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="name" label={say.name} rules={required(say.name)}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="organisationId" label={say.organisation} rules={required(say.organisation)}>
            <OrganisationField />
          </Form.Item>
        </RegisterForm>
      </Panel>
    </>
  )
}
