import { Button, Input } from 'antd'
import { useState } from 'react'
import { Confirm } from '../parts/confirm.tsx'
import { Field } from '../parts/field.tsx'
import { Notice } from '../parts/notice.tsx'
import { Panel } from '../parts/panel.tsx'
import { fill, useSay } from '../preferences.tsx'
import { BodyPicker } from './body-picker.tsx'
import { type ActsProps, useAct } from './complaint-act.ts'
import { words } from './complaint-act-words.ts'

/** Whom else it is about, and so from whom it is kept: asked before anything else is done, and possible at any time. */
export const Further = ({ of }: ActsProps) => {
  const { say } = useSay(words)
  const act = useAct(of)
  const [person, setPerson] = useState('')
  const [bodyId, setBodyId] = useState<string>()
  const isFirst = of.status === 'received'
  return (
    <Panel title={isFirst ? say.first : say.further}>
      {isFirst && <p>{say.firstLead}</p>}
      {of.maybeMeant.length > 0 && (
        <Notice tone="wait" title={say.meant}>
          <ul>
            {of.maybeMeant.map(({ id, name }) => (
              <li key={id}>
                {name} <Button onClick={() => setPerson(name)}>{fill(say.write, { name })}</Button>
              </li>
            ))}
          </ul>
          <p>{say.meantFollows}</p>
        </Notice>
      )}
      <Field label={say.person}>
        {(id) => (
          <Input id={id} maxLength={50} value={person} onChange={({ target }) => setPerson(target.value)} />
        )}
      </Field>
      <Field label={say.concerned}>
        {(id) => <BodyPicker id={id} value={bodyId} onChange={setBodyId} />}
      </Field>
      <Confirm
        label={say.concern}
        title={say.concern}
        follows={<p>{say.concernFollows}</p>}
        reason={{ hint: say.text, required: true }}
        act={(why) =>
          act({
            ...{ act: 'concern', reason: why },
            ...(bodyId === undefined ? {} : { bodyId }),
            ...(person.trim() === '' ? {} : { person: person.trim() }),
          })
        }
      />
    </Panel>
  )
}
