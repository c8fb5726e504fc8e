import { Form, Select } from 'antd'
import { term } from '../../shared/terms.ts'
import { DateField } from '../parts/date-field.tsx'
import { Panel } from '../parts/panel.tsx'
import { fill, useSay } from '../preferences.tsx'
import { Field, useStays } from './corrected.tsx'
import { ReasonField } from './reason-field.tsx'
import { words } from './words.ts'

/** Which change of post is filed, and from when (Art. 18–21). */
export const PostChangeFields = () => {
  const { say, language } = useSay(words)
  const { isShut, extra } = useStays()
  const kind: unknown = Form.useWatch('kind')
  return (
    <Panel title={say.matter}>
      <div className="fields">
        <Field
          name="kind"
          label={say.changeKind}
          extra={extra}
          rules={[{ required: true, message: fill(say.missingChoice, { field: say.changeKind }) }]}
        >
          <Select
            disabled={isShut}
            placeholder={say.choosePerson}
            options={['post_type', 'duties'].map((value) => ({
              value,
              label: term('kind', value, language),
            }))}
          />
        </Field>
        {kind === 'post_type' && (
          <Field
            name="toPostType"
            label={say.toPostType}
            rules={[{ required: true, message: fill(say.missingChoice, { field: say.toPostType }) }]}
          >
            <Select
              options={['management', 'professional', 'worker'].map((value) => ({
                value,
                label: term('postType', value, language),
              }))}
            />
          </Field>
        )}
        <Field
          name="effectiveOn"
          label={say.effectiveOn}
          rules={[{ required: true, message: fill(say.missing, { field: say.effectiveOn }) }]}
        >
          <DateField />
        </Field>
      </div>
      <ReasonField />
    </Panel>
  )
}
