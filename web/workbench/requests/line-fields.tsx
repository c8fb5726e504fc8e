import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Form, InputNumber, Select } from 'antd'
import type { ReadLedgerResponse, RequestLine } from '../../shared/api/types.gen.ts'
import { Cited } from '../../shared/cited.tsx'
import { day } from '../../shared/dates.ts'
import { term } from '../../shared/terms.ts'
import { DateField } from '../parts/date-field.tsx'
import { personQuery } from '../person/person-queries.ts'
import { fill, useSay } from '../preferences.tsx'
import { changesToName } from './changes-to-name.ts'
import { Field } from './corrected.tsx'
import type { LineValues } from './request-values.ts'
import styles from './requests.module.css'
import { words } from './words.ts'

export interface LineFieldsProps {
  /** Its place in the request, from 0. */
  readonly place: number
  /** Of a line that was claimed already; undefined of a new one. */
  readonly status?: RequestLine['status'] | undefined
  readonly ledger: ReadLedgerResponse | undefined
  readonly remove?: (() => void) | undefined
  /** A returned line may be claimed no more. */
  readonly mayDrop?: boolean
  readonly split?: (() => void) | undefined
}

/** Claims a returned line no more, as it was, or does so after all. Made to stand in a form's field. */
const Drop = ({
  place,
  value,
  onChange,
}: {
  readonly place: number
  readonly value?: boolean
  readonly onChange?: (isDropped: boolean) => void
}) => {
  const { say } = useSay(words)
  const form = Form.useFormInstance()
  const isDropped = value === true
  return (
    <Button
      aria-label={fill(isDropped ? say.takeLineUp : say.dropLine, { number: place + 1 })}
      onClick={() => {
        form.resetFields([['lines', place]])
        onChange?.(!isDropped)
      }}
    >
      {isDropped ? say.takeUp : say.drop}
    </Button>
  )
}

/** One training of a claim: its subject, kind, mode, days and what it counts for. */
export const LineFields = ({ place, status, ledger, remove, mayDrop, split }: LineFieldsProps) => {
  const { say, language } = useSay(words)
  const form = Form.useFormInstance()
  const line: LineValues | undefined = Form.useWatch(['lines', place], form)
  const missing = (field: string) => [{ required: true, message: fill(say.missing, { field }) }]
  const options = (of: Parameters<typeof term>[0], names: readonly string[]) =>
    names.map((value) => ({ value, label: term(of, value, language) }))
  const delays = ledger?.facts.delays ?? []
  const staffId = ledger?.staffId ?? ''
  const record = useQuery({
    ...personQuery(staffId),
    enabled: staffId !== '' && line?.category === 'transfer',
  })
  const changes = changesToName(ledger?.facts.person.postChanges ?? [], record.data?.postChanges ?? [])
  const isOffline = line?.mode !== 'online'
  // A line that is with a desk, or decided, is shown and not changed.
  const isKept = status !== undefined && status !== 'returned'
  const number = place + 1
  if (status === 'withdrawn' || line?.isDropped)
    return (
      <fieldset className="training">
        <legend>{fill(say.lineDropped, { number })}</legend>
        {mayDrop && (
          <Form.Item name={[place, 'isDropped']} noStyle>
            <Drop place={place} />
          </Form.Item>
        )}
      </fieldset>
    )
  return (
    <fieldset className="training" disabled={isKept}>
      <legend>{fill(isKept ? say.lineKept : say.line, { number })}</legend>
      <div className="fields">
        <Field name={[place, 'subject']} label={say.subject}>
          <Select disabled={isKept} options={options('subject', ['public', 'professional'])} />
        </Field>
        <Field name={[place, 'category']} label={say.category}>
          <Select
            disabled={isKept}
            options={options('category', ['in_service', 'induction', 'special', 'transfer'])}
          />
        </Field>
        <Field name={[place, 'mode']} label={say.mode}>
          <Select disabled={isKept} options={options('mode', ['offline', 'online'])} />
        </Field>
        <Field name={[place, 'from']} label={say.from} rules={missing(say.from)}>
          <DateField disabled={isKept} />
        </Field>
        <Field name={[place, 'to']} label={say.to} rules={missing(say.to)}>
          <DateField disabled={isKept} />
        </Field>
        <Field name={[place, 'activityKind']} label={say.activity}>
          <Select
            disabled={isKept}
            allowClear
            placeholder={say.noActivity}
            options={options('activity', ['practice', 'conference', 'lecture', 'visit'])}
          />
        </Field>
        {line?.activityKind ? (
          <Field
            name={[place, 'quantity']}
            label={say.quantity}
            extra={<Cited>{say.quantityHint}</Cited>}
            rules={missing(say.quantity)}
          >
            <InputNumber min={0.5} step={0.5} disabled={isKept} />
          </Field>
        ) : isOffline ? (
          <Field
            name={[place, 'days']}
            label={say.days}
            extra={<Cited>{say.daysHint}</Cited>}
            rules={missing(say.days)}
          >
            <InputNumber min={0.5} step={0.5} disabled={isKept} />
          </Field>
        ) : (
          <Field
            name={[place, 'hours']}
            label={say.hours}
            extra={<Cited>{say.hoursHint}</Cited>}
            rules={missing(say.hours)}
          >
            <InputNumber min={0.1} step={0.5} disabled={isKept} />
          </Field>
        )}
        {line?.category === 'transfer' && (
          <Field
            name={[place, 'forChange']}
            label={say.forChange}
            rules={[{ required: true, message: fill(say.missingChoice, { field: say.forChange }) }]}
          >
            <Select
              disabled={isKept}
              options={changes.map(({ id, kind, effectiveOn, isRefused }) => ({
                value: id,
                label: `${day(effectiveOn, language)} ${term('kind', kind, language)}${isRefused ? say.changeRefused : ''}`,
              }))}
            />
          </Field>
        )}
        {delays.length > 0 && (
          <Field name={[place, 'makeUpFor']} label={say.makeUpFor}>
            <Select
              disabled={isKept}
              allowClear
              placeholder={say.makeUpNone}
              options={delays.map(({ year }) => ({ value: year, label: fill(say.makeUpOf, { year }) }))}
            />
          </Field>
        )}
      </div>
      <div className={styles.checks}>
        {isOffline && !line?.activityKind && (
          <Field name={[place, 'fullTime']} valuePropName="checked" noStyle>
            <Checkbox disabled={isKept}>{say.fullTime}</Checkbox>
          </Field>
        )}
        <Field name={[place, 'passed']} valuePropName="checked" noStyle>
          <Checkbox disabled={isKept}>{say.passed}</Checkbox>
        </Field>
      </div>
      {(split || mayDrop || remove) && (
        <p className="actions">
          {split && (
            <Button aria-label={fill(say.splitLine, { number })} onClick={split}>
              {say.split}
            </Button>
          )}
          {mayDrop && (
            <Form.Item name={[place, 'isDropped']} noStyle>
              <Drop place={place} />
            </Form.Item>
          )}
          {remove && (
            <Button aria-label={fill(say.removeLine, { number })} onClick={remove}>
              {say.remove}
            </Button>
          )}
        </p>
      )}
    </fieldset>
  )
}
