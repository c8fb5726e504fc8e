import { Confirm } from '../parts/confirm.tsx'
import { Panel } from '../parts/panel.tsx'
import { useSay } from '../preferences.tsx'
import { Anytime } from './anytime-acts.tsx'
import { type ActsProps, useAct } from './complaint-act.ts'
import { words } from './complaint-act-words.ts'
import { RecordMeasure, Report, TellBody } from './found-acts.tsx'
import { Further } from './further-acts.tsx'
import { Assign } from './inquirer-acts.tsx'
import { Inquiry } from './inquiry-acts.tsx'
import { Received } from './received-acts.tsx'

/** What may be done with a complaint now, by whoever looks at it. */
export const ComplaintActs = ({ of }: ActsProps) => {
  const { say } = useSay(words)
  const act = useAct(of)
  if (of.may.takeOver)
    return (
      <Panel title={say.title}>
        <Confirm
          label={say.takeOver}
          title={say.takeOver}
          follows={<p>{say.takeFollows}</p>}
          reason={{ hint: say.text, required: true }}
          act={(reason) => act({ act: 'take_over', reason })}
        />
      </Panel>
    )
  if (!of.may.act)
    return of.may.assign ? (
      <Panel title={say.title}>
        <Assign of={of} />
      </Panel>
    ) : null
  const atFault = of.status === 'found' && of.finding !== 'not_found'
  return (
    <>
      {of.status === 'received' && <Further of={of} />}
      {of.status === 'received' && <Received of={of} />}
      {of.status === 'inquiry' && <Inquiry of={of} />}
      {of.status === 'found' && <RecordMeasure of={of} />}
      {atFault && of.bodies.length > 0 && <TellBody of={of} />}
      {of.status === 'found' && <Report of={of} />}
      <Anytime of={of} />
    </>
  )
}
