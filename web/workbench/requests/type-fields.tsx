import { Button, Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd'
import { discretionGrounds, justifiedGrounds, recordFacts } from '../../../functions/platform/words.ts'
import type { ReadLedgerResponse, Request } from '../../shared/api/types.gen.ts'
import { term } from '../../shared/terms.ts'
import { useMe, yearOf } from '../me.ts'
import { DateField } from '../parts/date-field.tsx'
import { Panel } from '../parts/panel.tsx'
import { fill, useSay } from '../preferences.tsx'
import { LineFields } from './line-fields.tsx'
import { emptyLine, type LineValues, type RequestType } from './request-values.ts'
import styles from './requests.module.css'
import { words } from './words.ts'

const HOURS_A_DAY = 8

const hoursOf = (line: LineValues): number =>
  // Of an activity the table says the hours.
  line.activityKind ? 0 : line.mode === 'online' ? (line.hours ?? 0) : (line.days ?? 0) * HOURS_A_DAY

/** What the lines come to so far. */
const Sum = () => {
  const { say } = useSay(words)
  const lines: LineValues[] = Form.useWatch('lines') ?? []
  const of = (subject: LineValues['subject']) =>
    lines.filter((line) => line?.subject === subject).reduce((sum, line) => sum + hoursOf(line), 0)
  return (
    <p className="strong number" aria-live="polite">
      {fill(say.sum, { public: of('public'), professional: of('professional') })}
    </p>
  )
}

export interface TypeFieldsProps {
  readonly type: RequestType
  readonly ledger: ReadLedgerResponse | undefined
  /** A returned request that is being corrected. */
  readonly before: Request | undefined
}

const RecognitionFields = ({ ledger, before }: Omit<TypeFieldsProps, 'type'>) => {
  const { say } = useSay(words)
  return (
    <>
      <Panel title={say.training}>
        <div className="fields">
          <Form.Item
            className="twice"
            name="title"
            label={say.title}
            rules={[{ required: true, message: fill(say.missing, { field: say.title }) }]}
          >
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="provider" label={say.provider + say.optional}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="certificateNo" label={say.certificateNo + say.optional}>
            <Input maxLength={100} />
          </Form.Item>
        </div>
        <Form.Item name="organisedByDepartment" valuePropName="checked" noStyle>
          <Checkbox>{say.organisedByDepartment}</Checkbox>
        </Form.Item>
      </Panel>
      <Form.List name="lines">
        {(fields, { add, remove }) => (
          <Panel title={say.lines}>
            {fields.map(({ key, name }) => (
              <LineFields
                key={key}
                place={name}
                isKept={before !== undefined && before.lines[name]?.status !== 'returned'}
                ledger={ledger}
                remove={fields.length > 1 && before === undefined ? () => remove(name) : undefined}
              />
            ))}
            {before === undefined && <Button onClick={() => add(emptyLine)}>{say.addLine}</Button>}
            <Sum />
          </Panel>
        )}
      </Form.List>
    </>
  )
}

const ReasonField = () => {
  const { say } = useSay(words)
  return (
    <Form.Item
      name="reason"
      label={say.reason}
      extra={say.reasonHint}
      rules={[{ required: true, message: fill(say.missing, { field: say.reason }) }]}
    >
      <Input.TextArea rows={4} maxLength={1000} />
    </Form.Item>
  )
}

/** The year that a request is about: this one and the ones before it. */
const YearField = () => {
  const { say } = useSay(words)
  const current = yearOf(useMe())
  return (
    <Form.Item
      name="year"
      label={say.year}
      rules={[{ required: true, message: fill(say.missingChoice, { field: say.year }) }]}
    >
      <Select
        placeholder={say.choosePerson}
        options={[current, current - 1, current - 2]
          .filter((year) => year >= 2024)
          .map((year) => ({ value: year, label: fill(say.yearOf, { year }) }))}
      />
    </Form.Item>
  )
}

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
}: {
  readonly id?: string
  readonly value?: string
  readonly onChange?: (value: string) => void
}) => {
  const { say, language } = useSay(words)
  return (
    <Radio.Group
      aria-label={say.kind}
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

const DeemedFields = () => {
  const { say, language } = useSay(words)
  const kind: unknown = Form.useWatch('kind')
  const scopeOf: unknown = Form.useWatch('scopeOf')
  return (
    <Panel title={say.matter}>
      <fieldset className={styles.choices}>
        <legend>{say.kind}</legend>
        <Form.Item
          name="kind"
          rules={[{ required: true, message: fill(say.missingChoice, { field: say.kind }) }]}
        >
          <DeemedKinds />
        </Form.Item>
      </fieldset>
      <div className="fields">
        <YearField />
      </div>
      {kind === 'skill_grade_exam' && (
        <div className="fields">
          <Form.Item
            name="passedOn"
            label={say.passedOn}
            rules={[{ required: true, message: fill(say.missing, { field: say.passedOn }) }]}
          >
            <DateField />
          </Form.Item>
        </div>
      )}
      {kind === 'entrepreneurship_leave' && (
        <Form.Item name="appraised" valuePropName="checked">
          <Checkbox>{say.appraised}</Checkbox>
        </Form.Item>
      )}
      {kind === 'discretionary' && (
        <>
          <div className="fields">
            <Form.Item
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
            </Form.Item>
          </div>
          <Form.Item name="scopeOf" label={say.scope}>
            <Radio.Group
              aria-label={say.scope}
              options={[
                { value: 'all', label: say.scopeAll },
                { value: 'some', label: say.scopeSome },
              ]}
            />
          </Form.Item>
          {scopeOf === 'some' && (
            <div className="fields">
              <Form.Item name="scopePublic" label={say.scopePublic}>
                <InputNumber min={0} />
              </Form.Item>
              <Form.Item name="scopeProfessional" label={say.scopeProfessional}>
                <InputNumber min={0} />
              </Form.Item>
            </div>
          )}
        </>
      )}
      <ReasonField />
    </Panel>
  )
}

const PostChangeFields = () => {
  const { say, language } = useSay(words)
  const kind: unknown = Form.useWatch('kind')
  return (
    <Panel title={say.matter}>
      <div className="fields">
        <Form.Item
          name="kind"
          label={say.changeKind}
          rules={[{ required: true, message: fill(say.missingChoice, { field: say.changeKind }) }]}
        >
          <Select
            placeholder={say.choosePerson}
            options={['post_type', 'duties'].map((value) => ({
              value,
              label: term('kind', value, language),
            }))}
          />
        </Form.Item>
        {kind === 'post_type' && (
          <Form.Item
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
          </Form.Item>
        )}
        <Form.Item
          name="effectiveOn"
          label={say.effectiveOn}
          rules={[{ required: true, message: fill(say.missing, { field: say.effectiveOn }) }]}
        >
          <DateField />
        </Form.Item>
      </div>
      <ReasonField />
    </Panel>
  )
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
        <Form.Item
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
        </Form.Item>
      </div>
      <ReasonField />
    </Panel>
  )
}

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

const RecordChangeFields = () => {
  const { say, language } = useSay(words)
  const fact: unknown = Form.useWatch('fact')
  const hasEnd = fact !== 'hiredOn'
  const needsEnd = fact === 'term' || fact === 'leave'
  return (
    <Panel title={say.matter}>
      <div className="fields">
        <Form.Item
          name="fact"
          label={say.fact}
          rules={[{ required: true, message: fill(say.missingChoice, { field: say.fact }) }]}
        >
          <Select
            placeholder={say.choosePerson}
            options={Object.keys(recordFacts).map((value) => ({
              value,
              label: term('kind', value, language),
            }))}
          />
        </Form.Item>
        {fact !== undefined && fact !== 'hiredOn' && (
          <Form.Item
            name="value"
            label={say.value}
            rules={[{ required: true, message: fill(say.missingChoice, { field: say.value }) }]}
          >
            <Select placeholder={say.choosePerson} options={valuesOfFact(fact, language, say)} />
          </Form.Item>
        )}
        <Form.Item
          name="from"
          label={fact === 'hiredOn' ? say.hiredOn : say.inForceFrom}
          rules={[{ required: true, message: fill(say.missing, { field: say.inForceFrom }) }]}
        >
          <DateField />
        </Form.Item>
        {hasEnd && (
          <Form.Item
            name="to"
            label={needsEnd ? say.to : say.to + say.optional}
            rules={needsEnd ? [{ required: true, message: fill(say.missing, { field: say.to }) }] : []}
          >
            <DateField />
          </Form.Item>
        )}
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
