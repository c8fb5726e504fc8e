import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, InputNumber, Select } from 'antd'
import { useRef, useState } from 'react'
import { useParams } from 'react-router'
import { criteria, libraryNames } from '../../../functions/libraries/words.ts'
import { get, post } from '../../shared/api/client.ts'
import type { LibraryBody, LibraryBodyOutput, LibraryEntry } from '../../shared/api/types.gen.ts'
import { Cited } from '../../shared/cited.tsx'
import { term } from '../../shared/terms.ts'
import { seatsOf, useMe } from '../me.ts'
import { Answer } from '../parts/answer.tsx'
import { DateField } from '../parts/date-field.tsx'
import { FaultSummary, type FieldFault, fieldFaults, formFaults } from '../parts/fault-summary.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Panel } from '../parts/panel.tsx'
import { SelectOf } from '../parts/select-of.tsx'
import { useWhole } from '../parts/use-list.ts'
import { useSay } from '../preferences.tsx'
import { useDoneAt } from '../registers/done.tsx'
import { useRequired } from '../registers/register-form.tsx'
import { criteriaNames } from './content.tsx'
import { type Kind, kindOf } from './kinds.ts'
import { words } from './words.ts'

type Lecturer = Extract<LibraryBody, { kind: 'lecturer' }>
type Course = Extract<LibraryBody, { kind: 'course' }>
type Institution = Extract<LibraryBody, { kind: 'institution' }>

/** What the form holds: the fields of one kind, and who submits. */
type Values = Omit<Lecturer, 'kind'> &
  Omit<Course, 'kind'> &
  Omit<Institution, 'kind'> & { readonly organisationId: string }

/** What is listed, as the form has it. */
const valuesOf = ({ kind: _, ...values }: LibraryBodyOutput): Partial<Values> => values

const toBody = (kind: Kind, values: Values): LibraryBody => {
  switch (kind) {
    case 'lecturer': {
      const { lecturerId, body, rank, courses, consentedOn } = values
      return { kind, lecturerId, body, rank, courses, consentedOn }
    }
    case 'course': {
      const { name, edition, subject, minutes, provider, outline } = values
      return { kind, name, edition, subject, minutes, outline, ...(provider ? { provider } : {}) }
    }
    case 'institution': {
      const { name, place, fields, criteria: said } = values
      return { kind, name, place, fields, criteria: said }
    }
  }
}

interface LineProps {
  readonly name: 'body' | 'rank' | 'courses' | 'name' | 'edition' | 'place' | 'fields'
  readonly label: string
  readonly most: number
}

const Line = ({ name, label, most }: LineProps) => {
  const required = useRequired()
  return (
    <Form.Item name={name} label={label} rules={required(label)}>
      <Input maxLength={most} />
    </Form.Item>
  )
}

const LecturerFields = ({ isNew }: { readonly isNew: boolean }) => {
  const { say } = useSay(words)
  const required = useRequired()
  const me = useMe()
  const own = seatsOf(me, 'institution', 'department', 'authority').map(({ organisation }) => organisation.id)
  const lecturers = useWhole('/lecturers', { query: { limit: 100 } })
  return (
    <>
      <Form.Item
        name="lecturerId"
        label={say.whom}
        extra={<Cited>{say.whomHint}</Cited>}
        rules={required(say.whom)}
      >
        <SelectOf
          disabled={!isNew}
          of={lecturers}
          options={(all) =>
            all
              .filter(({ removed, vettedBy }) => removed === null && vettedBy.some((id) => own.includes(id)))
              .map(({ id, name, field }) => ({ value: id, label: `${name} ${field}` }))
          }
        />
      </Form.Item>
      <Line name="body" label={say.body} most={100} />
      <Line name="rank" label={say.rank} most={50} />
      <Line name="courses" label={say.courses} most={200} />
      <Form.Item name="consentedOn" label={say.consented} rules={required(say.consented)}>
        <DateField />
      </Form.Item>
    </>
  )
}

const CourseFields = () => {
  const { say, language } = useSay(words)
  const required = useRequired()
  return (
    <>
      <Line name="name" label={say.name} most={100} />
      <Line name="edition" label={say.edition} most={40} />
      <Form.Item name="subject" label={say.subject} rules={required(say.subject)}>
        <Select
          options={(['public', 'professional'] as const).map((value) => ({
            value,
            label: term('subject', value, language),
          }))}
        />
      </Form.Item>
      <Form.Item name="minutes" label={say.minutes} rules={required(say.minutes)}>
        <InputNumber min={1} max={100_000} precision={0} />
      </Form.Item>
      <Form.Item name="provider" label={say.provider}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="outline" label={say.outline} rules={required(say.outline)}>
        <Input.TextArea rows={4} maxLength={1000} />
      </Form.Item>
    </>
  )
}

const InstitutionFields = () => {
  const { say, language } = useSay(words)
  const required = useRequired()
  return (
    <>
      <Line name="name" label={say.name} most={100} />
      <Line name="place" label={say.place} most={100} />
      <Line name="fields" label={say.fields} most={200} />
      {criteriaNames.map((name) => (
        <Form.Item
          key={name}
          name={['criteria', name]}
          label={criteria[name][language]}
          rules={required(criteria[name][language])}
        >
          <Input.TextArea rows={2} maxLength={300} />
        </Form.Item>
      ))}
    </>
  )
}

interface EntryFormProps {
  readonly kind: Kind
  readonly initial: Partial<Values>
  readonly isNew: boolean
  readonly send: (values: Values) => Promise<unknown>
}

const EntryForm = ({ kind, initial, isNew, send }: EntryFormProps) => {
  const { say, language } = useSay(words)
  const me = useMe()
  const seats = seatsOf(me, 'institution', 'department', 'authority')
  const [form] = Form.useForm<Values>()
  const [found, setFound] = useState<readonly FieldFault[]>([])
  const queries = useQueryClient()
  const sending = useMutation({
    mutationFn: async (values: Values) => {
      setFound([])
      await send(values)
      await queries.invalidateQueries({ queryKey: ['/organisations/{id}/library-entries'] })
      await queries.invalidateQueries({ queryKey: ['/library-entries/{id}'] })
    },
  })
  const refused = fieldFaults(
    sending.error,
    (pointer) => `entry${pointer.replace(/^\/entry/, '').replaceAll('/', '_')}`,
  )
  const faults = found.length > 0 ? found : (refused ?? [])
  return (
    <Panel title={libraryNames[kind][language]}>
      <FaultSummary faults={faults} error={faults.length > 0 ? undefined : (sending.error ?? undefined)} />
      <Form<Values>
        form={form}
        name="entry"
        layout="vertical"
        initialValues={{ organisationId: seats[0]?.organisation.id, ...initial }}
        onFinish={(values) => sending.mutate(values)}
        onFinishFailed={(failed) => setFound(formFaults('entry', failed))}
      >
        {isNew && (
          <Form.Item name="organisationId" label={say.forWhom}>
            <Select
              options={seats.map(({ organisation }) => ({
                value: organisation.id,
                label: organisation.name,
              }))}
            />
          </Form.Item>
        )}
        {kind === 'lecturer' && <LecturerFields isNew={isNew} />}
        {kind === 'course' && <CourseFields />}
        {kind === 'institution' && <InstitutionFields />}
        <Button type="primary" htmlType="submit" loading={sending.isPending}>
          {say.submit}
        </Button>
      </Form>
    </Panel>
  )
}

/** Submits something to a library. */
export const NewEntryPage = () => {
  const { say } = useSay(words)
  const kind = kindOf(useParams().kind) ?? 'course'
  const doneAt = useDoneAt()
  // One key for what is filled in here: a second press submits nothing twice.
  const key = useRef(crypto.randomUUID())
  return (
    <>
      <PageHead
        title={say[kind]}
        back={{ to: '/libraries/desk', label: say.back }}
        lead={<p>{say.deskLead}</p>}
      />
      <EntryForm
        key={kind}
        kind={kind}
        initial={{}}
        isNew
        send={async (values) => {
          const body = { organisationId: values.organisationId, entry: toBody(kind, values) }
          await post('/library-entries', { body, key: key.current })
          await doneAt('/libraries/desk', say.submitted)
        }}
      />
    </>
  )
}

const Renewal = ({ of: current }: { readonly of: LibraryEntry }) => {
  const { say } = useSay(words)
  const doneAt = useDoneAt()
  // As it was when the form was opened: what changed since is refused and not overwritten.
  const [{ id, kind, version, listed, asked }] = useState(current)
  return (
    <EntryForm
      kind={kind}
      initial={valuesOf(listed ?? asked)}
      isNew={false}
      send={async (values) => {
        const body = { entry: toBody(kind, values), version }
        await post('/library-entries/{id}/renewal', { path: { id }, body })
        await doneAt('/libraries/desk', say.submitted)
      }}
    />
  )
}

/** Asks for an entry's renewal, or for another edition of it. */
export const RenewEntryPage = () => {
  const { say } = useSay(words)
  const { id = '' } = useParams()
  const asked = useQuery({
    queryKey: ['/library-entries/{id}', id],
    queryFn: () => get('/library-entries/{id}', { path: { id } }),
  })
  return (
    <>
      <PageHead
        title={say.renewal}
        back={{ to: `/libraries/entry/${encodeURIComponent(id)}`, label: asked.data?.name ?? say.back }}
        lead={<p>{say.renewalLead}</p>}
      />
      <Answer of={asked}>{(entry) => <Renewal of={entry} />}</Answer>
    </>
  )
}
