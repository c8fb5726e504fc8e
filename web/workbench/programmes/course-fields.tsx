import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { Cited } from '../../shared/cited.tsx'
import { term } from '../../shared/terms.ts'
import { DateField } from '../parts/date-field.tsx'
import { Panel } from '../parts/panel.tsx'
import { SelectOf } from '../parts/select-of.tsx'
import { useWhole } from '../parts/use-list.ts'
import { fill, useSay } from '../preferences.tsx'
import { useRequired } from '../registers/register-form.tsx'
import type { CourseValues } from './filing-values.ts'
import { filingWords } from './filing-words.ts'
import { words } from './words.ts'

export const emptyCourse: Partial<CourseValues> = {
  subject: 'public',
  category: 'in_service',
  mode: 'offline',
  kind: 'theory',
  feeYuan: 0,
  minutes: 240,
  lecturers: [],
}

/** Of a course online: its days of study and hours. */
const OnlineFields = ({ name }: { readonly name: number }) => {
  const { say } = useSay(filingWords)
  const mode = Form.useWatch(['courses', name, 'mode'])
  if (mode !== 'online') return null
  return (
    <>
      <Form.Item name={[name, 'from']} label={say.from}>
        <DateField />
      </Form.Item>
      <Form.Item name={[name, 'to']} label={say.to}>
        <DateField />
      </Form.Item>
      <Form.Item name={[name, 'hours']} label={say.hours}>
        <InputNumber min={0.1} max={1000} precision={1} />
      </Form.Item>
    </>
  )
}

/** Which of the library's courses it is (Art. 28); most are described by the organiser. */
const ListedCourse = ({ name }: { readonly name: number }) => {
  const { say, language } = useSay(filingWords)
  const courses = useWhole('/libraries/{kind}', { path: { kind: 'course' }, query: { limit: 100 } })
  return (
    <Form.Item name={[name, 'listed']} label={say.listed} extra={<Cited>{say.listedHint}</Cited>}>
      <SelectOf
        allowClear
        of={courses}
        options={(all) =>
          all.map((one) => ({
            value: one.id,
            label: `${one.name} ${one.details.edition ?? ''} ${term('subject', one.details.subject ?? 'public', language)}`,
          }))
        }
      />
    </Form.Item>
  )
}

const CourseFields = ({ name }: { readonly name: number }) => {
  const { say, language } = useSay(filingWords)
  const required = useRequired()
  const lecturers = useWhole('/lecturers', { query: { limit: 100 } })
  const organiser: string | undefined = Form.useWatch('organiserId')
  // Who was chosen and removed since stays in sight, by name, until another is chosen.
  const chosen: readonly string[] = Form.useWatch(['courses', name, 'lecturers']) ?? []
  const options = (of: Parameters<typeof term>[0], names: readonly string[]) =>
    names.map((value) => ({ value, label: term(of, value, language) }))
  return (
    <div className="fields">
      <Form.Item name={[name, 'title']} label={say.name} rules={required(say.name)}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name={[name, 'subject']} label={say.subject}>
        <Select options={options('subject', ['public', 'professional'])} />
      </Form.Item>
      <Form.Item name={[name, 'category']} label={say.category}>
        <Select options={options('category', ['in_service', 'induction', 'transfer', 'special'])} />
      </Form.Item>
      <Form.Item name={[name, 'mode']} label={say.mode}>
        <Select options={options('mode', ['offline', 'online'])} />
      </Form.Item>
      <Form.Item name={[name, 'kind']} label={say.kind}>
        <Select options={options('teachingKind', ['theory', 'expert', 'practical', 'remote'])} />
      </Form.Item>
      <Form.Item
        name={[name, 'feeYuan']}
        label={say.fee}
        extra={<Cited>{say.feeHint}</Cited>}
        rules={required(say.fee)}
      >
        <InputNumber min={0} max={1_000_000} precision={2} />
      </Form.Item>
      <Form.Item
        name={[name, 'minutes']}
        label={say.minutes}
        extra={say.minutesHint}
        rules={required(say.minutes)}
      >
        <InputNumber min={1} max={100_000} precision={0} />
      </Form.Item>
      <Form.Item name={[name, 'lecturers']} label={say.lecturers} extra={<Cited>{say.lecturersHint}</Cited>}>
        <SelectOf
          mode="multiple"
          of={lecturers}
          options={(all) =>
            all
              .filter(({ id, removed }) => removed === null || chosen.includes(id))
              .map((one) => {
                const isVetted = organiser !== undefined && one.vettedBy.includes(organiser)
                const mark = one.removed !== null ? say.removed : isVetted ? '' : say.notVetted
                return {
                  value: one.id,
                  label: `${one.name} ${one.field}${mark}`,
                  // What is chosen can be taken away again: of a disabled choice it could not.
                  disabled: mark !== '' && !chosen.includes(one.id),
                }
              })
          }
        />
      </Form.Item>
      <ListedCourse name={name} />
      <Form.Item name={[name, 'fullTime']} valuePropName="checked">
        <Checkbox>{say.fullTime}</Checkbox>
      </Form.Item>
      <OnlineFields name={name} />
    </div>
  )
}

/** The courses of a filing, each with its own fee. */
export const CoursesFields = () => {
  const { say } = useSay(filingWords)
  const { say: common } = useSay(words)
  return (
    <Form.List name="courses">
      {(fields, { add, remove }) => (
        <Panel title={common.courses}>
          {fields.map(({ key, name }) => (
            <fieldset className="training" key={key}>
              <legend>{fill(say.course, { number: name + 1 })}</legend>
              <CourseFields name={name} />
              {fields.length > 1 && (
                <Button onClick={() => remove(name)}>{fill(say.removeCourse, { number: name + 1 })}</Button>
              )}
            </fieldset>
          ))}
          <p className="actions">
            <Button onClick={() => add(emptyCourse)}>{say.addCourse}</Button>
          </p>
        </Panel>
      )}
    </Form.List>
  )
}

/** The days of a filing: each is half a day or a whole one, of one course. */
export const DaysFields = () => {
  const { say, language } = useSay(filingWords)
  const required = useRequired()
  const courses: readonly { title?: string }[] = Form.useWatch('courses') ?? []
  return (
    <Form.List name="days">
      {(fields, { add, remove }) => (
        <Panel title={say.days}>
          {fields.map(({ key, name }) => (
            <div className="fields" key={key}>
              <Form.Item
                name={[name, 'day']}
                label={say.day}
                rules={required(fill(say.dayOf, { number: name + 1 }))}
              >
                <DateField />
              </Form.Item>
              <Form.Item name={[name, 'half']} label={say.half}>
                <Select
                  options={['day', 'morning', 'afternoon'].map((value) => ({
                    value,
                    label: term('half', value, language),
                  }))}
                />
              </Form.Item>
              <Form.Item name={[name, 'course']} label={say.ofCourse}>
                <Select
                  options={courses.map((course, value) => ({
                    value,
                    label: course?.title || fill(say.course, { number: value + 1 }),
                  }))}
                />
              </Form.Item>
              <div className="beside">
                <Button onClick={() => remove(name)}>{fill(say.removeDay, { number: name + 1 })}</Button>
              </div>
            </div>
          ))}
          <p className="actions">
            <Button onClick={() => add({ half: 'day', course: 0 })}>{say.addDay}</Button>
          </p>
        </Panel>
      )}
    </Form.List>
  )
}
