import { Button, Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd'
import type { ReadLedgerResponse, Request } from '../../shared/api/types.gen.ts'
import { term } from '../../shared/terms.ts'
import { useMe, yearOf } from '../me.ts'
import { DateField } from '../parts/date-field.tsx'
import { Panel } from '../parts/panel.tsx'
import { fill, useSay } from '../preferences.tsx'
import { LineFields } from './line-fields.tsx'
import { emptyLine, type LineValues, type RequestType } from './request-values.ts'
import { words } from './words.ts'

const HOURS_A_DAY = 8

const hoursOf = (line: LineValues): number =>
  line.mode === 'online' ? (line.hours ?? 0) : (line.days ?? 0) * HOURS_A_DAY

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
      <Panel title={say.file_recognition}>
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

const isDeemedKind = (kind: unknown): kind is (typeof deemedKinds)[number] =>
  deemedKinds.some((one) => one === kind)

const DeemedFields = () => {
  const { say, language } = useSay(words)
  const kind: unknown = Form.useWatch('kind')
  const scopeOf: unknown = Form.useWatch('scopeOf')
  return (
    <Panel title={say.file_deemed}>
      <div className="fields">
        <Form.Item
          name="kind"
          label={say.kind}
          rules={[{ required: true, message: fill(say.missingChoice, { field: say.kind }) }]}
        >
          <Select
            placeholder={say.choosePerson}
            options={deemedKinds.map((value) => ({ value, label: term('kind', value, language) }))}
          />
        </Form.Item>
        <YearField />
      </div>
      {isDeemedKind(kind) && <p className="hint">{say[`kindHint_${kind}`]}</p>}
      {kind === 'discretionary' && (
        <>
          <Form.Item name="scopeOf" label={say.scope}>
            <Radio.Group
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
    <Panel title={say.file_post_change}>
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
    <Panel title={say.file_make_up_delay}>
      <div className="fields">
        <YearField />
      </div>
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
  }
}
