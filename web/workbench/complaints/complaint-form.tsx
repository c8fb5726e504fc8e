import { useMutation } from '@tanstack/react-query'
import { Button, Form, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import type { FollowedComplaint } from '../../shared/api/types.gen.ts'
import { day } from '../../shared/dates.ts'
import { Facts } from '../parts/facts.tsx'
import { FaultSummary, type FieldFault, fieldFaults, formFaults } from '../parts/fault-summary.tsx'
import { Notice } from '../parts/notice.tsx'
import { Panel } from '../parts/panel.tsx'
import { useSay } from '../preferences.tsx'
import { AboutFields, type AboutValues } from './about-fields.tsx'
import { ComplaintFiles } from './complaint-files.tsx'

const words = {
  zh: {
    submit: '提交',
    sending: '正在做防刷校验，大约几秒钟…',
    taken: '已收到',
    keep: '请马上抄下或保存下面的查询码和密钥：只显示这一次，丢了不能找回。',
    code: '查询码',
    key: '密钥',
    desk: '受理部门',
    dueOn: '答复是否受理的期限',
    follow: '查看办理情况',
    channel: '来源',
    telephone: '电话',
    letter: '信件',
    how: '来源',
  },
  en: {
    submit: 'Send',
    sending: 'Solving the puzzle that keeps floods out: some seconds…',
    taken: 'Received',
    keep: 'Please write down the code and the key now: they are shown this once and cannot be found again.',
    code: 'Code',
    key: 'Key',
    desk: 'Desk',
    dueOn: 'Accepted or passed on by',
    follow: 'See where it stands',
    channel: 'How it came',
    telephone: 'by telephone',
    letter: 'by letter',
    how: 'How it came',
  },
} as const

interface Receipt {
  readonly code: string
  readonly key: string
  readonly desk: string
  readonly dueOn: string
}

export interface ComplaintValues extends AboutValues {
  readonly channel?: 'telephone' | 'letter'
}

/** Code and key, shown once. */
const Taken = ({ receipt: { code, key, desk, dueOn } }: { readonly receipt: Receipt }) => {
  const { say, language } = useSay(words)
  return (
    <Notice tone="good" title={say.taken} actions={<Link to="/complaints/follow">{say.follow}</Link>}>
      <p>{say.keep}</p>
      <Facts
        of={[
          [say.code, <code key="code">{code.toUpperCase()}</code>],
          [say.key, <code key="key">{key.toUpperCase()}</code>],
          [say.desk, desk],
          [say.dueOn, day(dueOn, language)],
        ]}
      />
    </Notice>
  )
}

/** What was sent: its code and key, and the files that belong to it. */
const Sent = ({ receipt }: { readonly receipt: Receipt }) => {
  const [files, setFiles] = useState<FollowedComplaint['files']>([])
  return (
    <>
      <Taken receipt={receipt} />
      <ComplaintFiles
        code={receipt.code}
        secret={receipt.key}
        files={files}
        added={(now) => setFiles(now.files)}
      />
    </>
  )
}

export interface ComplaintFormProps {
  /** Asks how it came, where a desk enters it. */
  readonly asksChannel?: boolean
  readonly text?: string
  readonly send: (values: ComplaintValues) => Promise<Receipt>
  readonly children?: ReactNode
}

/** The form of a complaint; once it is sent, its code and key in its place. */
export const ComplaintForm = ({ asksChannel = false, text = '', send, children }: ComplaintFormProps) => {
  const { say } = useSay(words)
  const [form] = Form.useForm<ComplaintValues>()
  const sending = useMutation({ mutationFn: send })
  const [found, setFound] = useState<readonly FieldFault[]>([])
  const ofApi = fieldFaults(sending.error, (pointer) => {
    const [, first = '', second = ''] = pointer.split('/')
    return `complaint_${first === 'complainant' ? second : first}`
  })
  const faults = found.length > 0 ? found : (ofApi ?? [])
  if (sending.data) return <Sent receipt={sending.data} />
  return (
    <>
      <FaultSummary faults={faults} error={faults.length > 0 ? undefined : (sending.error ?? undefined)} />
      {children}
      <Form<ComplaintValues>
        form={form}
        name="complaint"
        layout="vertical"
        initialValues={{ text, channel: 'telephone' }}
        onFinish={(values) => {
          setFound([])
          sending.mutate(values)
        }}
        onFinishFailed={(failed) => setFound(formFaults('complaint', failed))}
      >
        {asksChannel && (
          <Panel title={say.how}>
            <Form.Item name="channel" label={say.channel}>
              <Select
                options={(['telephone', 'letter'] as const).map((value) => ({ value, label: say[value] }))}
              />
            </Form.Item>
          </Panel>
        )}
        <AboutFields />
        <p className="actions">
          <Button type="primary" size="large" htmlType="submit" loading={sending.isPending}>
            {say.submit}
          </Button>
        </p>
        <p className="quiet" role="status">
          {sending.isPending && !asksChannel ? say.sending : ''}
        </p>
      </Form>
    </>
  )
}
