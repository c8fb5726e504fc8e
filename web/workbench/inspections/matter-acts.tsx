import { Select } from 'antd'
import { useRef, useState } from 'react'
import { post } from '../../shared/api/client.ts'
import type { MatterView } from '../../shared/api/types.gen.ts'
import { Confirm } from '../parts/confirm.tsx'
import { EvidenceUpload, type Proof } from '../parts/evidence-upload.tsx'
import { Field } from '../parts/field.tsx'
import { Panel } from '../parts/panel.tsx'
import { useAfter } from '../parts/use-after.ts'
import { useSay } from '../preferences.tsx'
import { CheckActs } from './check-acts.tsx'
import { words } from './matter-words.ts'

interface Props {
  readonly of: MatterView
}

/** What whoever was asked says, with files. */
const AnswerActs = ({ of }: Props) => {
  const { say } = useSay(words)
  const after = useAfter('/inspections', of.id)
  const unsent = useRef<Set<File>>(new Set())
  const [files, setFiles] = useState<readonly Proof[]>([])
  const [agrees, setAgrees] = useState<'yes' | 'no' | null>(null)
  const isWord = of.status === 'with_institution'
  return (
    <Panel title={say.answerTitle}>
      {isWord ? (
        <Field label={say.agrees}>
          {(id) => (
            <Select<'yes' | 'no'>
              id={id}
              value={agrees}
              placeholder={say.choose}
              onChange={setAgrees}
              options={(['yes', 'no'] as const).map((value) => ({ value, label: say[value] }))}
            />
          )}
        </Field>
      ) : (
        <Field label={say.files}>
          {(id) => <EvidenceUpload id={id} value={files} onChange={setFiles} unsent={unsent} />}
        </Field>
      )}
      <Confirm
        label={say.answer}
        title={say.answer}
        first={isWord && agrees === null ? say.agreesFirst : undefined}
        follows={<p>{say.answerFollows}</p>}
        reason={{ label: say.answerText, hint: say.hint, required: true }}
        act={async (text) => {
          await post('/inspections/{id}/answers', {
            path: { id: of.id },
            body: {
              text,
              evidence: files.map(({ id }) => id),
              ...(isWord ? { agrees: agrees === 'yes' } : {}),
            },
          })
          await after()
        }}
      />
    </Panel>
  )
}

/** What may be done with a matter now, by whoever looks at it. */
export const MatterActs = ({ of }: Props) => (
  <>
    {of.may.answer && <AnswerActs of={of} />}
    {of.may.check && <CheckActs of={of} />}
  </>
)
