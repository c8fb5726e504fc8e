import { Checkbox, Form, InputNumber, Radio, Select } from 'antd'
import { discretionGrounds } from '../../../functions/platform/words.ts'
import { term } from '../../shared/terms.ts'
import { DateField } from '../parts/date-field.tsx'
import { Panel } from '../parts/panel.tsx'
import { fill, useSay } from '../preferences.tsx'
import { Field, useStays } from './corrected.tsx'
import { ReasonField } from './reason-field.tsx'
import styles from './requests.module.css'
import { words } from './words.ts'
import { YearField } from './year-field.tsx'

const deemedKinds = [
  'research_project',
  'degree_course',
  'qualification_exam',
  'skill_grade_exam',
  'entrepreneurship_leave',
  'discretionary',
] as const

/** The cases of Article 39, each with what it deems complete and what shows it. */
const DeemedKinds = ({
  id,
  value,
  onChange,
  isShut,
}: {
  readonly isShut: boolean
  readonly id?: string
  readonly value?: string
  readonly onChange?: (value: string) => void
}) => {
  const { say, language } = useSay(words)
  return (
    <Radio.Group
      aria-label={say.kind}
      disabled={isShut}
      value={value}
      onChange={({ target }) => onChange?.(String(target.value))}
      options={deemedKinds.map((kind, place) => ({
        value: kind,
        // The first one stands for the field where the summary of faults leads to it.
        ...(place === 0 && id !== undefined ? { id } : {}),
        label: (
          <>
            <strong>{term('kind', kind, language)}</strong>
            <span className="quiet">{say[`kindHint_${kind}`]}</span>
          </>
        ),
      }))}
    />
  )
}

/** What is to be deemed complete, for which year, and why (Art. 39). */
export const DeemedFields = () => {
  const { say, language } = useSay(words)
  const { isShut, extra } = useStays()
  const kind: unknown = Form.useWatch('kind')
  const scopeOf: unknown = Form.useWatch('scopeOf')
  return (
    <Panel title={say.matter}>
      <fieldset className={styles.choices}>
        <legend>{say.kind}</legend>
        <Field
          name="kind"
          extra={extra}
          rules={[{ required: true, message: fill(say.missingChoice, { field: say.kind }) }]}
        >
          <DeemedKinds isShut={isShut} />
        </Field>
      </fieldset>
      <div className="fields">
        <YearField />
      </div>
      {kind === 'skill_grade_exam' && (
        <div className="fields">
          <Field
            name="passedOn"
            label={say.passedOn}
            rules={[{ required: true, message: fill(say.missing, { field: say.passedOn }) }]}
          >
            <DateField />
          </Field>
        </div>
      )}
      {kind === 'entrepreneurship_leave' && (
        <Field name="appraised" valuePropName="checked">
          <Checkbox>{say.appraised}</Checkbox>
        </Field>
      )}
      {kind === 'discretionary' && (
        <>
          <div className="fields">
            <Field
              name="ground"
              label={say.discretionGround}
              rules={[{ required: true, message: fill(say.missingChoice, { field: say.discretionGround }) }]}
            >
              <Select
                placeholder={say.choosePerson}
                options={Object.keys(discretionGrounds).map((value) => ({
                  value,
                  label: term('discretion', value, language),
                }))}
              />
            </Field>
          </div>
          <Field name="scopeOf" label={say.scope}>
            <Radio.Group
              aria-label={say.scope}
              options={[
                { value: 'all', label: say.scopeAll },
                { value: 'some', label: say.scopeSome },
              ]}
            />
          </Field>
          {scopeOf === 'some' && (
            <div className="fields">
              <Field name="scopePublic" label={say.scopePublic}>
                <InputNumber min={0} />
              </Field>
              <Field name="scopeProfessional" label={say.scopeProfessional}>
                <InputNumber min={0} />
              </Field>
            </div>
          )}
        </>
      )}
      <ReasonField />
    </Panel>
  )
}
