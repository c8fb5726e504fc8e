import { useQueryClient } from '@tanstack/react-query'
import { Checkbox, Form } from 'antd'
import { useRef } from 'react'
import { post } from '../../shared/api/client.ts'
import { withQuery } from '../../shared/with-query.ts'
import { Answer } from '../parts/answer.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty } from '../parts/panel.tsx'
import { fill, useSay } from '../preferences.tsx'
import { useDoneAt } from '../registers/done.tsx'
import { RegisterForm } from '../registers/register-form.tsx'
import { useInstitution, useOrganisation } from './institution.ts'
import './institution.module.css'
import { PersonFields } from './person-fields.tsx'
import { emptyPerson, type NewPersonValues, newPersonOf } from './person-values.ts'

const words = {
  zh: {
    title: '登记人员',
    back: '人员名册',
    lead: '登记到{name}。培训要求按聘用日期、岗位和聘期计算，请对照人事档案填写。',
    reason: '新进人员登记',
    send: '登记',
    done: '已登记 {name}',
    none: '请先在人员名册中选择单位。',
    another: '是另一个人',
    anotherHint: '仅在提示同一工号、姓名和聘用日期的人员已在另一个单位时，核实不是同一人后勾选。',
  },
  en: {
    title: 'Register a person',
    back: 'Staff register',
    lead: 'At {name}. What training is asked for follows from the day of hiring, the post and the terms: please take them from the personnel file.',
    reason: 'New on the register',
    send: 'Register',
    done: '{name} is registered',
    another: 'It is somebody else',
    anotherHint:
      'Only where you were told that somebody with this number, name and day stands on another register, and it is not them.',
    none: 'Please choose an institution in the staff register first.',
  },
} as const

const OfInstitution = ({ id, name }: { readonly id: string; readonly name: string }) => {
  const { say } = useSay(words)
  const client = useQueryClient()
  const goTo = useDoneAt()
  // One key a form: sent again after a lost connection it registers the same person.
  const key = useRef(crypto.randomUUID())
  return (
    <>
      <PageHead
        title={say.title}
        back={{ to: withQuery('/persons', { institution: id }), label: say.back }}
        lead={<p>{fill(say.lead, { name })}</p>}
      />
      <RegisterForm<NewPersonValues>
        name="person"
        draft={`new person ${id}`}
        initial={{ ...emptyPerson, reason: say.reason }}
        submit={say.send}
        send={async (values) => {
          const person = await post('/persons', { body: newPersonOf(id, values), key: key.current })
          await client.invalidateQueries({ queryKey: ['/persons'] })
          goTo(`/persons/${encodeURIComponent(person.id)}`, fill(say.done, { name: person.name }))
        }}
      >
        <PersonFields />
        <Form.Item name="isAnother" valuePropName="checked" extra={say.anotherHint}>
          <Checkbox>{say.another}</Checkbox>
        </Form.Item>
      </RegisterForm>
    </>
  )
}

/** Registers a person at an institution. */
export const NewPersonPage = () => {
  const { say } = useSay(words)
  const id = useInstitution()
  const institution = useOrganisation(id)
  if (id === undefined)
    return (
      <>
        <PageHead title={say.title} back={{ to: '/persons', label: say.back }} />
        <Empty>{say.none}</Empty>
      </>
    )
  return <Answer of={institution}>{({ name }) => <OfInstitution key={id} id={id} name={name} />}</Answer>
}
