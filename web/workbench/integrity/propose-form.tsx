import { Input, InputNumber } from 'antd'
import { useId, useState } from 'react'
import { post } from '../../shared/api/client.ts'
import type { RestorationBody } from '../../shared/api/types.gen.ts'
import { Confirm } from '../parts/confirm.tsx'
import { Notice } from '../parts/notice.tsx'
import { Panel } from '../parts/panel.tsx'
import { useSay } from '../preferences.tsx'

const words = {
  zh: {
    title: '提出方案',
    keep: '保留前几条',
    backup: '从备份补回的记录（JSON，可不填）',
    backupHint: '运行维护人员从数据表的备份中取出，接在保留的记录之后。',
    propose: '提出',
    proposeTitle: '提出这个方案',
    follows: '提出后须由另一人确认，在那之前台账不变。',
    hint: '写明核实的经过和依据，记入台账。',
    unreadable: '备份记录不是有效的 JSON 数组。',
    done: '已提出，等待另一人确认。',
  },
  en: {
    title: 'Propose',
    keep: 'Entries to keep, from the first',
    backup: 'Entries from a backup (JSON; may be empty)',
    backupHint: 'Operators take them from a backup of the table; they follow those that are kept.',
    propose: 'Propose',
    proposeTitle: 'Propose this',
    follows: 'Someone else confirms it; until then the ledger stays as it is.',
    hint: 'Say what was looked into and found; it stays on record.',
    unreadable: 'The backup is not a valid JSON list.',
    done: 'Proposed; someone else must confirm it.',
  },
} as const

type Entries = NonNullable<RestorationBody['entries']>

const parseBackup = (text: string): Entries | undefined => {
  if (text.trim() === '') return []
  try {
    const value: unknown = JSON.parse(text)
    // The API says what is wrong with an entry.
    return Array.isArray(value) ? (value as Entries) : undefined
  } catch {
    return undefined
  }
}

interface ProposeFormProps {
  readonly staffId: string
  /** How many entries stand. */
  readonly length: number
  /** How many of them, from the first on, form a whole chain. */
  readonly holds: number
  readonly proposed: () => Promise<unknown>
}

/** Which entries shall be the ledger again: those that are kept, and those of a backup. */
export const ProposeForm = ({ staffId, length, holds, proposed }: ProposeFormProps) => {
  const { say } = useSay(words)
  const id = useId()
  const [keep, setKeep] = useState(holds)
  const [text, setText] = useState('')
  const [isDone, setDone] = useState(false)
  const entries = parseBackup(text)
  return (
    <Panel title={say.title}>
      {isDone && <Notice tone="good" title={say.done} />}
      <p>
        <label htmlFor={`${id}-keep`}>{say.keep}</label>
        <br />
        <InputNumber
          id={`${id}-keep`}
          min={0}
          max={length}
          precision={0}
          value={keep}
          onChange={(value) => setKeep(value ?? 0)}
        />
      </p>
      <p>
        <label htmlFor={`${id}-backup`}>{say.backup}</label>
        <Input.TextArea
          id={`${id}-backup`}
          aria-describedby={`${id}-hint`}
          rows={4}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <span className="quiet" id={`${id}-hint`}>
          {say.backupHint}
        </span>
      </p>
      {entries === undefined ? (
        <Notice tone="bad" title={say.unreadable} />
      ) : (
        <Confirm
          label={say.propose}
          title={say.proposeTitle}
          follows={<p>{say.follows}</p>}
          reason={{ hint: say.hint, required: true }}
          act={async (reason) => {
            await post('/staff/{id}/restoration', {
              path: { id: staffId },
              body: { keep, ...(entries.length > 0 && { entries }), reason },
            })
            setDone(true)
            await proposed()
          }}
        />
      )}
    </Panel>
  )
}
