import { Form, Select } from 'antd'
import { recordFacts } from '../../../functions/platform/words.ts'
import { term } from '../../shared/terms.ts'
import { DateField } from '../parts/date-field.tsx'
import { Panel } from '../parts/panel.tsx'
import { fill, useSay } from '../preferences.tsx'
import { Field, useStays } from './corrected.tsx'
import { ReasonField } from './reason-field.tsx'
import { words } from './words.ts'

/** What the value of a changed fact is chosen from. */
const valuesOfFact = (fact: unknown, language: 'zh' | 'en', say: { yes: string; no: string }) => {
  if (fact === 'post')
    return ['management', 'professional', 'worker'].map((value) => ({
      value,
      label: term('postType', value, language),
    }))
  if (fact === 'leave')
    return ['sick', 'maternity', 'entrepreneurship'].map((value) => ({
      value,
      label: term('leaveKind', value, language),
    }))
  return [
    { value: 'yes', label: say.yes },
    { value: 'no', label: say.no },
  ]
}

/** Which fact of the record changes, to what, and when. */
export const RecordChangeFields = () => {
  const { say, language } = useSay(words)
  const { isShut, extra } = useStays()
  const fact: unknown = Form.useWatch('fact')
  const hasEnd = fact !== 'hiredOn'
  const needsEnd = fact === 'term' || fact === 'leave'
  return (
    <Panel title={say.matter}>
      <div className="fields">
        <Field
          name="fact"
          label={say.fact}
          extra={extra}
          rules={[{ required: true, message: fill(say.missingChoice, { field: say.fact }) }]}
        >
          <Select
            disabled={isShut}
            placeholder={say.choosePerson}
            options={Object.keys(recordFacts).map((value) => ({
              value,
              label: term('kind', value, language),
            }))}
          />
        </Field>
        {fact !== undefined && fact !== 'hiredOn' && (
          <Field name="value" label={say.value} rules={[{ required: true, message: say.missingValue }]}>
            <Select placeholder={say.choosePerson} options={valuesOfFact(fact, language, say)} />
          </Field>
        )}
        <Field
          name="from"
          label={fact === 'hiredOn' ? say.hiredOn : say.inForceFrom}
          rules={[{ required: true, message: fill(say.missing, { field: say.inForceFrom }) }]}
        >
          <DateField />
        </Field>
        {hasEnd && (
          <Field
            name="to"
            label={needsEnd ? say.to : say.to + say.optional}
            rules={needsEnd ? [{ required: true, message: fill(say.missing, { field: say.to }) }] : []}
          >
            <DateField />
          </Field>
        )}
      </div>
      <ReasonField />
    </Panel>
  )
}
