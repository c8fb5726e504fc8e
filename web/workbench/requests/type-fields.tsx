import { Button, Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd'
import { useContext } from 'react'
import { discretionGrounds, justifiedGrounds, recordFacts } from '../../../functions/platform/words.ts'
import type { ReadLedgerResponse } from '../../shared/api/types.gen.ts'
import { term } from '../../shared/terms.ts'
import { useMe, yearOf } from '../me.ts'
import { DateField } from '../parts/date-field.tsx'
import { Panel } from '../parts/panel.tsx'
import { fill, useSay } from '../preferences.tsx'
import { CorrectedContext, Field, useStays } from './corrected.tsx'
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
    lines
      .filter((line) => line?.subject === subject && !line.isDropped)
      .reduce((sum, line) => sum + hoursOf(line), 0)
  return (
    <p className="strong number" aria-live="polite">
      {fill(say.sum, { public: of('public'), professional: of('professional') })}
    </p>
  )
}

export interface TypeFieldsProps {
  readonly type: RequestType
  readonly ledger: ReadLedgerResponse | undefined
}

const MOST_LINES = 10

/** The trainings of a claim. Of a returned one each keeps its place: it is corrected, split or dropped, new ones follow. */
const Lines = ({ ledger }: Omit<TypeFieldsProps, 'type'>) => {
  const { say } = useSay(words)
  const form = Form.useFormInstance()
  const { before } = useContext(CorrectedContext)
  const known = before?.lines.length ?? 0
  return (
    <Form.List name="lines">
      {(fields, { add, remove }) => {
        const append = (line: LineValues) => {
          add(line)
          // The next thing to fill in.
          setTimeout(() => document.getElementById(`request_lines_${fields.length}_subject`)?.focus())
        }
        const split = (place: number) => {
          const {
            days: _,
            hours: __,
            quantity: ___,
            ...line
          }: LineValues = form.getFieldValue(['lines', place])
          append(line)
        }
        const acts = (place: number) => {
          if (place >= known)
            return { remove: known > 0 || fields.length > 1 ? () => remove(place) : undefined }
          if (before?.lines[place]?.status !== 'returned') return {}
          return {
            mayDrop: true,
            split: fields.length < MOST_LINES ? () => split(place) : undefined,
          }
        }
        return (
          <Panel title={say.lines}>
            {known > 0 && <p className="quiet">{say.linesReturned}</p>}
            {fields.map(({ key, name }) => (
              <LineFields
                key={key}
                place={name}
                status={before?.lines[name]?.status}
                ledger={ledger}
                {...acts(name)}
              />
            ))}
            {fields.length < MOST_LINES && <Button onClick={() => append(emptyLine)}>{say.addLine}</Button>}
            <Sum />
          </Panel>
        )
      }}
    </Form.List>
  )
}

const RecognitionFields = ({ ledger }: Omit<TypeFieldsProps, 'type'>) => {
  const { say } = useSay(words)
  return (
    <>
      <Panel title={say.training}>
        <div className="fields">
          <Field
            className="twice"
            name="title"
            label={say.title}
            rules={[{ required: true, message: fill(say.missing, { field: say.title }) }]}
          >
            <Input maxLength={100} />
          </Field>
          <Field name="provider" label={say.provider + say.optional}>
            <Input maxLength={100} />
          </Field>
          <Field name="certificateNo" label={say.certificateNo + say.optional}>
            <Input maxLength={100} />
          </Field>
        </div>
        <Field name="organisedByDepartment" valuePropName="checked" noStyle>
          <Checkbox>{say.organisedByDepartment}</Checkbox>
        </Field>
      </Panel>
      <Lines ledger={ledger} />
    </>
  )
}

const ReasonField = () => {
  const { say } = useSay(words)
  return (
    <Field
      name="reason"
      label={say.reason}
      extra={say.reasonHint}
      rules={[{ required: true, message: fill(say.missing, { field: say.reason }) }]}
    >
      <Input.TextArea rows={4} maxLength={1000} />
    </Field>
  )
}

/** The year that a request is about: this one and the ones before it. */
const YearField = () => {
  const { say } = useSay(words)
  const current = yearOf(useMe())
  const { isShut, extra } = useStays()
  return (
    <Field
      name="year"
      label={say.year}
      extra={extra}
      rules={[{ required: true, message: fill(say.missingChoice, { field: say.year }) }]}
    >
      <Select
        disabled={isShut}
        placeholder={say.choosePerson}
        options={[current, current - 1, current - 2]
          .filter((year) => year >= 2024)
          .map((year) => ({ value: year, label: fill(say.yearOf, { year }) }))}
      />
    </Field>
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

const DeemedFields = () => {
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

const PostChangeFields = () => {
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
          <Field
            name="value"
            label={say.value}
            rules={[{ required: true, message: fill(say.missingChoice, { field: say.value }) }]}
          >
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
