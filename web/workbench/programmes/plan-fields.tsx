import { useQuery } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import { get } from '../../shared/api/client.ts'
import { useMe, yearOf } from '../me.ts'
import { Unread } from '../parts/unread.tsx'
import { useSay } from '../preferences.tsx'
import { useRequired } from '../registers/register-form.tsx'
import { yearOfDays } from './filing-values.ts'
import { filingWords } from './filing-words.ts'

/** What a filing says of the annual plan: a row of the organiser's filed one, an item in words, or why there is none. */
export const PlanFields = () => {
  const { say } = useSay(filingWords)
  const required = useRequired()
  const thisYear = yearOf(useMe())
  const organiser: string | undefined = Form.useWatch('organiserId')
  const year = yearOfDays({ days: Form.useWatch('days'), courses: Form.useWatch('courses') }) || thisYear
  const plan = useQuery({
    queryKey: ['plan', organiser, year],
    queryFn: () => get('/organisations/{id}/plans', { path: { id: organiser ?? '' }, query: { year } }),
    enabled: organiser !== undefined,
  })
  const rows = plan.data?.state === 'filed' ? plan.data.rows : []
  const chosen: string | undefined = Form.useWatch('planRow')
  return (
    <>
      <Unread of={plan} what={say.planRow} />
      {(rows.length > 0 || chosen !== undefined) && (
        <Form.Item name="planRow" label={say.planRow} extra={say.planRowHint}>
          <Select allowClear options={rows.map(({ id, title }) => ({ value: id, label: title }))} />
        </Form.Item>
      )}
      {chosen === undefined && (
        <>
          <Form.Item name="planItem" label={say.planItem} extra={say.planItemHint}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item
            name="planWhy"
            label={say.planWhy}
            dependencies={['planItem']}
            rules={[
              ({ getFieldValue }) => ({
                required: !getFieldValue('planItem'),
                message: required(say.planWhy)[0]?.message ?? '',
              }),
            ]}
          >
            <Input maxLength={200} />
          </Form.Item>
        </>
      )}
    </>
  )
}
