import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { post } from '../../shared/api/client.ts'
import { FaultSummary, type FieldFault, fieldFaults } from '../parts/fault-summary.tsx'
import { Notice } from '../parts/notice.tsx'
import { useSay } from '../preferences.tsx'
import styles from '../registers/registers.module.css'

const words = {
  zh: {
    email: '新邮箱',
    missing: '请填写新邮箱',
    submit: '更换邮箱',
    waits: '确认邮件已发到新邮箱。打开里面的链接、登录后确认，新邮箱才会生效。',
    moved: '邀请已改发到新邮箱，原来的链接作废。',
    unsent: '邮件没有发出，请检查邮箱地址后再试。',
  },
  en: {
    email: 'New e-mail address',
    missing: 'Please give the new address',
    submit: 'Change the address',
    waits: 'A mail has gone to the new address. It holds once its link was opened and confirmed.',
    moved: 'The invitation has gone to the new address; the link before it is good for nothing.',
    unsent: 'The mail did not go out. Check the address and try again.',
  },
} as const

/** Asks for another address of an account. */
export const AddressForm = ({
  account,
  after,
}: {
  readonly account: string
  readonly after?: () => void
}) => {
  const { say } = useSay(words)
  const id = useId()
  const [email, setEmail] = useState('')
  const [faults, setFaults] = useState<readonly FieldFault[]>([])
  const sending = useMutation({
    mutationFn: () =>
      post('/accounts/{id}/address', { path: { id: account }, body: { email: email.trim() } }),
    onSuccess: () => {
      setEmail('')
      after?.()
    },
    onError: (error) => setFaults(fieldFaults(error, () => id) ?? []),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const isMissing = email.trim() === ''
    setFaults(isMissing ? [{ field: id, text: say.missing }] : [])
    if (!isMissing && !sending.isPending) sending.mutate()
  }
  const done = sending.data
  return (
    <>
      {done && (
        <Notice
          tone={done.delivered ? 'good' : 'wait'}
          title={done.delivered ? (done.confirmed ? say.moved : say.waits) : say.unsent}
        />
      )}
      <FaultSummary faults={faults} error={faults.length > 0 ? undefined : (sending.error ?? undefined)} />
      <form className={styles.lookup} onSubmit={submit} noValidate>
        <div className="wide-field">
          <label htmlFor={id}>{say.email}</label>
          <Input
            id={id}
            type="email"
            inputMode="email"
            maxLength={254}
            value={email}
            onChange={({ target }) => setEmail(target.value)}
          />
        </div>
        <Button htmlType="submit" loading={sending.isPending}>
          {say.submit}
        </Button>
      </form>
    </>
  )
}
