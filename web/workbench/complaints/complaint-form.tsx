import { useMutation } from '@tanstack/react-query'
import { Button, Form, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import type { FollowedComplaint } from '../../shared/api/types.gen.ts'
import { day } from '../../shared/dates.ts'
import { labelled } from '../../shared/labelled.ts'
import { Facts } from '../parts/facts.tsx'
import { FaultSummary, type FieldFault, fieldFaults, formFaults } from '../parts/fault-summary.tsx'
import { Notice } from '../parts/notice.tsx'
import { Panel } from '../parts/panel.tsx'
import { saveText } from '../parts/save-text.ts'
import { useSay } from '../preferences.tsx'
import { AboutFields, type AboutValues } from './about-fields.tsx'
import { ComplaintFiles } from './complaint-files.tsx'

const words = {
  zh: {
    submit: '提交',
    sending: '正在做防刷校验，大约几秒钟…',
    taken: '已收到',
    keep: '请马上抄下、复制或保存下面的查询码和密钥：只显示这一次，离开这一页就看不到了，丢了不能找回。',
    keepByDesk:
      '请把下面的查询码和密钥告诉投诉人：只显示这一次，离开这一页就看不到了，丢了不能找回。不要自己留存。',
    code: '查询码',
    key: '密钥',
    desk: '受理部门',
    dueOn: '答复是否受理的期限',
    follow: '查看办理情况（另开一页）',
    copy: '复制查询码和密钥',
    copied: '已复制。',
    notCopied: '浏览器不让复制，请抄下来或者保存为文件。',
    save: '保存为文件',
    fileName: '投诉举报查询码.txt',
    channel: '来源',
    telephone: '电话',
    letter: '信件',
    how: '来源',
  },
  en: {
    submit: 'Send',
    sending: 'Solving the puzzle that keeps floods out: some seconds…',
    taken: 'Received',
    keep: 'Write down, copy or save the code and the key now: they are shown this once, are gone with this page, and cannot be found again.',
    keepByDesk:
      'Tell the complainant the code and the key: they are shown this once, are gone with this page, and cannot be found again. Keep none yourself.',
    code: 'Code',
    key: 'Key',
    desk: 'Desk',
    dueOn: 'Accepted or passed on by',
    follow: 'See where it stands (another page)',
    copy: 'Copy code and key',
    copied: 'Copied.',
    notCopied: 'The browser lets nothing be copied: write them down, or save them.',
    save: 'Save as a file',
    fileName: 'complaint-code.txt',
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

/** In fours, as people copy by hand; both are taken with or without the hyphens. */
const inFours = (text: string): string => (text.toUpperCase().match(/.{1,4}/g) ?? []).join('-')

interface SentProps {
  readonly receipt: Receipt
  /** Whether a desk entered it for somebody else. */
  readonly byDesk: boolean
}

/** Code and key, shown once: what leads away opens another page, so that they stay. */
export const Taken = ({ receipt: { code, key, desk, dueOn }, byDesk }: SentProps) => {
  const { say, language } = useSay(words)
  const both = [
    labelled(say.code, code.toUpperCase(), language),
    labelled(say.key, inFours(key), language),
  ].join('\n')
  // Where a browser gives no clipboard (an address without TLS), nothing is said to be copied.
  const copying = useMutation({ mutationFn: () => navigator.clipboard.writeText(both) })
  return (
    <Notice
      tone="good"
      title={say.taken}
      actions={
        <>
          <Button type="primary" onClick={() => copying.mutate()}>
            {say.copy}
          </Button>
          <Button onClick={() => saveText(both, say.fileName, 'text/plain;charset=utf-8')}>{say.save}</Button>
          {!byDesk && (
            <Link to="/complaints/follow" target="_blank" rel="noopener">
              {say.follow}
            </Link>
          )}
        </>
      }
    >
      <p>{byDesk ? say.keepByDesk : say.keep}</p>
      <p role="status">{copying.isSuccess ? say.copied : ''}</p>
      {copying.isError && <p className="fault">{say.notCopied}</p>}
      <Facts
        of={[
          [say.code, <code key="code">{code.toUpperCase()}</code>],
          [say.key, <code key="key">{inFours(key)}</code>],
          [say.desk, desk],
          [say.dueOn, day(dueOn, language)],
        ]}
      />
    </Notice>
  )
}

/** What was sent: its code and key, and the files that belong to it. */
const Sent = ({ receipt, byDesk }: SentProps) => {
  const [files, setFiles] = useState<FollowedComplaint['files']>([])
  return (
    <>
      <Taken receipt={receipt} byDesk={byDesk} />
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
  if (sending.data) return <Sent receipt={sending.data} byDesk={asksChannel} />
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
        <AboutFields byDesk={asksChannel} />
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
