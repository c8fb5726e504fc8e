import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Form, InputNumber, Select } from 'antd'
import { get, post } from '../../shared/api/client.ts'
import type { NewParameters, Parameters, Readings } from '../../shared/api/types.gen.ts'
import { day } from '../../shared/dates.ts'
import { useMe } from '../me.ts'
import { Answer } from '../parts/answer.tsx'
import { DateField } from '../parts/date-field.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Panel } from '../parts/panel.tsx'
import { fill, useSay } from '../preferences.tsx'
import { useDoneAt } from './done.tsx'
import { isWord, parameterWords, readingText } from './parameters-words.ts'
import { RegisterForm, useRequired } from './register-form.tsx'
import styles from './registers.module.css'

const PAGE = '/registers/parameters'

const words = {
  zh: {
    ...parameterWords.zh,
    title: '调整执行口径',
    back: '执行口径',
    lead: '从一个日期起执行，今天起、两年内，且不与已有的调整同日。没有改动的保持原样，以后才生效的调整照常生效；已经结算的年度不受影响。',
    entry: '口径',
    from: '执行日期',
    onlineHours: '多少线上学时折算半天（选填）',
    onlineHint: '不填为不折算天数。',
    opens: '当年开始',
    closes: '次年截止',
    month: '月',
    dayOfMonth: '日',
    save: '保存新口径',
    done: '新的执行口径自 {day} 起执行',
    same: '没有改动。要保存的，请先修改口径。',
    change: '{name}：{before} → {after}',
    whom: '重新认定：{whom}。',
    since: '从 {year} 年度起，尚未结算的年度按新口径认定；已经结算的年度、已经发放的证书不变。',
  },
  en: {
    ...parameterWords.en,
    title: 'Change the readings',
    back: 'Readings',
    lead: 'From a day on, today or later and within two years, on a day on which no other change begins. What is not changed stays, changes to come still come; closed years are not affected.',
    entry: 'Readings',
    from: 'In force from',
    onlineHours: 'Online hours that make half a day (optional)',
    onlineHint: 'Empty: online hours have no value in days.',
    opens: 'Opens in the year',
    closes: 'Closes in the next',
    month: 'Month',
    dayOfMonth: 'Day',
    save: 'Set the readings',
    done: 'The new readings hold from {day}',
    same: 'Nothing was changed yet.',
    change: '{name}: {before} → {after}',
    whom: 'Read anew: {whom}.',
    since:
      'From the year {year} on, years that are not closed yet are judged by it. Closed years and certificates stay as they are.',
  },
} as const

type ProviderCheck = Parameters['providerCheck']

interface Values {
  effectiveFrom: string
  readings: Omit<Readings, 'onlineTenthsPerHalfDay'> & {
    /** In hours, as people write them. */
    onlineTenthsPerHalfDay: number | null
  }
  providerCheck: ProviderCheck
}

interface Before {
  readonly readings: Readings
  readonly providerCheck: ProviderCheck
}

/** What a version to come says; else what holds today: what an interpretation set may have ended. */
const lastOf = ({ versions, readings, providerCheck }: Parameters, today: string): Before => {
  const last = versions.at(-1)
  if (last !== undefined && last.effectiveFrom > today) return last
  return {
    // The API's document types a reading's value as unknown; its name tells the type, and all are there.
    readings: Object.fromEntries(readings.map(({ name, value }) => [name, value])) as unknown as Readings,
    providerCheck,
  }
}

/** What was changed, alone: the rest stays as it is. */
const changesIn = (values: Values, before: Before): Pick<NewParameters, 'readings' | 'providerCheck'> => {
  const hours = values.readings.onlineTenthsPerHalfDay
  const after: Readings = {
    ...values.readings,
    onlineTenthsPerHalfDay: typeof hours === 'number' ? Math.round(hours * 10) : null,
  }
  const entries = Object.entries(after).filter(
    ([name, value]) =>
      JSON.stringify(value) !==
      JSON.stringify(Object.entries(before.readings).find(([one]) => one === name)?.[1]),
  )
  return {
    ...(entries.length > 0 && { readings: Object.fromEntries(entries) }),
    ...(values.providerCheck !== before.providerCheck && { providerCheck: values.providerCheck }),
  }
}

const Fields = ({ of: readings }: { readonly of: Parameters['readings'] }) => {
  const { say } = useSay(words)
  const { today } = useMe()
  const required = useRequired()
  const choice = (name: keyof Readings, options: readonly { value: string | boolean; label: string }[]) => (
    <Form.Item
      name={['readings', name]}
      label={say[name]}
      extra={readings.find((reading) => reading.name === name)?.what}
    >
      <Select options={[...options]} />
    </Form.Item>
  )
  const eitherWay = (
    name:
      | 'minimaHoldUnderEitherTotal'
      | 'inductionCountsForTheYear'
      | 'failedInductionStands'
      | 'leadersExcepted',
  ) =>
    choice(name, [
      { value: true, label: say[`${name}_true`] },
      { value: false, label: say[`${name}_false`] },
    ])
  const amount = (
    name:
      | 'inductionMonthsBeforeHiring'
      | 'termSessionMonths'
      | 'transferClaimWorkingDays'
      | 'filingWorkingDays'
      | 'gradeExamYears',
    min: number,
    max: number,
  ) => (
    <Form.Item
      name={['readings', name]}
      label={say[name]}
      extra={readings.find((reading) => reading.name === name)?.what}
      rules={name === 'gradeExamYears' ? [] : required(say[name])}
    >
      <InputNumber min={min} max={max} precision={0} />
    </Form.Item>
  )
  const chosen = (...values: readonly (keyof typeof parameterWords.zh)[]) =>
    values.map((value) => ({ value, label: say[value] }))
  return (
    <>
      <div className="fields">
        <Form.Item name="effectiveFrom" label={say.from} rules={required(say.from)}>
          <DateField from={today} />
        </Form.Item>
      </div>
      {eitherWay('minimaHoldUnderEitherTotal')}
      <Form.Item name={['readings', 'onlineTenthsPerHalfDay']} label={say.onlineHours} extra={say.onlineHint}>
        <InputNumber min={0.1} max={24} step={0.5} precision={1} />
      </Form.Item>
      {choice('inductionDeemsYearOf', chosen('completion', 'hiring'))}
      {eitherWay('inductionCountsForTheYear')}
      {choice('inductionDeemsWithin', chosen('limit', 'due'))}
      {eitherWay('failedInductionStands')}
      {choice('trainingBeforeHiring', chosen('induction_only', 'counts'))}
      {amount('inductionMonthsBeforeHiring', 0, 12)}
      {eitherWay('leadersExcepted')}
      {choice('annualAppliesBy', chosen('last_day', 'any_day'))}
      {amount('termSessionMonths', 0, 60)}
      {choice('transferAfterLimit', chosen('allow', 'review', 'refuse'))}
      {choice('transferWithinWindow', chosen('allow', 'hold'))}
      {amount('transferClaimWorkingDays', 0, 60)}
      {amount('filingWorkingDays', 1, 60)}
      {amount('gradeExamYears', 1, 50)}
      {choice('makeUpRunsFrom', chosen('year_end', 'approval'))}
      <fieldset>
        <legend>{say.delayWindow}</legend>
        <div className={`fields ${styles.narrow}`}>
          {(['opens', 'closesNextYear'] as const).map((end) => {
            const title = end === 'opens' ? say.opens : say.closes
            return (['month', 'day'] as const).map((part) => {
              const label = `${title} · ${part === 'month' ? say.month : say.dayOfMonth}`
              return (
                <Form.Item
                  key={`${end} ${part}`}
                  name={['readings', 'delayWindow', end, part]}
                  label={label}
                  rules={required(label)}
                >
                  <InputNumber min={1} max={part === 'month' ? 12 : 31} precision={0} />
                </Form.Item>
              )
            })
          })}
        </div>
      </fieldset>
      <Form.Item name="providerCheck" label={say.providerCheck}>
        <Select options={chosen('advise', 'refuse')} />
      </Form.Item>
    </>
  )
}

/** What would be read otherwise, from what to what, for whom, since which year. */
const Follows = ({ of, values }: { readonly of: Parameters; readonly values: Values }) => {
  const { say } = useSay(words)
  const { today } = useMe()
  const before = lastOf(of, today)
  const { readings = {}, providerCheck } = changesIn(values, before)
  const beforeOf = (name: string) => Object.entries(before.readings).find(([one]) => one === name)?.[1]
  const changed = [
    ...Object.entries(readings).map(([name, value]) => [name, beforeOf(name), value] as const),
    ...(providerCheck === undefined
      ? []
      : ([['providerCheck', before.providerCheck, providerCheck]] as const)),
  ]
  return (
    <>
      <ul>
        {changed.map(([name, old, next]) => {
          const whom = of.readings.find((one) => one.name === name)?.whom
          return (
            <li key={name}>
              {fill(say.change, {
                name: isWord(name) ? say[name] : name,
                before: readingText(name, old, say),
                after: readingText(name, next, say),
              })}{' '}
              {whom !== undefined && <span className="quiet">{fill(say.whom, { whom })}</span>}
            </li>
          )
        })}
      </ul>
      <p>{fill(say.since, { year: values.effectiveFrom.slice(0, 4) })}</p>
    </>
  )
}

/** Sets how the open places are read from a day on; filled in with the last version. */
export const NewParametersPage = () => {
  const { say, language } = useSay(words)
  const queries = useQueryClient()
  const doneAt = useDoneAt()
  const { today } = useMe()
  const asked = useQuery({ queryKey: ['/parameters'], queryFn: () => get('/parameters') })
  return (
    <>
      <PageHead title={say.title} back={{ to: PAGE, label: say.back }} lead={<p>{say.lead}</p>} />
      <Answer of={asked}>
        {(parameters) => {
          const before = lastOf(parameters, today)
          const tenths = before.readings.onlineTenthsPerHalfDay
          return (
            <Panel title={say.entry}>
              <RegisterForm<Values>
                name="parameters"
                draft={`parameters ${parameters.versions.length}`}
                initial={{
                  providerCheck: before.providerCheck,
                  readings: { ...before.readings, onlineTenthsPerHalfDay: tenths && tenths / 10 },
                }}
                submit={say.save}
                follows={(values) => <Follows of={parameters} values={values} />}
                check={(values) =>
                  Object.keys(changesIn(values, before)).length === 0
                    ? [{ field: '/readings/minimaHoldUnderEitherTotal', text: say.same }]
                    : []
                }
                send={async ({ effectiveFrom, reason, ...values }) => {
                  const changes = changesIn({ effectiveFrom, ...values }, before)
                  const body: NewParameters = { effectiveFrom, reason, ...changes }
                  await post('/parameters', { body })
                  await queries.invalidateQueries({ queryKey: ['/parameters'] })
                  await doneAt(PAGE, fill(say.done, { day: day(effectiveFrom, language) }))
                }}
              >
                <Fields of={parameters.readings} />
              </RegisterForm>
            </Panel>
          )
        }}
      </Answer>
    </>
  )
}
