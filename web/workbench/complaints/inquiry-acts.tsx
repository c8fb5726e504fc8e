import { Select } from 'antd'
import { useState } from 'react'
import { findings } from '../../../functions/complaints/words.ts'
import { complaintTerms } from '../../../rules/complaints.ts'
import { Confirm } from '../parts/confirm.tsx'
import { Field } from '../parts/field.tsx'
import { Panel } from '../parts/panel.tsx'
import { fill, useSay } from '../preferences.tsx'
import { type ActsProps, useAct } from './complaint-act.ts'
import { words } from './complaint-act-words.ts'

type Finding = keyof typeof findings

/** Extending once, and the finding. */
export const Inquiry = ({ of }: ActsProps) => {
  const { say, language } = useSay(words)
  const act = useAct(of)
  const [finding, setFinding] = useState<Finding | null>(null)
  const extend = fill(say.extend, { days: complaintTerms.extensionDays })
  const reason = { hint: say.text, required: true }
  return (
    <Panel title={say.conclude}>
      <Field label={say.finding}>
        {(id) => (
          <Select<Finding>
            id={id}
            value={finding}
            placeholder={say.choose}
            onChange={setFinding}
            options={(['found', 'partly', 'not_found'] as const).map((value) => ({
              value,
              label: findings[value][language],
            }))}
          />
        )}
      </Field>
      <div className="actions">
        <Confirm
          label={say.find}
          title={say.find}
          first={finding === null ? say.findFirst : undefined}
          follows={<p>{fill(say.findFollows, { days: complaintTerms.reportWorkingDays })}</p>}
          reason={{ ...reason, label: say.findText }}
          act={async (text) => finding && act({ act: 'find', finding, text })}
        />
        {!of.extended && (
          <Confirm
            label={extend}
            title={extend}
            follows={<p>{say.extendFollows}</p>}
            reason={reason}
            act={(why) => act({ act: 'extend', reason: why })}
          />
        )}
      </div>
    </Panel>
  )
}
