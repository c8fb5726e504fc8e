import { useMutation } from '@tanstack/react-query'
import { Button, Checkbox, Form, Input } from 'antd'
import { useState } from 'react'
import { Link, useLocation } from 'react-router'
import { questionTerms } from '../../../rules/questions.ts'
import { get, post } from '../../shared/api/client.ts'
import type { QuestionReceipt } from '../../shared/api/types.gen.ts'
import { day } from '../../shared/dates.ts'
import { accessToken } from '../../shared/session.ts'
import { BodyPicker } from '../complaints/body-picker.tsx'
import { solve } from '../complaints/solve.ts'
import { cameFrom } from '../frame/came-from.ts'
import { Facts } from '../parts/facts.tsx'
import { FaultSummary, type FieldFault, fieldFaults, formFaults } from '../parts/fault-summary.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Panel } from '../parts/panel.tsx'
import { fill, useSay } from '../preferences.tsx'

const words = {
  zh: {
    title: '政策咨询',
    lead: '对规则有疑问的，可以在这里问（第8、48条）。{days} 个工作日内答复，可以不留姓名。有普遍意义的，隐去姓名后公开问答。',
    answers: '看看别人问过什么',
    follow: '已经提交过，查看答复',
    mine: '我的咨询',
    case: '问的是自己的某一件申请？',
    caseHint: '个案请在那件申请的页面办理：能看到到了哪一步、由谁办理，也可以催办、提出异议。',
    toCase: '打开我的申请',
    what: '问什么',
    text: '问题',
    textHint: '只问规则本身。不要写身份证号码，也不要写别人的姓名。',
    page: '看到的页面：{page}\n',
    desk: '由谁答复（选填）',
    deskHint: '不选的由自治区答复；登录提问的，由本单位的人事综合管理部门答复。',
    who: '您的身份',
    named: '我愿意留下姓名和邮箱，有答复时通知我',
    namedHint: '只有答复的部门能看，办结 {days} 天后删除。不留也照样答复。',
    name: '姓名',
    mail: '邮箱',
    submit: '提交',
    sending: '正在做防刷校验，大约几秒钟…',
    taken: '已收到',
    keep: '请马上抄下或保存下面的查询码和密钥：只显示这一次，丢了不能找回。',
    own: '答复会出现在“我的咨询”，并发邮件告诉您。',
    code: '查询码',
    key: '密钥',
    answeredBy: '答复部门',
    dueOn: '答复期限',
    missing: '请填写{field}',
  },
  en: {
    title: 'Ask about the rules',
    lead: 'What the rules leave unclear, ask here (Art. 8, 48). Answered within {days} working days, no name needed. What matters to many is published without names.',
    answers: 'What others have asked',
    follow: 'Already sent: see the answer',
    mine: 'My questions',
    case: 'Is it about one request of yours?',
    caseHint:
      'A single case is dealt with on the page of that request: where it stands, who has it, and how to remind or object.',
    toCase: 'Open my requests',
    what: 'What you ask',
    text: 'Question',
    textHint: 'About the rules alone. No identity numbers, and no names of others.',
    page: 'About the page: {page}\n',
    desk: 'Who answers (optional)',
    deskHint:
      'The region, where you choose none; the authority of your institution, where you have signed in.',
    who: 'Who you are',
    named: 'I give my name and address, and am told when there is an answer',
    namedHint:
      'Read by the desk that answers alone, deleted {days} days after the end. Without it you are answered too.',
    name: 'Name',
    mail: 'Mail address',
    submit: 'Send',
    sending: 'Solving the puzzle that keeps floods out: some seconds…',
    taken: 'Received',
    keep: 'Please write down the code and the key now: they are shown this once and cannot be found again.',
    own: 'The answer will stand among your questions, and a mail tells you.',
    code: 'Code',
    key: 'Key',
    answeredBy: 'Desk',
    dueOn: 'Answered by',
    missing: 'Please give: {field}',
  },
} as const

interface Values {
  readonly text: string
  readonly deskId?: string
  readonly named?: boolean
  readonly name?: string
  readonly mail?: string
}

/** What is said once a question is taken: its code and key, for whoever asked without an account. */
const Taken = ({ of: { code, key, desk, dueOn } }: { readonly of: QuestionReceipt }) => {
  const { say, language } = useSay(words)
  const isOwn = accessToken() !== undefined
  const to = isOwn
    ? { path: '/questions/mine', label: say.mine }
    : { path: '/questions/follow', label: say.follow }
  return (
    <Notice tone="good" title={say.taken} actions={<Link to={to.path}>{to.label}</Link>}>
      <p>{isOwn ? say.own : say.keep}</p>
      <Facts
        of={[
          ...(isOwn
            ? []
            : ([
                [say.code, <code key="code">{code.toUpperCase()}</code>],
                [say.key, <code key="key">{key.toUpperCase()}</code>],
              ] as const)),
          [say.answeredBy, desk],
          [say.dueOn, day(dueOn, language)],
        ]}
      />
    </Notice>
  )
}

/** Sends a question: with the account of whoever has signed in, else by a solved puzzle. */
const send = async ({ text, deskId, named, name = '', mail = '' }: Values, key: string) => {
  const asked = { text: text.trim(), ...(deskId === undefined ? {} : { deskId }) }
  if (accessToken() !== undefined) return post('/questions/own', { key, body: asked })
  const { challenge, difficulty } = await get('/complaints/challenge')
  const solution = await solve(challenge, difficulty)
  const asker = named ? { asker: { name: name.trim(), mail: mail.trim() } } : {}
  return post('/questions', { body: { ...asked, ...asker, challenge, solution } })
}

const QuestionForm = () => {
  const { say } = useSay(words)
  const from = cameFrom(useLocation())
  // One key a form: sent twice, it is asked once.
  const [key] = useState(() => crypto.randomUUID())
  const [form] = Form.useForm<Values>()
  const [found, setFound] = useState<readonly FieldFault[]>([])
  const named = Form.useWatch('named', form)
  const sending = useMutation({ mutationFn: (values: Values) => send(values, key) })
  const ofApi = fieldFaults(sending.error, (pointer) => {
    const [, first = '', second = ''] = pointer.split('/')
    return `question_${first === 'asker' ? second : first}`
  })
  const faults = found.length > 0 ? found : (ofApi ?? [])
  const required = (field: string) => [{ required: true, message: fill(say.missing, { field }) }]
  const isOwn = accessToken() !== undefined
  if (sending.data) return <Taken of={sending.data} />
  return (
    <>
      <FaultSummary faults={faults} error={faults.length > 0 ? undefined : (sending.error ?? undefined)} />
      <Form<Values>
        form={form}
        name="question"
        layout="vertical"
        initialValues={{ text: from === undefined ? '' : fill(say.page, { page: from }) }}
        onFinish={(values) => {
          setFound([])
          sending.mutate(values)
        }}
        onFinishFailed={(failed) => setFound(formFaults('question', failed))}
      >
        <Panel title={say.what}>
          <Form.Item name="text" label={say.text} extra={say.textHint} rules={required(say.text)}>
            <Input.TextArea rows={6} maxLength={2000} />
          </Form.Item>
          <Form.Item name="deskId" label={say.desk} extra={say.deskHint}>
            <BodyPicker id="question_deskId" officesOnly />
          </Form.Item>
        </Panel>
        {!isOwn && (
          <Panel title={say.who}>
            <Form.Item
              name="named"
              valuePropName="checked"
              extra={fill(say.namedHint, { days: questionTerms.askerDays })}
            >
              <Checkbox>{say.named}</Checkbox>
            </Form.Item>
            {named && (
              <div className="fields">
                <Form.Item name="name" label={say.name} rules={required(say.name)}>
                  <Input maxLength={50} autoComplete="name" />
                </Form.Item>
                <Form.Item name="mail" label={say.mail} rules={required(say.mail)}>
                  <Input maxLength={200} type="email" autoComplete="email" />
                </Form.Item>
              </div>
            )}
          </Panel>
        )}
        <p className="actions">
          <Button type="primary" size="large" htmlType="submit" loading={sending.isPending}>
            {say.submit}
          </Button>
        </p>
        <p className="quiet" role="status">
          {sending.isPending && !isOwn ? say.sending : ''}
        </p>
      </Form>
    </>
  )
}

/** Anyone asks about the rules here (Art. 8, 48); what is about one request is led to it. */
export const NewQuestionPage = () => {
  const { say } = useSay(words)
  return (
    <>
      <PageHead
        title={say.title}
        lead={<p>{fill(say.lead, { days: questionTerms.answerWorkingDays })}</p>}
        actions={
          <>
            <Link to="/answers">{say.answers}</Link>
            {accessToken() === undefined ? (
              <Link to="/questions/follow">{say.follow}</Link>
            ) : (
              <Link to="/questions/mine">{say.mine}</Link>
            )}
          </>
        }
      />
      <Panel title={say.case}>
        <p>
          {say.caseHint} <Link to="/requests">{say.toCase}</Link>
        </p>
      </Panel>
      <QuestionForm />
    </>
  )
}
