import { Input, Select } from 'antd'
import { useState } from 'react'
import { measureKinds } from '../../../functions/complaints/words.ts'
import { keysOf } from '../../shared/keys-of.ts'
import { Confirm } from '../parts/confirm.tsx'
import { DateField } from '../parts/date-field.tsx'
import { Field } from '../parts/field.tsx'
import { Panel } from '../parts/panel.tsx'
import { useSay } from '../preferences.tsx'
import { type ActsProps, useAct } from './complaint-act.ts'
import { words } from './complaint-act-words.ts'

type Measure = keyof typeof measureKinds

/** A letter to a body that was found at fault. */
export const TellBody = ({ of }: ActsProps) => {
  const { say } = useSay(words)
  const act = useAct(of)
  const [bodyId, setBodyId] = useState(of.bodies[0]?.id ?? '')
  const [asked, setAsked] = useState('')
  const [until, setUntil] = useState('')
  return (
    <Panel title={say.fault}>
      <Field label={say.atFault}>
        {(id) => (
          <Select
            id={id}
            value={bodyId}
            onChange={setBodyId}
            options={of.bodies.map((one) => ({ value: one.id, label: one.name }))}
          />
        )}
      </Field>
      <Field label={say.asked}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={3}
            maxLength={2000}
            value={asked}
            onChange={({ target }) => setAsked(target.value)}
          />
        )}
      </Field>
      <Field label={say.until}>
        {(id) => <DateField id={id} value={until} onChange={(value) => setUntil(value ?? '')} />}
      </Field>
      <Confirm
        label={say.tellBody}
        title={say.tellBody}
        follows={<p>{say.tellFollows}</p>}
        reason={{ label: say.written, hint: say.writtenHint, required: true }}
        act={(text) => act({ act: 'tell_body', bodyId, text, asked, until })}
      />
    </Panel>
  )
}

/** What was done, by whoever may, on a page of its own. */
export const RecordMeasure = ({ of }: ActsProps) => {
  const { say, language } = useSay(words)
  const act = useAct(of)
  const [kind, setKind] = useState<Measure>('suspend_hours')
  const [reference, setReference] = useState('')
  const reason = { hint: say.text, required: true }
  return (
    <Panel title={say.measures}>
      <div className="fields">
        <Field label={say.kind}>
          {(id) => (
            <Select<Measure>
              id={id}
              value={kind}
              onChange={setKind}
              options={keysOf(measureKinds).map((value) => ({ value, label: measureKinds[value][language] }))}
            />
          )}
        </Field>
        <Field label={say.reference}>
          {(id) => (
            <Input
              id={id}
              maxLength={100}
              value={reference}
              onChange={({ target }) => setReference(target.value)}
            />
          )}
        </Field>
      </div>
      <Confirm
        label={say.measure}
        title={say.measure}
        follows={<p>{say.measureFollows}</p>}
        reason={reason}
        act={(text) =>
          act({
            ...{ act: 'measure', kind, text },
            ...(reference.trim() === '' ? {} : { reference: reference.trim() }),
          })
        }
      />
    </Panel>
  )
}

/** The word to the complainant, which ends it. */
export const Report = ({ of }: ActsProps) => {
  const { say } = useSay(words)
  const act = useAct(of)
  const reason = { hint: say.text, required: true }
  return (
    <Panel title={say.closing}>
      <Confirm
        label={say.report}
        title={say.report}
        follows={<p>{say.reportFollows}</p>}
        reason={reason}
        act={(text) => act({ act: 'report', text })}
      />
    </Panel>
  )
}
