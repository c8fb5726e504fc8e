import { Input } from 'antd'
import { fill, useSay } from '../preferences.tsx'
import { Field } from './corrected.tsx'
import { words } from './words.ts'

/** Why something is asked for. */
export const ReasonField = () => {
  const { say } = useSay(words)
  return (
    <Field
      name="reason"
      label={say.reason}
      extra={say.reasonHint}
      rules={[{ required: true, message: fill(say.missing, { field: say.reason }) }]}
    >
      <Input.TextArea rows={4} maxLength={1000} />
    </Field>
  )
}
