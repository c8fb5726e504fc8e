import { Input } from 'antd'
import { useState } from 'react'
import { complaintTerms } from '../../../rules/complaints.ts'
import { Confirm } from '../parts/confirm.tsx'
import { Field } from '../parts/field.tsx'
import { Panel } from '../parts/panel.tsx'
import { fill, useSay } from '../preferences.tsx'
import { BodyPicker } from './body-picker.tsx'
import { type ActsProps, useAct } from './complaint-act.ts'
import { words } from './complaint-act-words.ts'
import { Colleague } from './inquirer-acts.tsx'

/** Accepting, or passing on. */
export const Received = ({ of }: ActsProps) => {
  const { say } = useSay(words)
  const act = useAct(of)
  const [colleague, setColleague] = useState('')
  const [bodyId, setBodyId] = useState<string>()
  const [outside, setOutside] = useState('')
  return (
    <>
      <Panel title={say.whether}>
        <Colleague of={of} value={colleague} onChange={setColleague} />
        <Confirm
          label={say.accept}
          title={say.accept}
          follows={<p>{fill(say.acceptFollows, { days: complaintTerms.inquiryDays })}</p>}
          act={() => act({ act: 'accept', ...(colleague === '' ? {} : { colleagueId: colleague }) })}
        />
      </Panel>
      <Panel title={say.elsewhere}>
        <Field label={say.body}>{(id) => <BodyPicker id={id} value={bodyId} onChange={setBodyId} />}</Field>
        <Field label={say.outside}>
          {(id) => (
            <Input
              id={id}
              maxLength={100}
              value={outside}
              onChange={({ target }) => setOutside(target.value)}
            />
          )}
        </Field>
        <Confirm
          label={say.passOn}
          title={say.passOn}
          follows={<p>{say.passFollows}</p>}
          reason={{ hint: say.text, required: true }}
          act={(reason) =>
            act({
              ...{ act: 'pass_on', reason },
              ...(bodyId === undefined ? {} : { bodyId }),
              ...(outside.trim() === '' ? {} : { outside: outside.trim() }),
            })
          }
        />
      </Panel>
    </>
  )
}
