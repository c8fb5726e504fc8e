import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { post } from '../../shared/api/client.ts'
import type { TrainingClass } from '../../shared/api/types.gen.ts'
import { moment } from '../../shared/dates.ts'
import { Notice, ProblemNotice } from '../parts/notice.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { useSay } from '../preferences.tsx'
import { useRequired } from '../registers/register-form.tsx'
import { useClassesAgain } from './class-query.ts'

const words = {
  zh: {
    title: '通知和材料',
    none: '还没有通知。',
    material: '打开材料',
    lead: '发给全体报名人员：每人收到一封邮件，也列在这里。',
    subject: '标题',
    text: '内容',
    link: '材料的网址（选填，https:// 开头）',
    linkWrong: '请填写 https:// 开头的网址。',
    send: '发布通知',
    sent: '已发布，并通知全体报名人员。',
  },
  en: {
    title: 'Notices and materials',
    none: 'No notice yet.',
    material: 'Open the material',
    lead: 'To everybody enrolled: each gets a mail, and it stands here.',
    subject: 'Title',
    text: 'Text',
    link: 'Address of the material (optional, https://)',
    linkWrong: 'An address that begins with https://.',
    send: 'Publish',
    sent: 'Published; everybody enrolled is told.',
  },
} as const

interface Values {
  title: string
  text: string
  link?: string
}

const Compose = ({ id }: { readonly id: string }) => {
  const { say } = useSay(words)
  const required = useRequired()
  const again = useClassesAgain()
  const [form] = Form.useForm<Values>()
  const sending = useMutation({
    mutationFn: async ({ title, text, link }: Values) => {
      const address = link?.trim()
      await post('/classes/{id}/notices', {
        path: { id },
        body: { title: title.trim(), text: text.trim(), ...(address ? { link: address } : {}) },
      })
      form.resetFields()
      await again()
    },
  })
  return (
    <>
      <p className="quiet">{say.lead}</p>
      {sending.isError && <ProblemNotice error={sending.error} />}
      {sending.isSuccess && <Notice tone="good" title={say.sent} />}
      <Form<Values>
        form={form}
        name="class_notice"
        layout="vertical"
        onFinish={(values) => sending.mutate(values)}
      >
        <Form.Item name="title" label={say.subject} rules={required(say.subject)}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="text" label={say.text} rules={required(say.text)}>
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
        <Form.Item
          name="link"
          label={say.link}
          rules={[{ pattern: /^\s*https:\/\/\S+\s*$/, message: say.linkWrong }]}
        >
          <Input maxLength={500} />
        </Form.Item>
        <Button htmlType="submit" loading={sending.isPending}>
          {say.send}
        </Button>
      </Form>
    </>
  )
}

/** What the organiser tells all of a class; its organiser writes it here. */
export const ClassNotices = ({ of: { id, notices, organises, state } }: { readonly of: TrainingClass }) => {
  const { say, language } = useSay(words)
  return (
    <Panel title={say.title}>
      {notices.length === 0 ? (
        <Empty>{say.none}</Empty>
      ) : (
        <ul>
          {notices.map((one) => (
            <li key={one.id}>
              <span className="strong">{one.title}</span>{' '}
              <span className="quiet">
                {one.byName} {moment(one.at, language)}
              </span>
              <div>{one.text}</div>
              {one.link !== null && (
                <a href={one.link} target="_blank" rel="noopener noreferrer">
                  {say.material}
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
      {organises && state !== 'cancelled' && <Compose id={id} />}
    </Panel>
  )
}
