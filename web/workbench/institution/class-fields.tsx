import { Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { term } from '../../shared/terms.ts'
import { DateField } from '../parts/date-field.tsx'
import { EvidenceUpload, useUnsent } from '../parts/evidence-upload.tsx'
import { fill, useSay } from '../preferences.tsx'
import type { ClassValues } from './import-values.ts'
import { words } from './import-words.ts'

/** What a class was: the same for all its participants. Within the import's form. */
export const ClassFields = () => {
  const { say, language } = useSay(words)
  const form = Form.useFormInstance<ClassValues>()
  const unsent = useUnsent()
  const isOnline = Form.useWatch('trainingMode', form) === 'online'
  const required = (field: string) => [{ required: true, message: fill(say.missing, { field }) }]
  const options = (of: 'subject' | 'category' | 'mode', names: readonly string[]) =>
    names.map((value) => ({ value, label: term(of, value, language) }))
  return (
    <>
      <div className="fields">
        <Form.Item name="title" label={say.className} rules={required(say.className)} className="twice">
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="provider" label={say.provider}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="certificateNo" label={say.certificateNo}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="subject" label={say.subject}>
          <Select options={options('subject', ['public', 'professional'])} />
        </Form.Item>
        <Form.Item name="category" label={say.category}>
          <Select options={options('category', ['in_service', 'induction', 'special', 'transfer'])} />
        </Form.Item>
        <Form.Item name="trainingMode" label={say.mode}>
          <Select options={options('mode', ['offline', 'online'])} />
        </Form.Item>
        <Form.Item name="from" label={say.from} rules={required(say.from)}>
          <DateField />
        </Form.Item>
        <Form.Item name="to" label={say.to} rules={required(say.to)}>
          <DateField />
        </Form.Item>
        {isOnline ? (
          <Form.Item name="hours" label={say.hours} extra={say.hoursHint}>
            <InputNumber min={0.1} step={0.5} />
          </Form.Item>
        ) : (
          <Form.Item name="halfDays" label={say.halfDays} extra={say.halfDaysHint}>
            <InputNumber min={1} step={1} precision={0} />
          </Form.Item>
        )}
        <Form.Item name="makeUpFor" label={say.makeUpFor} extra={say.makeUpForHint}>
          <InputNumber min={2024} max={2999} step={1} precision={0} />
        </Form.Item>
      </div>
      {!isOnline && (
        <Form.Item name="fullTime" valuePropName="checked">
          <Checkbox>{say.fullTime}</Checkbox>
        </Form.Item>
      )}
      <Form.Item
        name="evidence"
        label={say.evidence}
        validateFirst
        rules={[
          unsent.rule,
          {
            validator: async (_, proofs: readonly unknown[] | undefined) => {
              if (proofs?.length !== 1) throw new Error(say.oneProof)
            },
          },
        ]}
      >
        <EvidenceUpload unsent={unsent.files} />
      </Form.Item>
    </>
  )
}
