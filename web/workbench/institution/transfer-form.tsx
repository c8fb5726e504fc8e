import { Form, Input, Select } from 'antd'
import type { Person } from '../../shared/api/types.gen.ts'
import { Cited } from '../../shared/cited.tsx'
import { term } from '../../shared/terms.ts'
import { useMe } from '../me.ts'
import { DateField } from '../parts/date-field.tsx'
import { fieldName } from '../person/person-words.ts'
import { fill, useSay } from '../preferences.tsx'
import { useDoneAt } from '../registers/done.tsx'
import { RegisterForm, useRequired } from '../registers/register-form.tsx'
import { useChangePerson } from './use-change-person.ts'

const words = {
  zh: {
    number: '在{to}的新工号，在那里不能重复，也不能使用身份证号码。可以不填。',
    post: '岗位类别因调动改变、需要转岗培训的（第18条），先照旧，接收后备案岗位变动。',
    on: '不早于聘用日期，不晚于今天。',
    done: '{name}已调入{to}',
  },
  en: {
    number: 'The number at {to}: used once there, never an identity number. May be left empty.',
    post: 'If another type of post calls for transfer training (Art. 18), leave it and file the change of post afterwards.',
    on: 'Not before the hiring, not after today.',
    done: '{name} is now at {to}',
  },
} as const

const posts = ['management', 'professional', 'worker'] as const

interface TransferValues {
  readonly staffNo?: string
  readonly postType: Person['postType']
  readonly effectiveOn: string
}

export interface TransferFormProps {
  /** As much of the person as the receiving institution knows. */
  readonly person: Pick<Person, 'id' | 'name' | 'postType' | 'hiredOn' | 'version'>
  readonly to: { readonly id: string; readonly name: string }
  readonly submit: string
}

/** Brings a person to another institution: their number and post there, since when, and why. */
export const TransferForm = ({ person, to, submit }: TransferFormProps) => {
  const { say, language } = useSay(words)
  const { today } = useMe()
  const required = useRequired()
  const changePerson = useChangePerson()
  const goTo = useDoneAt()
  const { id, name, postType, hiredOn, version } = person
  const label = (field: string) => fieldName(field, language)
  return (
    <RegisterForm<TransferValues>
      name="transfer"
      draft={`transfer ${id} ${to.id}`}
      initial={{ postType, effectiveOn: today }}
      submit={submit}
      send={async ({ staffNo, ...values }) => {
        const given = staffNo?.trim() ? { staffNo: staffNo.trim() } : {}
        await changePerson(id, { version, institutionId: to.id, ...values, ...given })
        goTo(`/persons/${encodeURIComponent(id)}`, fill(say.done, { name, to: to.name }))
      }}
    >
      <div className="fields">
        <Form.Item name="staffNo" label={label('staffNo')} extra={fill(say.number, { to: to.name })}>
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="postType"
          label={label('postType')}
          extra={<Cited>{say.post}</Cited>}
          rules={required(label('postType'))}
        >
          <Select options={posts.map((value) => ({ value, label: term('postType', value, language) }))} />
        </Form.Item>
        <Form.Item
          name="effectiveOn"
          label={label('institutionSince')}
          extra={say.on}
          rules={required(label('institutionSince'))}
        >
          <DateField from={hiredOn} />
        </Form.Item>
      </div>
    </RegisterForm>
  )
}
