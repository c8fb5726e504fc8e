import { Input, Select } from 'antd'
import { useState } from 'react'
import { measureKinds } from '../../../functions/complaints/words.ts'
import { enumerate } from '../../shared/fill.ts'
import { keysOf } from '../../shared/keys-of.ts'
import { Confirm } from '../parts/confirm.tsx'
import { DateField } from '../parts/date-field.tsx'
import { Field } from '../parts/field.tsx'
import { Panel } from '../parts/panel.tsx'
import { isDay } from '../parts/read-day.ts'
import { fill, useSay } from '../preferences.tsx'
import { type ActsProps, useAct } from './complaint-act.ts'
import { words } from './complaint-act-words.ts'

type Measure = keyof typeof measureKinds

/** A letter to a body that was found at fault. */
export const TellBody = ({ of }: ActsProps) => {
  const { say, language } = useSay(words)
  const act = useAct(of)
  const [bodyId, setBodyId] = useState(of.bodies.length === 1 ? (of.bodies[0]?.id ?? null) : null)
  const [asked, setAsked] = useState('')
  const [until, setUntil] = useState('')
  const missing = [
    ...(bodyId === null ? [say.atFault] : []),
    ...(asked.trim() === '' ? [say.asked] : []),
    ...(isDay(until) ? [] : [say.until]),
  ]
  return (
    <Panel title={say.fault}>
      <Field label={say.atFault}>
        {(id) => (
          <Select
            id={id}
            value={bodyId}
            placeholder={say.choose}
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
        first={
          missing.length === 0 ? undefined : fill(say.tellFirst, { fields: enumerate(missing, language) })
        }
        follows={<p>{say.tellFollows}</p>}
        reason={{ label: say.written, hint: say.writtenHint, required: true }}
        act={async (text) => bodyId && act({ act: 'tell_body', bodyId, text, asked, until })}
      />
    </Panel>
  )
}

/** What was done, by whoever may, on a page of its own. */
export const RecordMeasure = ({ of }: ActsProps) => {
  const { say, language } = useSay(words)
  const act = useAct(of)
  const [kind, setKind] = useState<Measure | null>(null)
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
              placeholder={say.choose}
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
        first={kind === null ? say.measureFirst : undefined}
        follows={<p>{say.measureFollows}</p>}
        reason={{ ...reason, label: say.measureText }}
        act={async (text) =>
          kind &&
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
        reason={{ ...reason, label: say.reportText }}
        act={(text) => act({ act: 'report', text })}
      />
    </Panel>
  )
}
