import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, InputNumber, Radio } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { ProblemError, post } from '../../shared/api/client.ts'
import type { LedgerEntry } from '../../shared/api/types.gen.ts'
import { FaultSummary, type FieldFault, fieldFaults, formFaults } from '../parts/fault-summary.tsx'
import { fill, useSay } from '../preferences.tsx'
import { hoursIn } from './entry-text.ts'

const words = {
  zh: {
    title: '更正第 {sequence} 条记录',
    follows: '原记录保留，另写一条更正。年度结果、证书随之更新，并告诉本人和原认定部门。',
    how: '怎样更正',
    granted: '改为应计的学时',
    void: '整条作废',
    hours: '应计学时',
    missingHours: '请填写应计学时。',
    reason: '理由',
    missingReason: '请写明理由。',
    send: '确认更正',
    back: '再想想',
  },
  en: {
    title: 'Correct entry {sequence}',
    follows:
      'The entry stays; a correction is written after it. Results and certificates follow; the person and the desk that decided are told.',
    how: 'How',
    granted: 'State the hours that shall hold',
    void: 'Make it void',
    hours: 'Hours that shall hold',
    missingHours: 'Please state the hours.',
    reason: 'Reason',
    missingReason: 'Please give a reason.',
    send: 'Correct it',
    back: 'Not yet',
  },
} as const

interface Values {
  readonly how: 'granted' | 'void'
  readonly grantedHours?: number
  readonly reason: string
}

export interface CorrectionFormProps {
  readonly staffId: string
  readonly entry: LedgerEntry
  readonly done: () => void
  readonly close: () => void
}

/** Corrects an entry of a ledger, or makes it void, with the reason (Art. 35). */
export const CorrectionForm = ({ staffId, entry, done, close }: CorrectionFormProps) => {
  const { say } = useSay(words)
  const client = useQueryClient()
  const [form] = Form.useForm<Values>()
  const how = Form.useWatch('how', form)
  // One key a correction: sent again after a lost connection it is the same one.
  const key = useRef(crypto.randomUUID())
  const [faults, setFaults] = useState<readonly FieldFault[]>([])
  const [error, setError] = useState<unknown>()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const FORM = `correction_${entry.sequence}`
  const hours = hoursIn(entry.fact)
  const sending = useMutation({
    mutationFn: ({ how: chosen, grantedHours, reason }: Values) =>
      post('/staff/{id}/corrections', {
        path: { id: staffId },
        body: { entry: entry.sequence, reason, ...(chosen === 'void' ? { void: true } : { grantedHours }) },
        key: key.current,
      }),
  })
  const send = async (values: Values) => {
    setFaults([])
    setError(undefined)
    try {
      await sending.mutateAsync(values)
      await client.invalidateQueries()
      done()
    } catch (fault) {
      // A refused correction that is changed and sent again is another one.
      if (fault instanceof ProblemError && fault.status >= 400 && fault.status < 500)
        key.current = crypto.randomUUID()
      const found = fieldFaults(fault, (pointer) => `${FORM}_${pointer.slice(1)}`)
      if (found) setFaults(found)
      else setError(fault)
    }
  }
  return (
    <section className="confirm" aria-labelledby={`${FORM}_title`}>
      <h3 id={`${FORM}_title`} tabIndex={-1} ref={heading}>
        {fill(say.title, { sequence: entry.sequence })}
      </h3>
      <p>{say.follows}</p>
      <Form<Values>
        form={form}
        name={FORM}
        layout="vertical"
        initialValues={{ how: hours === undefined ? 'void' : 'granted', grantedHours: hours }}
        onFinish={(values) => void send(values)}
        onFinishFailed={(failed) => setFaults(formFaults(FORM, failed))}
      >
        <FaultSummary faults={faults} error={error} />
        <Form.Item name="how" label={say.how}>
          <Radio.Group
            options={[
              ...(hours === undefined ? [] : [{ value: 'granted', label: say.granted }]),
              { value: 'void', label: say.void },
            ]}
          />
        </Form.Item>
        {how === 'granted' && (
          <Form.Item
            name="grantedHours"
            label={say.hours}
            rules={[{ required: true, message: say.missingHours }]}
          >
            <InputNumber min={0.1} step={0.5} />
          </Form.Item>
        )}
        <Form.Item
          name="reason"
          label={say.reason}
          rules={[{ required: true, whitespace: true, message: say.missingReason }]}
        >
          <Input.TextArea rows={3} maxLength={1000} />
        </Form.Item>
        <div className="actions">
          <Button type="primary" danger htmlType="submit" loading={sending.isPending}>
            {say.send}
          </Button>
          <Button onClick={close}>{say.back}</Button>
        </div>
      </Form>
    </section>
  )
}
