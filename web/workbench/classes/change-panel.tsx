import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, Select } from 'antd'
import { post } from '../../shared/api/client.ts'
import type { ClassDesk, TrainingClass } from '../../shared/api/types.gen.ts'
import { term } from '../../shared/terms.ts'
import { DateField } from '../parts/date-field.tsx'
import { FaultSummary, fieldFaults } from '../parts/fault-summary.tsx'
import { Notice } from '../parts/notice.tsx'
import { Panel } from '../parts/panel.tsx'
import { SelectOf } from '../parts/select-of.tsx'
import { useWhole } from '../parts/use-list.ts'
import { fill, useSay } from '../preferences.tsx'
import { useRequired } from '../registers/register-form.tsx'
import { changeWords } from './change-words.ts'
import { useClassesAgain } from './class-query.ts'

interface Values {
  place: string
  sessions: { day: string; half: 'morning' | 'afternoon' }[]
  courses: { lecturers: string[] }[]
  reason: string
}

/** Where in the form a pointer of the API is: it names what was sent, the form holds everything. */
const fieldOf = (
  pointer: string,
  sent: { sessions: readonly number[]; courses: readonly number[] },
): string => {
  const [, list = '', place = '0', name = ''] = pointer.split('/')
  if (list === 'sessions')
    return `change_sessions_${sent.sessions[Number(place)]}_${name === 'half' ? 'half' : 'day'}`
  if (list === 'lecturers') return `change_courses_${sent.courses[Number(place)]}_lecturers`
  return `change_${list}`
}

/** The organiser moves a class, or has others teach; whoever is enrolled is told of another place or day. */
export const ChangePanel = ({
  of: training,
  desk,
  said,
  setSaid,
}: {
  readonly of: TrainingClass
  readonly desk: ClassDesk
  /** Whether a change was just kept: the form begins anew with each, what it said stays. */
  readonly said: boolean
  readonly setSaid: (said: boolean) => void
}) => {
  const { say, language } = useSay(changeWords)
  const required = useRequired()
  const again = useClassesAgain()
  const [form] = Form.useForm<Values>()
  const lecturers = useWhole('/lecturers', { query: { limit: 100 } })
  const initial: Omit<Values, 'reason'> = {
    place: training.place,
    sessions: training.sessions.map(({ day, half }) => ({ day, half })),
    courses: desk.courses.map((one) => ({ lecturers: one.lecturers.map(({ id }) => id) })),
  }
  const differs = (one: unknown, other: unknown) => JSON.stringify(one) !== JSON.stringify(other)
  const sentOf = ({ sessions, courses }: Values) => ({
    sessions: sessions.flatMap((one, index) => (differs(one, initial.sessions[index]) ? [index] : [])),
    courses: courses.flatMap((one, index) => (differs(one, initial.courses[index]) ? [index] : [])),
  })
  const sending = useMutation({
    mutationFn: async (values: Values) => {
      const sent = sentOf(values)
      await post('/classes/{id}/changes', {
        path: { id: training.id },
        body: {
          reason: values.reason,
          // What stays is not sent: the letter says what moved.
          ...(values.place === training.place ? {} : { place: values.place }),
          sessions: sent.sessions.flatMap((index) => {
            const [session, to] = [training.sessions[index], values.sessions[index]]
            return session === undefined || to === undefined ? [] : [{ id: session.id, ...to }]
          }),
          lecturers: sent.courses.map((course) => ({
            course,
            lecturers: values.courses[course]?.lecturers ?? [],
          })),
        },
      })
      setSaid(true)
      form.resetFields(['reason'])
      await again()
    },
  })
  const faults =
    fieldFaults(sending.error, (pointer) => fieldOf(pointer, sentOf(form.getFieldsValue(true)))) ?? []
  return (
    <Panel anchor="change" title={say.title}>
      <p className="quiet">{say.text}</p>
      {desk.courses.some((one) => one.lecturers.some(({ removed }) => removed)) && (
        <Notice tone="bad" title={say.removed} />
      )}
      {said && <Notice tone="good" title={say.done} />}
      <FaultSummary faults={faults} error={faults.length > 0 ? undefined : (sending.error ?? undefined)} />
      <Form<Values>
        form={form}
        name="change"
        layout="vertical"
        initialValues={initial}
        onFinish={(values) => {
          setSaid(false)
          sending.mutate(values)
        }}
      >
        <Form.Item name="place" label={say.place} rules={required(say.place)}>
          <Input maxLength={200} />
        </Form.Item>
        {training.sessions.map(({ id, course }, index) => (
          <div className="fields" key={id}>
            <Form.Item
              name={['sessions', index, 'day']}
              label={fill(say.day, { number: index + 1, course })}
              rules={required(fill(say.day, { number: index + 1, course }))}
            >
              <DateField />
            </Form.Item>
            <Form.Item name={['sessions', index, 'half']} label={fill(say.half, { number: index + 1 })}>
              <Select
                options={['morning', 'afternoon'].map((value) => ({
                  value,
                  label: term('half', value, language),
                }))}
              />
            </Form.Item>
          </div>
        ))}
        {desk.courses.map(({ title, lecturers: named }, index) => (
          <Form.Item
            // biome-ignore lint/suspicious/noArrayIndexKey: a course has no other name than its place.
            key={index}
            name={['courses', index, 'lecturers']}
            label={fill(say.lecturers, { course: title })}
          >
            <SelectOf
              mode="multiple"
              of={lecturers}
              options={(all) => [
                ...all.map(({ id, name, field, removed }) => ({
                  value: id,
                  label: removed === null ? `${name} ${field}` : fill(say.removedOne, { name }),
                  // Who was removed is taken away here: a disabled choice stays.
                  disabled: removed !== null && !named.some((one) => one.id === id),
                })),
                ...named
                  .filter(({ id }) => !all.some((one) => one.id === id))
                  .map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          </Form.Item>
        ))}
        <Form.Item name="reason" label={say.reason} extra={say.reasonHint} rules={required(say.reason)}>
          <Input.TextArea maxLength={500} rows={2} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={sending.isPending}>
          {say.send}
        </Button>
      </Form>
    </Panel>
  )
}
