import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { post } from '../../shared/api/client.ts'
import { ProblemNotice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Panel } from '../parts/panel.tsx'
import { useSay } from '../preferences.tsx'
import { QuestionFacts } from './question-facts.tsx'

const words = {
  zh: {
    title: '查看咨询的答复',
    lead: '凭提交时得到的查询码和密钥查看，不用登录。密钥不会出现在网址里。',
    back: '政策咨询',
    code: '查询码',
    key: '密钥',
    look: '查看',
    missing: '请填写。',
  },
  en: {
    title: 'The answer to a question',
    lead: 'By the code and key that you were given. No sign-in; the key stands in no address.',
    back: 'Ask about the rules',
    code: 'Code',
    key: 'Key',
    look: 'Look',
    missing: 'Please fill this in.',
  },
} as const

/** Whoever asked without an account follows the question by code and key. */
export const FollowQuestionPage = () => {
  const { say } = useSay(words)
  const looking = useMutation({
    mutationFn: ({ code, key }: { code: string; key: string }) =>
      post('/questions/{code}/view', { path: { code: code.trim() }, body: { key: key.trim() } }),
  })
  const required = [{ required: true, message: say.missing }]
  return (
    <>
      <PageHead title={say.title} back={{ to: '/questions/new', label: say.back }} lead={<p>{say.lead}</p>} />
      {looking.isError && <ProblemNotice error={looking.error} />}
      <Panel title={say.look}>
        <Form<{ code: string; key: string }>
          name="follow"
          layout="vertical"
          onFinish={(values) => looking.mutate(values)}
        >
          <div className="fields">
            <Form.Item name="code" label={say.code} rules={required}>
              <Input maxLength={40} autoComplete="off" />
            </Form.Item>
            <Form.Item name="key" label={say.key} rules={required}>
              <Input maxLength={60} autoComplete="off" />
            </Form.Item>
          </div>
          <Button type="primary" htmlType="submit" loading={looking.isPending}>
            {say.look}
          </Button>
        </Form>
      </Panel>
      <div role="status">{looking.data && <QuestionFacts of={looking.data} />}</div>
    </>
  )
}
