import { Select } from 'antd'
import { justifiedGrounds } from '../../../functions/platform/words.ts'
import type { ReadLedgerResponse } from '../../shared/api/types.gen.ts'
import { term } from '../../shared/terms.ts'
import { Panel } from '../parts/panel.tsx'
import { fill, useSay } from '../preferences.tsx'
import { Field } from './corrected.tsx'
import { DeemedFields } from './deemed-fields.tsx'
import { PostChangeFields } from './post-change-fields.tsx'
import { ReasonField } from './reason-field.tsx'
import { RecognitionFields } from './recognition-fields.tsx'
import { RecordChangeFields } from './record-change-fields.tsx'
import type { RequestType } from './request-values.ts'
import { words } from './words.ts'
import { YearField } from './year-field.tsx'

export interface TypeFieldsProps {
  readonly type: RequestType
  readonly ledger: ReadLedgerResponse | undefined
}

const DelayFields = () => {
  const { say } = useSay(words)
  return (
    <Panel title={say.matter}>
      <div className="fields">
        <YearField />
      </div>
      <ReasonField />
    </Panel>
  )
}

const JustifiedFields = () => {
  const { say, language } = useSay(words)
  return (
    <Panel title={say.matter}>
      <div className="fields">
        <YearField />
        <Field
          name="ground"
          label={say.ground}
          rules={[{ required: true, message: fill(say.missingChoice, { field: say.ground }) }]}
        >
          <Select
            placeholder={say.choosePerson}
            options={Object.keys(justifiedGrounds).map((value) => ({
              value,
              label: term('kind', value, language),
            }))}
          />
        </Field>
      </div>
      <ReasonField />
    </Panel>
  )
}

const ObjectionFields = () => {
  const { say } = useSay(words)
  return (
    <Panel title={say.matter}>
      <ReasonField />
    </Panel>
  )
}

/** The fields that a type of request asks for, beside the person and the proofs. */
export const TypeFields = ({ type, ...rest }: TypeFieldsProps) => {
  switch (type) {
    case 'recognition':
      return <RecognitionFields {...rest} />
    case 'make_up_delay':
      return <DelayFields />
    case 'deemed':
      return <DeemedFields />
    case 'post_change':
      return <PostChangeFields />
    case 'justified_reason':
      return <JustifiedFields />
    case 'record_change':
      return <RecordChangeFields />
    case 'objection':
      return <ObjectionFields />
  }
}
