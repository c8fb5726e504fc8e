import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { complaintActs, complaintStatuses, findings } from '../../../functions/complaints/words.ts'
import { post } from '../../shared/api/client.ts'
import type { FollowedComplaint } from '../../shared/api/types.gen.ts'
import { day, moment } from '../../shared/dates.ts'
import { Facts } from '../parts/facts.tsx'
import { Notice, ProblemNotice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Panel } from '../parts/panel.tsx'
import { fill, useSay } from '../preferences.tsx'
import { ComplaintFiles } from './complaint-files.tsx'
import styles from './complaints.module.css'

const words = {
  zh: {
    title: '查看投诉举报的办理情况',
    lead: '凭提交时得到的查询码和密钥查看，不用登录。密钥不会出现在网址里。',
    code: '查询码',
    key: '密钥',
    look: '查看',
    stands: '办理情况',
    status: '状态',
    desk: '办理部门',
    filedAt: '提交时间',
    dueOn: '期限',
    extended: '期限已延长一次',
    finding: '调查结论',
    course: '经过',
    reply: '补充说明',
    replyText: '写给调查人员',
    send: '发送',
    sent: '已发送。',
    file: '材料 {number}',
    missing: '请填写。',
    yes: '是',
  },
  en: {
    title: 'Where a complaint stands',
    lead: 'By the code and key that you were given. No sign-in; the key stands in no address.',
    code: 'Code',
    key: 'Key',
    look: 'Look',
    stands: 'Where it stands',
    status: 'Status',
    desk: 'Desk',
    filedAt: 'Sent',
    dueOn: 'Due',
    extended: 'Extended once',
    finding: 'Finding',
    course: 'What was done',
    reply: 'Add something',
    replyText: 'To those who inquire',
    send: 'Send',
    sent: 'Sent.',
    file: 'File {number}',
    missing: 'Please fill this in.',
    yes: 'yes',
  },
} as const

interface Opened {
  readonly code: string
  readonly key: string
}

const Course = ({ of }: { readonly of: FollowedComplaint }) => {
  const { say, language } = useSay(words)
  return (
    <>
      <Panel title={say.stands}>
        <Facts
          of={[
            [say.status, complaintStatuses[of.status][language]],
            [say.desk, of.desk],
            [say.filedAt, moment(of.filedAt, language)],
            [say.dueOn, of.dueOn === null ? null : day(of.dueOn, language)],
            [say.extended, of.extended ? say.yes : null],
            [say.finding, of.finding === null ? null : findings[of.finding][language]],
          ]}
        />
      </Panel>
      <Panel title={say.course}>
        <ol className={styles.course}>
          {of.entries.map(({ at, act, text }) => (
            <li key={`${at} ${act}`}>
              <span className="strong">{complaintActs[act][language]}</span>{' '}
              <span className="quiet">{moment(at, language)}</span>
              {text !== '' && (
                <p className={styles.said}>{act === 'attach' ? fill(say.file, { number: text }) : text}</p>
              )}
            </li>
          ))}
        </ol>
      </Panel>
    </>
  )
}

/** The complainant follows a complaint, and writes to the desk, by code and key. */
export const FollowComplaintPage = () => {
  const { say } = useSay(words)
  const [form] = Form.useForm<{ text: string }>()
  const looking = useMutation({
    mutationFn: ({ code, key }: Opened) =>
      post('/complaints/{code}/view', { path: { code: code.trim() }, body: { key: key.trim() } }),
  })
  const replying = useMutation({
    mutationFn: ({ code, key, text }: Opened & { text: string }) =>
      post('/complaints/{code}/replies', { path: { code: code.trim() }, body: { key: key.trim(), text } }),
    onSuccess: () => {
      setWithFile(undefined)
      form.resetFields()
    },
  })
  const [withFile, setWithFile] = useState<FollowedComplaint>()
  const shown = withFile ?? replying.data ?? looking.data
  const opened = looking.variables
  const required = [{ required: true, message: say.missing }]
  return (
    <>
      <PageHead title={say.title} lead={<p>{say.lead}</p>} />
      {looking.isError && <ProblemNotice error={looking.error} />}
      <Panel title={say.look}>
        <Form<Opened>
          name="follow"
          layout="vertical"
          onFinish={(values) => {
            replying.reset()
            setWithFile(undefined)
            looking.mutate(values)
          }}
        >
          <Form.Item name="code" label={say.code} rules={required} className={styles.wide}>
            <Input maxLength={40} autoComplete="off" />
          </Form.Item>
          <Form.Item name="key" label={say.key} rules={required} className={styles.wide}>
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={looking.isPending}>
            {say.look}
          </Button>
        </Form>
      </Panel>
      {shown && <Course of={shown} />}
      {shown?.mayReply && opened && (
        <ComplaintFiles code={opened.code} secret={opened.key} files={shown.files} added={setWithFile} />
      )}
      {shown?.mayReply && opened && (
        <Panel title={say.reply}>
          {replying.isSuccess && <Notice tone="good" title={say.sent} />}
          {replying.isError && <ProblemNotice error={replying.error} />}
          <Form<{ text: string }>
            form={form}
            name="reply"
            layout="vertical"
            onFinish={({ text }) => replying.mutate({ ...opened, text })}
          >
            <Form.Item name="text" label={say.replyText} rules={required}>
              <Input.TextArea rows={4} maxLength={2000} />
            </Form.Item>
            <Button htmlType="submit" loading={replying.isPending}>
              {say.send}
            </Button>
          </Form>
        </Panel>
      )}
    </>
  )
}
