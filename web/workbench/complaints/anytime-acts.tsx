import { Input } from 'antd'
import { useState } from 'react'
import { Confirm } from '../parts/confirm.tsx'
import { Field } from '../parts/field.tsx'
import { Panel } from '../parts/panel.tsx'
import { useSay } from '../preferences.tsx'
import { BodyPicker } from './body-picker.tsx'
import { type ActsProps, useAct } from './complaint-act.ts'
import { words } from './complaint-act-words.ts'
import { Assign } from './inquirer-acts.tsx'

/** What may be written down at any time. */
export const Anytime = ({ of }: ActsProps) => {
  const { say } = useSay(words)
  const act = useAct(of)
  const [person, setPerson] = useState('')
  const [bodyId, setBodyId] = useState<string>()
  const reason = { hint: say.text, required: true }
  return (
    <>
      <Panel title={say.during}>
        <div className="actions">
          {(
            [
              ['note', say.note, say.noteFollows],
              ['ask_papers', say.papers, say.papersFollows],
              ['message', say.message, say.messageFollows],
            ] as const
          ).map(([kind, label, follows]) => (
            <Confirm
              key={kind}
              label={label}
              title={label}
              follows={<p>{follows}</p>}
              reason={reason}
              act={(text) => act({ act: kind, text })}
            />
          ))}
        </div>
        {of.status !== 'received' && <Assign of={of} />}
      </Panel>
      <Panel title={say.further}>
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
          reason={reason}
          act={(why) =>
            act({
              ...{ act: 'concern', reason: why },
              ...(bodyId === undefined ? {} : { bodyId }),
              ...(person.trim() === '' ? {} : { person: person.trim() }),
            })
          }
        />
      </Panel>
    </>
  )
}
