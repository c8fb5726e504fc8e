import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useDraft } from '../parts/draft.ts'
import { FaultSummary, type FieldFault, fieldFaults, formFaults } from '../parts/fault-summary.tsx'
import { fill, useSay } from '../preferences.tsx'
import styles from './registers.module.css'

const words = {
  zh: {
    reason: '理由',
    reasonHint: '写明依据，例如文件名称和文号。理由随这次改动一起保存。',
    missing: '请填写{field}',
    restored: '已恢复上次没有提交的内容。',
    anew: '重新填写',
    next: '下一步：核对',
    confirm: '确认{what}',
    back: '再想想',
  },
  en: {
    reason: 'Reason',
    reasonHint: 'Say on what it rests, such as a document and its number. It is kept with the change.',
    missing: 'Please give: {field}',
    restored: 'What you had not sent last time is here again.',
    anew: 'Start anew',
    next: 'Next: look at what follows',
    confirm: 'Confirm: {what}',
    back: 'Not yet',
  },
} as const

/** The rule of a field that must be filled in. */
export const useRequired = () => {
  const { say } = useSay(words)
  return (field: string) => [{ required: true, message: fill(say.missing, { field }) }]
}

export interface RegisterFormProps<Values> {
  /** The beginning of every field's id. */
  readonly name: string
  /** What is being filled in: a draft belongs to it alone. */
  readonly draft: string
  readonly initial: Partial<Values & { readonly reason: string }>
  readonly submit: string
  /** Sends what was filled in, and goes on to where it is seen. */
  readonly send: (values: Values & { readonly reason: string }) => Promise<unknown>
  /** What is wrong before it is sent. */
  readonly check?: (values: Values) => readonly FieldFault[]
  /** The path of a field for a pointer of the API, where they differ. */
  readonly pathOf?: (pointer: string) => string
  /** What follows, where it cannot be undone: shown in a second step, before it is sent. */
  readonly follows?: (values: Values) => ReactNode
  /** What the words that come with it are called, where they are more than a reason, and what stands in them. */
  readonly words?: { readonly label: string; readonly hint: string }
  readonly children: ReactNode
}

/** A form that changes a register: saves itself, names its faults in one place, and asks for the reason. */
export const RegisterForm = <Values extends object>({
  name,
  draft: draftName,
  initial,
  submit,
  send,
  check,
  pathOf = (pointer) => pointer,
  follows,
  words: said,
  children,
}: RegisterFormProps<Values>) => {
  const { say } = useSay(words)
  const required = useRequired()
  const [form] = Form.useForm<Values & { reason: string }>()
  const draft = useDraft(draftName, form)
  const [found, setFound] = useState<readonly FieldFault[]>([])
  const sending = useMutation({
    mutationFn: async (values: Values & { reason: string }) => {
      await send(values)
      draft.drop()
    },
  })
  const [asked, setAsked] = useState<Values & { reason: string }>()
  const heading = useRef<HTMLHeadingElement>(null)
  const isAsked = asked !== undefined
  useEffect(() => {
    if (isAsked) heading.current?.focus()
  }, [isAsked])
  const sendNow = (values: Values & { reason: string }) =>
    sending.mutate(values, {
      onError: (error) => {
        setAsked(undefined)
        setFaults(fieldFaults(error, (pointer) => idOf(pathOf(pointer))) ?? [])
      },
    })
  const idOf = (path: string): string => `${name}${path.replaceAll('/', '_')}`
  const [faults, setFaults] = useState<readonly FieldFault[]>([])
  const shown = found.length > 0 ? found : faults
  return (
    <>
      <FaultSummary faults={shown} error={shown.length > 0 ? undefined : (sending.error ?? undefined)} />
      {draft.isRestored && (
        <p className="quiet restored" role="status">
          {say.restored}{' '}
          <Button
            size="small"
            onClick={() => {
              draft.drop()
              form.resetFields()
            }}
          >
            {say.anew}
          </Button>
        </p>
      )}
      <Form<Values & { reason: string }>
        form={form}
        name={name}
        layout="vertical"
        className={styles.registerForm}
        initialValues={initial}
        onValuesChange={() => {
          setAsked(undefined)
          draft.save()
        }}
        onFinish={(values) => {
          setFaults([])
          const faults = check?.(values) ?? []
          setFound(faults.map(({ field, text }) => ({ field: idOf(field), text })))
          if (faults.length > 0) return
          if (follows === undefined) sendNow(values)
          else setAsked(values)
        }}
        onFinishFailed={(failed) => setFound(formFaults(name, failed))}
      >
        {children}
        <Form.Item
          name="reason"
          label={said?.label ?? say.reason}
          extra={said?.hint ?? say.reasonHint}
          rules={required(said?.label ?? say.reason)}
        >
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
        {asked === undefined && (
          <p className="actions">
            <Button type="primary" size="large" htmlType="submit" loading={sending.isPending}>
              {follows === undefined ? submit : say.next}
            </Button>
          </p>
        )}
      </Form>
      {isAsked && (
        <section className="confirm" aria-label={submit}>
          <h3 tabIndex={-1} ref={heading}>
            {submit}
          </h3>
          {follows?.(asked)}
          <div className="actions">
            <Button type="primary" loading={sending.isPending} onClick={() => sendNow(asked)}>
              {fill(say.confirm, { what: submit })}
            </Button>
            <Button onClick={() => setAsked(undefined)}>{say.back}</Button>
          </div>
        </section>
      )}
    </>
  )
}
