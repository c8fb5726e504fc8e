import { Checkbox, Form, Input } from 'antd'
import { Panel } from '../parts/panel.tsx'
import { fill, useSay } from '../preferences.tsx'
import { BodyPicker } from './body-picker.tsx'

const words = {
  zh: {
    about: '投诉举报谁',
    body: '单位、部门或机构',
    described: '平台里找不到的，写明名称',
    describedHint: '例如培训机构的全称、所在地。',
    persons: '涉及的人员（选填）',
    personsHint:
      '写姓名，几个人用顿号隔开。与其同名的工作人员看不到这件事项；只在下面的内容里写到、没有写在这里的，还能看到。',
    what: '反映什么',
    text: '事情经过',
    textHint: '时间、地点、经过和依据，越具体越好。不要填写身份证号码。照片、扫描件等材料在提交以后附上。',
    who: '您的身份',
    whoByDesk: '投诉人的身份',
    textHintByDesk: '写明来电或者来信的日期；时间、地点、经过和依据照投诉人说的写。不要填写身份证号码。',
    named: '我愿意留下姓名和联系方式',
    namedByDesk: '投诉人愿意留下姓名和联系方式',
    namedHint: '加密保存，只有两名调查人员能看，每次查看都留下理由和记录。不留也照样受理。',
    name: '姓名',
    contact: '电话或邮箱',
    missing: '请填写{field}',
  },
  en: {
    about: 'Whom it is about',
    body: 'Body or office',
    described: 'If you cannot find it here, name it',
    describedHint: 'For example a training institution with its full name and place.',
    persons: 'Persons concerned (optional)',
    personsHint:
      'Names, separated by commas. Nobody of these names will see the matter; whoever you name in the text below alone still may.',
    what: 'What it is about',
    text: 'What happened',
    textHint: 'When, where, how, and how you know. No identity numbers. Files are added once it is sent.',
    who: 'Who you are',
    whoByDesk: 'Who complains',
    textHintByDesk:
      'On which day the call or the letter came; when, where and how, as the complainant says. No identity numbers.',
    named: 'I give my name and how to reach me',
    namedByDesk: 'The complainant gives a name and how to be reached',
    namedHint:
      'Kept encrypted, read by the two who inquire alone, each reading on record with its reason. Without it the complaint is taken just as well.',
    name: 'Name',
    contact: 'Telephone or mail',
    missing: 'Please give: {field}',
  },
} as const

export interface AboutValues {
  readonly bodyId?: string
  readonly described?: string
  readonly persons?: string
  readonly text: string
  readonly named?: boolean
  readonly name?: string
  readonly contact?: string
}

/** What the API takes of these fields. */
export const aboutOf = ({
  bodyId,
  described = '',
  persons = '',
  text,
  named,
  name,
  contact,
}: AboutValues) => ({
  ...(bodyId === undefined ? {} : { bodyId }),
  described: described.trim(),
  persons: persons
    .split(/[、,，;；\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== ''),
  text: text.trim(),
  ...(named ? { complainant: { name: (name ?? '').trim(), contact: (contact ?? '').trim() } } : {}),
})

/** Whom and what a complaint is about, and who complains where they say so; `byDesk`: entered for somebody else. */
export const AboutFields = ({ byDesk = false }: { readonly byDesk?: boolean }) => {
  const { say } = useSay(words)
  const named = Form.useWatch<boolean | undefined>('named')
  const required = (field: string) => [{ required: true, message: fill(say.missing, { field }) }]
  return (
    <>
      <Panel title={say.about}>
        <Form.Item name="bodyId" label={say.body}>
          <BodyPicker id="complaint_bodyId" />
        </Form.Item>
        <Form.Item
          name="described"
          label={say.described}
          extra={say.describedHint}
          dependencies={['bodyId']}
          rules={[
            ({ getFieldValue }) => ({
              validator: async (_, value?: string) => {
                if (getFieldValue('bodyId') === undefined && (value ?? '').trim() === '')
                  throw new Error(fill(say.missing, { field: say.body }))
              },
            }),
          ]}
        >
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="persons" label={say.persons} extra={say.personsHint}>
          <Input maxLength={300} />
        </Form.Item>
      </Panel>
      <Panel title={say.what}>
        <Form.Item
          name="text"
          label={say.text}
          extra={byDesk ? say.textHintByDesk : say.textHint}
          rules={required(say.text)}
        >
          <Input.TextArea rows={8} maxLength={5000} />
        </Form.Item>
      </Panel>
      <Panel title={byDesk ? say.whoByDesk : say.who}>
        <Form.Item name="named" valuePropName="checked" extra={say.namedHint}>
          <Checkbox>{byDesk ? say.namedByDesk : say.named}</Checkbox>
        </Form.Item>
        {named && (
          <div className="fields">
            <Form.Item name="name" label={say.name} rules={required(say.name)}>
              <Input maxLength={50} autoComplete="name" />
            </Form.Item>
            <Form.Item name="contact" label={say.contact} rules={required(say.contact)}>
              <Input maxLength={100} />
            </Form.Item>
          </div>
        )}
      </Panel>
    </>
  )
}
