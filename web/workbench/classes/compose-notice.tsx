import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { post } from '../../shared/api/client.ts'
import { EvidenceUpload, type Proof, useUnsent } from '../parts/evidence-upload.tsx'
import { Notice, ProblemNotice } from '../parts/notice.tsx'
import { useSay } from '../preferences.tsx'
import { useRequired } from '../registers/register-form.tsx'
import { useClassesAgain } from './class-query.ts'

const words = {
  zh: {
    lead: '发给全体报名人员：每人收到一封邮件，也列在这里。',
    subject: '标题',
    text: '内容',
    link: '材料的网址（选填，https:// 开头）',
    linkWrong: '请填写 https:// 开头的网址。',
    files: '附件（选填）',
    hint: '课件、讲义等：PDF、PNG、JPEG，每个不超过 10 MB，最多 10 个。报名人员和上级单位登录后可以查看。',
    send: '发布通知',
    sent: '已发布，并通知全体报名人员。',
  },
  en: {
    lead: 'To everybody enrolled: each gets a mail, and it stands here.',
    subject: 'Title',
    text: 'Text',
    link: 'Address of the material (optional, https://)',
    linkWrong: 'An address that begins with https://.',
    files: 'Files (optional)',
    hint: 'Slides, handouts: PDF, PNG or JPEG, at most 10 MB each, ten at most. Whoever is enrolled and those above you read them, signed in.',
    send: 'Publish',
    sent: 'Published; everybody enrolled is told.',
  },
} as const

interface Values {
  title: string
  text: string
  link?: string
  files?: readonly Proof[]
}

/** What the organiser publishes to all of a class, with files as material. */
export default function ComposeNotice({ id }: { readonly id: string }) {
  const { say } = useSay(words)
  const required = useRequired()
  const again = useClassesAgain()
  const unsent = useUnsent()
  const [form] = Form.useForm<Values>()
  const sending = useMutation({
    mutationFn: async ({ title, text, link, files = [] }: Values) => {
      const address = link?.trim()
      await post('/classes/{id}/notices', {
        path: { id },
        body: {
          ...{ title: title.trim(), text: text.trim(), ...(address ? { link: address } : {}) },
          ...(files.length === 0 ? {} : { files: files.map((file) => file.id) }),
        },
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
        <Form.Item name="files" label={say.files} rules={[unsent.rule]}>
          <EvidenceUpload unsent={unsent.files} hint={say.hint} />
        </Form.Item>
        <Button htmlType="submit" loading={sending.isPending}>
          {say.send}
        </Button>
      </Form>
    </>
  )
}
