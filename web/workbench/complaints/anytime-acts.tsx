import { Confirm } from '../parts/confirm.tsx'
import { Panel } from '../parts/panel.tsx'
import { useSay } from '../preferences.tsx'
import { type ActsProps, useAct } from './complaint-act.ts'
import { words } from './complaint-act-words.ts'
import { Further } from './further-acts.tsx'
import { Assign } from './inquirer-acts.tsx'

/** What may be written down at any time. */
export const Anytime = ({ of }: ActsProps) => {
  const { say } = useSay(words)
  const act = useAct(of)
  return (
    <>
      <Panel title={say.during}>
        <div className="actions">
          {(
            [
              ['note', say.note, say.noteText, say.noteFollows],
              ['ask_papers', say.papers, say.papersText, say.papersFollows],
              ['message', say.message, say.messageText, say.messageFollows],
            ] as const
          ).map(([kind, label, what, follows]) => (
            <Confirm
              key={kind}
              label={label}
              title={label}
              follows={<p>{follows}</p>}
              reason={{ label: what, hint: say.text, required: true }}
              act={(text) => act({ act: kind, text })}
            />
          ))}
        </div>
        {of.status !== 'received' && <Assign of={of} />}
      </Panel>
      {of.status !== 'received' && <Further of={of} />}
    </>
  )
}
