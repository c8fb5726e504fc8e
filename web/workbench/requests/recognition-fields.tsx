import { Button, Checkbox, Form, Input } from 'antd'
import { useContext } from 'react'
import type { ReadLedgerResponse } from '../../shared/api/types.gen.ts'
import { Panel } from '../parts/panel.tsx'
import { OpenMakeUp } from '../person/open-make-up.tsx'
import { fill, useSay } from '../preferences.tsx'
import { CorrectedContext, Field } from './corrected.tsx'
import { LineFields } from './line-fields.tsx'
import { emptyLine, type LineValues } from './request-values.ts'
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

interface LedgerProps {
  readonly ledger: ReadLedgerResponse | undefined
}

const MOST_LINES = 10

/** The trainings of a claim. Of a returned one each keeps its place: it is corrected, split or dropped, new ones follow. */
const Lines = ({ ledger }: LedgerProps) => {
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

/** What a claim asks for: the training as it was held, and its lines. */
export const RecognitionFields = ({ ledger }: LedgerProps) => {
  const { say } = useSay(words)
  return (
    <>
      {ledger && <OpenMakeUp ledger={ledger} />}
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
