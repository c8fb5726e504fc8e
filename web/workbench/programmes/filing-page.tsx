import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { useRef, useState } from 'react'
import { useParams } from 'react-router'
import { get, ProblemError, post } from '../../shared/api/client.ts'
import type { ProgrammeFiling } from '../../shared/api/types.gen.ts'
import { Cited } from '../../shared/cited.tsx'
import { seatsOf, useMe } from '../me.ts'
import { FaultSummary, type FieldFault, fieldFaults, fieldId, formFaults } from '../parts/fault-summary.tsx'
import { Loading } from '../parts/loading.tsx'
import { ProblemNotice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Panel } from '../parts/panel.tsx'
import { useSay } from '../preferences.tsx'
import { useDoneAt } from '../registers/done.tsx'
import { useRequired } from '../registers/register-form.tsx'
import { CoursesFields, DaysFields, emptyCourse } from './course-fields.tsx'
import { type FilingValues, fieldPath, fromFiling, toFiling } from './filing-values.ts'
import { filingWords } from './filing-words.ts'
import { PlanFields } from './plan-fields.tsx'
import { words } from './words.ts'

const FORM = 'filing'

const GeneralFields = ({ fixed }: { readonly fixed: boolean }) => {
  const { say } = useSay(filingWords)
  const required = useRequired()
  const seats = seatsOf(useMe(), 'institution', 'department', 'authority')
  return (
    <Panel title={say.general}>
      <div className="fields">
        <Form.Item name="organiserId" label={say.organiser} rules={required(say.organiser)}>
          <Select
            disabled={fixed}
            options={seats.map(({ organisation }) => ({ value: organisation.id, label: organisation.name }))}
          />
        </Form.Item>
        <Form.Item name="title" label={say.title} rules={required(say.title)}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="place" label={say.place} rules={required(say.place)}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="capacity" label={say.capacity} rules={required(say.capacity)}>
          <InputNumber min={1} max={2000} precision={0} />
        </Form.Item>
        <Form.Item
          name="budget"
          label={say.budget}
          extra={<Cited>{say.budgetHint}</Cited>}
          rules={required(say.budget)}
        >
          <Input maxLength={200} />
        </Form.Item>
        <PlanFields />
        <Form.Item name="task" label={say.task} extra={<Cited>{say.taskHint}</Cited>}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="entrusted" label={say.entrusted}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="handedOnTo" label={say.handedOnTo}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="within" label={say.within}>
          <Select
            options={[
              { value: 'own', label: say.own },
              { value: 'everybody', label: say.everybody },
            ]}
          />
        </Form.Item>
        <Form.Item name="note" label={say.note}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="calledUp" valuePropName="checked">
          <Checkbox>{say.calledUp}</Checkbox>
        </Form.Item>
      </div>
    </Panel>
  )
}

/** The form of a filing: what a rule refuses stands at its field, and all of it above (Art. 8). */
const FilingForm = ({
  initial,
  fixed,
  send,
}: {
  readonly initial: Partial<FilingValues>
  /** It answers a return: the organiser stays. */
  readonly fixed: boolean
  readonly send: (filing: ProgrammeFiling) => Promise<unknown>
}) => {
  const { say } = useSay(filingWords)
  const [form] = Form.useForm<FilingValues>()
  const queries = useQueryClient()
  const [faults, setFaults] = useState<readonly FieldFault[]>([])
  const sending = useMutation({ mutationFn: (values: FilingValues) => send(toFiling(values)) })
  const showFaults = (error: unknown, values: FilingValues) => {
    setFaults(fieldFaults(error, (pointer) => fieldId(FORM, fieldPath(pointer, values))) ?? [])
    if (!(error instanceof ProblemError)) return
    // Somebody may have been removed or vetted since the form was opened.
    void queries.invalidateQueries({ queryKey: ['/lecturers'] })
    const atFields = Map.groupBy(error.faults, ({ pointer }) => fieldId(FORM, fieldPath(pointer, values)))
    for (const at of atFields.values())
      form.setFields([
        {
          // A path is of one of the form's fields: what the API names and the form has not goes above alone.
          name: fieldPath(at[0]?.pointer ?? '', values) as never,
          errors: at.map(({ detail }) => detail),
        },
      ])
  }
  return (
    <>
      <FaultSummary faults={faults} error={faults.length > 0 ? undefined : (sending.error ?? undefined)} />
      <Form<FilingValues>
        form={form}
        name={FORM}
        layout="vertical"
        initialValues={initial}
        onFinish={(values) => {
          setFaults([])
          sending.mutate(values, { onError: (error) => showFaults(error, values) })
        }}
        onFinishFailed={(failed) => setFaults(formFaults(FORM, failed))}
      >
        <GeneralFields fixed={fixed} />
        <CoursesFields />
        <DaysFields />
        <p className="actions">
          <Button type="primary" size="large" htmlType="submit" loading={sending.isPending}>
            {say.send}
          </Button>
        </p>
      </Form>
    </>
  )
}

/** Files a programme of one's own organisation. */
export const NewFilingPage = () => {
  const { say } = useSay(words)
  const queries = useQueryClient()
  const doneAt = useDoneAt()
  // One key for what is filled in here: a call that was lost and is sent again files nothing twice.
  const key = useRef<{ readonly said: string; readonly key: string }>(undefined)
  const own = seatsOf(useMe(), 'institution', 'department', 'authority')[0]?.organisation.id
  return (
    <>
      <PageHead
        title={say.fileNew}
        back={{ to: '/programmes/own', label: say.ownTitle }}
        lead={<p>{say.ownLead}</p>}
      />
      <FilingForm
        fixed={false}
        initial={{
          ...(own === undefined ? {} : { organiserId: own }),
          within: 'own',
          courses: [emptyCourse as FilingValues['courses'][number]],
          days: [],
        }}
        send={async (body) => {
          const said = JSON.stringify(body)
          if (key.current?.said !== said) key.current = { said, key: crypto.randomUUID() }
          const { id } = await post('/programmes', { body, key: key.current.key })
          await queries.invalidateQueries({ queryKey: ['/organisations/{id}/programmes'] })
          await doneAt(`/programme/${id}`, say.filedDone)
        }}
      />
    </>
  )
}

/** Corrects a filing that was returned, and files it again. */
export const CorrectFilingPage = () => {
  const { say } = useSay(words)
  const { id = '' } = useParams()
  const queries = useQueryClient()
  const doneAt = useDoneAt()
  const query = useQuery({
    queryKey: ['/programmes/{id}', id],
    queryFn: () => get('/programmes/{id}', { path: { id } }),
  })
  if (query.isPending) return <Loading />
  if (query.data === undefined)
    return <ProblemNotice error={query.error} again={() => void query.refetch()} />
  return (
    <>
      <PageHead title={say.correct} back={{ to: `/programme/${id}`, label: query.data.title }} />
      <FilingForm
        fixed
        initial={fromFiling(query.data)}
        send={async (body) => {
          await post('/programmes/{id}/resubmission', { path: { id }, body })
          await queries.invalidateQueries({ queryKey: ['/programmes/{id}', id] })
          await doneAt(`/programme/${id}`, say.filedDone)
        }}
      />
    </>
  )
}
