import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Form, InputNumber, Select } from 'antd'
import type { ReadLedgerResponse } from '../../shared/api/types.gen.ts'
import { Cited } from '../../shared/cited.tsx'
import { day } from '../../shared/dates.ts'
import { term } from '../../shared/terms.ts'
import { DateField } from '../parts/date-field.tsx'
import { personQuery } from '../person/person-queries.ts'
import { fill, useSay } from '../preferences.tsx'
import { changesToName } from './changes-to-name.ts'
import type { LineValues } from './request-values.ts'
import styles from './requests.module.css'
import { words } from './words.ts'

export interface LineFieldsProps {
  /** Its place in the request, from 0. */
  readonly place: number
  /** Of a line that is with a desk, or decided: it is shown and not changed. */
  readonly isKept: boolean
  readonly ledger: ReadLedgerResponse | undefined
  readonly remove: (() => void) | undefined
}

/** One training of a claim: its subject, kind, mode, days and what it counts for. */
export const LineFields = ({ place, isKept, ledger, remove }: LineFieldsProps) => {
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
  return (
    <fieldset className="training" disabled={isKept}>
      <legend>{fill(isKept ? say.lineKept : say.line, { number: place + 1 })}</legend>
      <div className="fields">
        <Form.Item name={[place, 'subject']} label={say.subject}>
          <Select disabled={isKept} options={options('subject', ['public', 'professional'])} />
        </Form.Item>
        <Form.Item name={[place, 'category']} label={say.category}>
          <Select
            disabled={isKept}
            options={options('category', ['in_service', 'induction', 'special', 'transfer'])}
          />
        </Form.Item>
        <Form.Item name={[place, 'mode']} label={say.mode}>
          <Select disabled={isKept} options={options('mode', ['offline', 'online'])} />
        </Form.Item>
        <Form.Item name={[place, 'from']} label={say.from} rules={missing(say.from)}>
          <DateField disabled={isKept} />
        </Form.Item>
        <Form.Item name={[place, 'to']} label={say.to} rules={missing(say.to)}>
          <DateField disabled={isKept} />
        </Form.Item>
        <Form.Item name={[place, 'activityKind']} label={say.activity}>
          <Select
            disabled={isKept}
            allowClear
            placeholder={say.noActivity}
            options={options('activity', ['practice', 'conference', 'lecture', 'visit'])}
          />
        </Form.Item>
        {line?.activityKind ? (
          <Form.Item
            name={[place, 'quantity']}
            label={say.quantity}
            extra={<Cited>{say.quantityHint}</Cited>}
            rules={missing(say.quantity)}
          >
            <InputNumber min={0.5} step={0.5} disabled={isKept} />
          </Form.Item>
        ) : isOffline ? (
          <Form.Item
            name={[place, 'days']}
            label={say.days}
            extra={<Cited>{say.daysHint}</Cited>}
            rules={missing(say.days)}
          >
            <InputNumber min={0.5} step={0.5} disabled={isKept} />
          </Form.Item>
        ) : (
          <Form.Item
            name={[place, 'hours']}
            label={say.hours}
            extra={<Cited>{say.hoursHint}</Cited>}
            rules={missing(say.hours)}
          >
            <InputNumber min={0.1} step={0.5} disabled={isKept} />
          </Form.Item>
        )}
        {line?.category === 'transfer' && (
          <Form.Item
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
          </Form.Item>
        )}
        {delays.length > 0 && (
          <Form.Item name={[place, 'makeUpFor']} label={say.makeUpFor}>
            <Select
              disabled={isKept}
              allowClear
              placeholder={say.makeUpNone}
              options={delays.map(({ year }) => ({ value: year, label: fill(say.makeUpOf, { year }) }))}
            />
          </Form.Item>
        )}
      </div>
      <div className={styles.checks}>
        {isOffline && (
          <Form.Item name={[place, 'fullTime']} valuePropName="checked" noStyle>
            <Checkbox disabled={isKept}>{say.fullTime}</Checkbox>
          </Form.Item>
        )}
        <Form.Item name={[place, 'passed']} valuePropName="checked" noStyle>
          <Checkbox disabled={isKept}>{say.passed}</Checkbox>
        </Form.Item>
      </div>
      {remove && (
        <Button aria-label={fill(say.removeLine, { number: place + 1 })} onClick={remove}>
          {say.remove}
        </Button>
      )}
    </fieldset>
  )
}
