import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { post } from '../../shared/api/client.ts'
import type { TrainingPlan } from '../../shared/api/types.gen.ts'
import { term } from '../../shared/terms.ts'
import { FaultSummary, fieldFaults } from '../parts/fault-summary.tsx'
import { Panel } from '../parts/panel.tsx'
import { fill, useSay } from '../preferences.tsx'
import { useRequired } from '../registers/register-form.tsx'
import { planWords } from './plan-words.ts'

type Row = TrainingPlan['rows'][number]

interface RowValues extends Pick<Row, 'title' | 'subject' | 'audience' | 'people' | 'halfDays' | 'month'> {
  id?: string
  budgetYuan: number
}

interface Values {
  rows: RowValues[]
  reason?: string
}

const emptyRow: Partial<RowValues> = { subject: 'public', people: 50, halfDays: 2, budgetYuan: 0, month: 6 }

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1)

const RowFields = ({ name }: { readonly name: number }) => {
  const { say, language } = useSay(planWords)
  const required = useRequired()
  return (
    <div className="fields">
      <Form.Item name={[name, 'id']} hidden>
        <Input />
      </Form.Item>
      <Form.Item name={[name, 'title']} label={say.name} rules={required(say.name)}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name={[name, 'subject']} label={say.subject}>
        <Select
          options={['public', 'professional'].map((value) => ({
            value,
            label: term('subject', value, language),
          }))}
        />
      </Form.Item>
      <Form.Item name={[name, 'audience']} label={say.audience} rules={required(say.audience)}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name={[name, 'people']} label={say.people} rules={required(say.people)}>
        <InputNumber min={1} max={100_000} precision={0} />
      </Form.Item>
      <Form.Item name={[name, 'halfDays']} label={say.halfDays} rules={required(say.halfDays)}>
        <InputNumber min={1} max={400} precision={0} />
      </Form.Item>
      <Form.Item name={[name, 'budgetYuan']} label={say.budget} rules={required(say.budget)}>
        <InputNumber min={0} max={100_000_000} precision={2} />
      </Form.Item>
      <Form.Item name={[name, 'month']} label={say.month}>
        <Select options={MONTHS.map((month) => ({ value: month, label: fill(say.monthOf, { month }) }))} />
      </Form.Item>
    </div>
  )
}

/** The form of a plan: a draft is kept or filed, a filed one is adjusted with a reason. */
export const PlanForm = ({
  of: plan,
  kept,
}: {
  readonly of: TrainingPlan
  readonly kept: (said: string) => Promise<unknown>
}) => {
  const { say } = useSay(planWords)
  const required = useRequired()
  const [form] = Form.useForm<Values>()
  const [files, setFiles] = useState(false)
  const isFiled = plan.state === 'filed'
  const keeping = useMutation({
    mutationFn: async ({ rows, reason }: Values) => {
      await post('/organisations/{id}/plans', {
        path: { id: plan.organisation.id },
        body: {
          ...{ year: plan.year, version: plan.version, file: files },
          ...(isFiled && reason ? { reason } : {}),
          rows: rows.map(({ id, budgetYuan, ...row }) => ({
            ...row,
            ...(id === undefined ? {} : { id }),
            budgetFen: Math.round(budgetYuan * 100),
          })),
        },
      })
      await kept(files || isFiled ? say.filedDone : say.saved)
    },
  })
  const faults =
    fieldFaults(keeping.error, (pointer) =>
      pointer === '/rows'
        ? 'plan-rows'
        : `plan${pointer.replace('budgetFen', 'budgetYuan').replaceAll('/', '_')}`,
    ) ?? []
  return (
    <Panel title={isFiled ? say.adjust : say.edit}>
      <FaultSummary faults={faults} error={faults.length > 0 ? undefined : (keeping.error ?? undefined)} />
      <Form<Values>
        form={form}
        name="plan"
        layout="vertical"
        initialValues={{
          rows:
            plan.rows.length === 0
              ? [emptyRow]
              : plan.rows.map(({ id, title, subject, audience, people, halfDays, budgetFen, month }) => ({
                  ...{ id, title, subject, audience, people, halfDays, month },
                  budgetYuan: budgetFen / 100,
                })),
        }}
        onFinish={(values) => keeping.mutate(values)}
      >
        <Form.List name="rows">
          {(fields, { add, remove }) => (
            <div id="plan-rows" tabIndex={-1}>
              {fields.map(({ key, name }) => (
                <fieldset className="training" key={key}>
                  <legend>{fill(say.row, { number: name + 1 })}</legend>
                  <RowFields name={name} />
                  {fields.length > 1 && (
                    <Button onClick={() => remove(name)}>{fill(say.remove, { number: name + 1 })}</Button>
                  )}
                </fieldset>
              ))}
              <p className="actions">
                <Button onClick={() => add(emptyRow)}>{say.add}</Button>
              </p>
            </div>
          )}
        </Form.List>
        {isFiled && (
          <Form.Item name="reason" label={say.reason} extra={say.reasonHint} rules={required(say.reason)}>
            <Input.TextArea maxLength={500} rows={2} />
          </Form.Item>
        )}
        <p className="actions">
          {!isFiled && (
            <Button htmlType="submit" loading={keeping.isPending} onClick={() => setFiles(false)}>
              {say.save}
            </Button>
          )}
          <Button
            type="primary"
            htmlType="submit"
            loading={keeping.isPending}
            onClick={() => setFiles(!isFiled)}
          >
            {isFiled ? say.saveAdjusted : say.file}
          </Button>
        </p>
      </Form>
    </Panel>
  )
}
