import { useQueryClient } from '@tanstack/react-query'
import { Form, InputNumber, Select } from 'antd'
import { post } from '../../shared/api/client.ts'
import type { ActivityRate, NewRates } from '../../shared/api/types.gen.ts'
import { day } from '../../shared/dates.ts'
import { term } from '../../shared/terms.ts'
import { useMe } from '../me.ts'
import { Answer } from '../parts/answer.tsx'
import { DateField } from '../parts/date-field.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Panel } from '../parts/panel.tsx'
import { useList } from '../parts/use-list.ts'
import { fill, useSay } from '../preferences.tsx'
import { useDoneAt } from './done.tsx'
import { activities } from './rates-page.tsx'
import { RegisterForm, useRequired } from './register-form.tsx'

const LIST = '/registers/rates'

const words = {
  zh: {
    title: '制定新的折算标准',
    back: '折算标准',
    lead: '从一个日期起执行，今天起、两年内，且不与已有的版本同日。以前的标准不变，已经认定的学时不受影响。',
    entry: '标准',
    from: '执行日期',
    unit: '计量单位',
    day: '天',
    session: '场',
    hours: '每单位学时',
    cap: '每年最多（学时，选填）',
    save: '保存新标准',
    done: '新的折算标准自 {day} 起执行',
  },
  en: {
    title: 'Set a new rate table',
    back: 'Conversion rates',
    lead: 'From a day on, today or later and within two years, on a day on which no other table begins. Earlier tables stay; hours on record do not change.',
    entry: 'The table',
    from: 'In force from',
    unit: 'Unit',
    day: 'day',
    session: 'session',
    hours: 'Hours a unit',
    cap: 'At most a year (hours, optional)',
    save: 'Set the table',
    done: 'The new rates hold from {day}',
  },
} as const

interface Values {
  validFrom: string
  rates: NewRates['rates']
}

/** An empty limit is none. */
const rateOf = ({ unit, hours, capHours }: ActivityRate): ActivityRate => ({
  unit,
  hours,
  capHours: capHours ?? null,
})

const Fields = () => {
  const { say, language } = useSay(words)
  const { today } = useMe()
  const required = useRequired()
  return (
    <>
      <div className="fields">
        <Form.Item name="validFrom" label={say.from} rules={required(say.from)}>
          <DateField from={today} />
        </Form.Item>
      </div>
      {activities.map((activity) => (
        <fieldset key={activity}>
          <legend>{term('activity', activity, language)}</legend>
          <div className="fields">
            <Form.Item name={['rates', activity, 'unit']} label={say.unit} rules={required(say.unit)}>
              <Select
                options={(['day', 'session'] as const).map((value) => ({ value, label: say[value] }))}
              />
            </Form.Item>
            <Form.Item
              name={['rates', activity, 'hours']}
              label={say.hours}
              rules={required(`${term('activity', activity, language)} ${say.hours}`)}
            >
              <InputNumber min={0.1} max={24} step={0.5} precision={1} />
            </Form.Item>
            <Form.Item name={['rates', activity, 'capHours']} label={say.cap}>
              <InputNumber min={1} max={1000} precision={0} />
            </Form.Item>
          </div>
        </fieldset>
      ))}
    </>
  )
}

/** Sets what the activities of Article 37 are worth from a day on; filled in with the newest table. */
export const NewRatesPage = () => {
  const { say, language } = useSay(words)
  const queries = useQueryClient()
  const doneAt = useDoneAt()
  const list = useList('/rates', {})
  return (
    <>
      <PageHead title={say.title} back={{ to: LIST, label: say.back }} lead={<p>{say.lead}</p>} />
      <Answer of={list}>
        {({ pages }) => (
          <Panel title={say.entry}>
            <RegisterForm<Values>
              name="rates"
              draft="rates"
              initial={pages[0]?.items[0] ? { rates: pages[0].items[0].rates } : {}}
              submit={say.save}
              send={async ({ reason, validFrom, rates }) => {
                const { practice, conference, lecture, visit } = rates
                const body: NewRates = {
                  validFrom,
                  rates: {
                    practice: rateOf(practice),
                    conference: rateOf(conference),
                    lecture: rateOf(lecture),
                    visit: rateOf(visit),
                  },
                  reason,
                }
                await post('/rates', { body })
                await queries.invalidateQueries({ queryKey: ['/rates'] })
                await doneAt(LIST, fill(say.done, { day: day(validFrom, language) }))
              }}
            >
              <Fields />
            </RegisterForm>
          </Panel>
        )}
      </Answer>
    </>
  )
}
