import { useMutation } from '@tanstack/react-query'
import { Button, Form, InputNumber, Select } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { populations } from '../../../functions/platform/words.ts'
import { post } from '../../shared/api/client.ts'
import type { Facts } from '../../shared/api/types.gen.ts'
import { Cited } from '../../shared/cited.tsx'
import { yearNow } from '../../shared/dates.ts'
import { term } from '../../shared/terms.ts'
import { DateField } from '../parts/date-field.tsx'
import { FaultSummary, fieldFaults, formFaults } from '../parts/fault-summary.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Panel } from '../parts/panel.tsx'
import { Effects } from '../person/ledger-effects.tsx'
import { ObligationMark, OtherObligations, Ways, YearFigures } from '../person/ledger-year.tsx'
import { fill, useSay } from '../preferences.tsx'

const words = {
  zh: {
    title: '学时测算',
    lead: '填入岗位和培训情况，看这一年是否达到规定。不用登录，填写的内容不会保存。',
    person: '人员和年度',
    year: '年度',
    postType: '岗位类别',
    population: '人员范围',
    hiredOn: '聘用日期',
    talentFrom: '高层次人才，自（选填）',
    talentTo: '高层次人才，至（选填）',
    talentHint: '岗前培训可灵活安排（第9条）',
    deemed: '视同完成的事由（选填）',
    trainings: '培训',
    training: '第 {number} 项培训',
    subject: '科目',
    category: '类别',
    mode: '方式',
    dates: '起止日期',
    from: '开始日期',
    to: '结束日期',
    days: '培训天数',
    daysHint: '线下每天 8 学时，半天 4 学时（第39条）',
    hours: '学时',
    hoursHint: '以网络培训机构的证明为准（第41条）',
    add: '添加一项培训',
    remove: '删除',
    removeOf: '删除第 {number} 项培训',
    calculate: '测算',
    result: '测算结果',
    resultOf: '{year} 年度',
    ways: '还差什么，可以怎样补齐',
    said: '说明',
    effects: '对各项业务的影响',
    missing: '请填写{field}',
    none: '没有',
  },
  en: {
    title: 'Hours calculator',
    lead: 'Enter post and training, and see whether the year is met. No sign-in; nothing is stored.',
    person: 'Person and year',
    year: 'Year',
    postType: 'Post',
    population: 'Whose staff',
    hiredOn: 'Hired on',
    talentFrom: 'High-level talent from (optional)',
    talentTo: 'High-level talent to (optional)',
    talentHint: 'Inducted flexibly (Art. 9)',
    deemed: 'Deemed complete by (optional)',
    trainings: 'Training',
    training: 'Training {number}',
    subject: 'Subject',
    category: 'Kind',
    mode: 'Mode',
    dates: 'Dates',
    from: 'From',
    to: 'To',
    days: 'Days',
    daysHint: 'Offline: 8 hours a day, 4 a half-day (Art. 39)',
    hours: 'Hours',
    hoursHint: 'As certified by the online provider (Art. 41)',
    add: 'Add a training',
    remove: 'Remove',
    removeOf: 'Remove training {number}',
    calculate: 'Calculate',
    result: 'Result',
    resultOf: 'Year {year}',
    ways: 'What is missing, and how to close it',
    said: 'What it rests on',
    effects: 'What it means for your affairs',
    missing: 'Please give: {field}',
    none: 'none',
  },
} as const

interface TrainingValues {
  subject: 'public' | 'professional'
  category: 'induction' | 'in_service' | 'transfer' | 'special'
  mode: 'online' | 'offline'
  from: string
  to: string
  days?: number
  hours?: number
}

interface Values {
  year: number
  population: keyof typeof populations
  postType: 'management' | 'professional' | 'worker'
  hiredOn: string
  talentFrom?: string | null
  talentTo?: string | null
  deemed: NonNullable<Facts['deemed']>[number]['kind'][]
  trainings: TrainingValues[]
}

/** Dates of talent that the visitor gave; an end alone is sent as it is, and refused. */
const talentOf = ({ talentFrom, talentTo }: Values) =>
  talentFrom || talentTo
    ? { talentPeriods: [{ from: talentFrom ?? '', ...(talentTo ? { to: talentTo } : {}) }] }
    : {}

const factsOf = (values: Values): Facts => {
  const { year, population, postType, hiredOn, deemed, trainings } = values
  return {
    year,
    person: { postType, hiredOn, populations: population, ...talentOf(values) },
    deemed: deemed.map((kind) => ({ kind, year })),
    credits: trainings.map(({ subject, category, mode, from, to, days, hours }, place) => ({
      id: String(place + 1),
      subject,
      category,
      mode,
      from,
      to,
      ...(mode === 'offline' ? { halfDays: (days ?? 0) * 2 } : { hours: hours ?? 0 }),
    })),
  }
}

/** Which field a pointer of the API's means. */
const fieldOf = (pointer: string): string => {
  const [, first = '', place = '0', name = ''] = pointer.split('/')
  if (first === 'credits')
    return `calculator_trainings_${place}_${name === 'halfDays' ? 'days' : name || 'from'}`
  if (place === 'talentPeriods')
    return pointer.endsWith('to') ? 'calculator_talentTo' : 'calculator_talentFrom'
  return first === 'person' ? `calculator_${place}` : `calculator_${first}`
}

const emptyTraining = { subject: 'public', category: 'in_service', mode: 'offline' } as const

/** The public calculator: what the facts of a year amount to. Nothing is stored. */
export const CalculatorPage = () => {
  const { say, language } = useSay(words)
  const [form] = Form.useForm<Values>()
  const [missing, setMissing] = useState<readonly { field: string; text: string }[]>([])
  const assess = useMutation({ mutationFn: (body: Facts) => post('/assessments', { body }) })
  const result = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (assess.data) result.current?.focus()
  }, [assess.data])
  const options = (of: Parameters<typeof term>[0], names: readonly string[]) =>
    names.map((value) => ({ value, label: term(of, value, language) }))
  const required = (field: string) => [{ required: true, message: fill(say.missing, { field }) }]
  const faults = missing.length > 0 ? missing : (fieldFaults(assess.error, fieldOf) ?? [])
  return (
    <>
      <PageHead title={say.title} lead={<p>{say.lead}</p>} />
      <FaultSummary faults={faults} error={faults.length > 0 ? undefined : (assess.error ?? undefined)} />
      <Form<Values>
        form={form}
        name="calculator"
        layout="vertical"
        initialValues={{
          year: yearNow(),
          population: 'institution',
          postType: 'professional',
          hiredOn: '2020-01-01',
          deemed: [],
          trainings: [emptyTraining],
        }}
        onFinish={(values) => {
          setMissing([])
          assess.mutate(factsOf(values))
        }}
        onFinishFailed={(failed) => setMissing(formFaults('calculator', failed))}
      >
        <Panel title={say.person}>
          <div className="fields">
            <Form.Item name="year" label={say.year} rules={required(say.year)}>
              <InputNumber min={2024} max={2100} precision={0} />
            </Form.Item>
            <Form.Item name="population" label={say.population}>
              <Select
                options={(['institution', 'organ_worker'] as const).map((value) => ({
                  value,
                  label: populations[value][language],
                }))}
              />
            </Form.Item>
            <Form.Item name="postType" label={say.postType}>
              <Select options={options('postType', ['management', 'professional', 'worker'])} />
            </Form.Item>
            <Form.Item name="hiredOn" label={say.hiredOn} rules={required(say.hiredOn)}>
              <DateField />
            </Form.Item>
            <Form.Item name="talentFrom" label={say.talentFrom} extra={<Cited>{say.talentHint}</Cited>}>
              <DateField />
            </Form.Item>
            <Form.Item name="talentTo" label={say.talentTo}>
              <DateField />
            </Form.Item>
          </div>
          <Form.Item name="deemed" label={say.deemed}>
            <Select
              mode="multiple"
              placeholder={say.none}
              options={options('kind', [
                'research_project',
                'degree_course',
                'qualification_exam',
                'skill_grade_exam',
                'entrepreneurship_leave',
              ])}
            />
          </Form.Item>
        </Panel>
        <Form.List name="trainings">
          {(fields, { add, remove }) => (
            <Panel title={say.trainings}>
              {fields.map(({ key, name }) => (
                <fieldset className="training" key={key}>
                  <legend>{fill(say.training, { number: name + 1 })}</legend>
                  <div className="fields">
                    <Form.Item name={[name, 'subject']} label={say.subject}>
                      <Select options={options('subject', ['public', 'professional'])} />
                    </Form.Item>
                    <Form.Item name={[name, 'category']} label={say.category}>
                      <Select options={options('category', ['in_service', 'induction', 'special'])} />
                    </Form.Item>
                    <Form.Item name={[name, 'mode']} label={say.mode}>
                      <Select options={options('mode', ['offline', 'online'])} />
                    </Form.Item>
                    <Form.Item name={[name, 'from']} label={say.from} rules={required(say.from)}>
                      <DateField />
                    </Form.Item>
                    <Form.Item name={[name, 'to']} label={say.to} rules={required(say.to)}>
                      <DateField />
                    </Form.Item>
                    <Form.Item dependencies={[['trainings', name, 'mode']]} noStyle>
                      {({ getFieldValue }) =>
                        getFieldValue(['trainings', name, 'mode']) === 'offline' ? (
                          <Form.Item
                            name={[name, 'days']}
                            label={say.days}
                            extra={<Cited>{say.daysHint}</Cited>}
                            rules={required(say.days)}
                          >
                            <InputNumber min={0.5} step={0.5} />
                          </Form.Item>
                        ) : (
                          <Form.Item
                            name={[name, 'hours']}
                            label={say.hours}
                            extra={<Cited>{say.hoursHint}</Cited>}
                            rules={required(say.hours)}
                          >
                            <InputNumber min={0.1} step={0.5} />
                          </Form.Item>
                        )
                      }
                    </Form.Item>
                  </div>
                  <Button aria-label={fill(say.removeOf, { number: name + 1 })} onClick={() => remove(name)}>
                    {say.remove}
                  </Button>
                </fieldset>
              ))}
              <Button onClick={() => add(emptyTraining)}>{say.add}</Button>
            </Panel>
          )}
        </Form.List>
        <p className="actions">
          <Button type="primary" size="large" htmlType="submit" loading={assess.isPending}>
            {say.calculate}
          </Button>
        </p>
      </Form>
      {assess.data && (
        <section aria-label={say.result} aria-live="polite">
          <h2 tabIndex={-1} ref={result}>
            {say.result}
          </h2>
          <Panel
            title={fill(say.resultOf, { year: assess.data.annual.year })}
            actions={<ObligationMark status={assess.data.annual.status} />}
          >
            <YearFigures assessment={assess.data} />
            <OtherObligations assessment={assess.data} />
          </Panel>
          <Panel title={assess.data.annual.missing.hours > 0 ? say.ways : say.said}>
            <Ways assessment={assess.data} />
          </Panel>
          <Panel title={say.effects}>
            <Effects of={assess.data.eligibility} />
          </Panel>
        </section>
      )}
    </>
  )
}
