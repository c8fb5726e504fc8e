import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { get, ProblemError, post } from '../../shared/api/client.ts'
import type { Person } from '../../shared/api/types.gen.ts'
import { withQuery } from '../../shared/with-query.ts'
import { has, useMe } from '../me.ts'
import { Answer } from '../parts/answer.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty } from '../parts/panel.tsx'
import { personQuery } from '../person/person-queries.ts'
import { fieldName, fieldValue } from '../person/person-words.ts'
import { fill, useSay } from '../preferences.tsx'
import { useDoneAt } from '../registers/done.tsx'
import { RegisterForm } from '../registers/register-form.tsx'
import './institution.module.css'
import { PersonFields } from './person-fields.tsx'
import { changedFields, type PersonValues, valuesOf } from './person-values.ts'

const words = {
  zh: {
    title: '修改登记信息',
    lead: '请写明理由；修改前后的内容都会保留。因岗位类别或职责变动需要转岗培训的，请先{link}。离册（辞职、退休等）、聘用日期、聘期、请假、领导人员和高层次人才，由单位{record}，经人事综合管理部门确认后生效。',
    filing: '备案岗位变动',
    record: '附文件提交人员信息变更',
    send: '保存修改',
    done: '已修改',
    nothing: '您还没有改动任何内容。',
    forbidden: '您不能修改这名人员的登记信息。本人的信息由本单位其他办理人员或上级部门修改。',
    conflict: '其他人刚刚也修改了这份记录',
    conflictText: '您填写的内容都还在。对方的改动如下；核对后再次保存，只会改动您修改过的项目。',
    changed: '{field}：{before} → {after}',
    unseen: '对方的改动不在本表单的项目中。',
  },
  en: {
    title: 'Change the record',
    lead: 'Please give the reason; what it said before is kept. If another type of post or other duties call for transfer training, {link} first. That someone leaves the register, and of the day of hiring, terms, leaves, leaders and high-level talent an institution must {record}; they hold once the authority has confirmed them.',
    filing: 'file the change of post',
    record: 'file a change of record with a document',
    send: 'Save the change',
    done: 'Changed',
    nothing: 'You have not changed anything yet.',
    forbidden:
      'You may not change this record. One’s own is changed by a colleague at the desk, or by the authority above.',
    conflict: 'Someone else has just changed this record',
    conflictText:
      'What you typed is still here. This is what they changed; check it and save again: only what you changed yourself is written.',
    changed: '{field}: {before} → {after}',
    unseen: 'What they changed is not among these fields.',
  },
} as const

/** What someone else changed while the form was open. */
const Conflict = ({ before, after }: { readonly before: Person; readonly after: Person }) => {
  const { say, language } = useSay(words)
  const was = valuesOf(before)
  const is = valuesOf(after)
  const fields = Object.keys(changedFields(was, is)) as (keyof PersonValues)[]
  return (
    <Notice tone="wait" title={say.conflict}>
      <p>{say.conflictText}</p>
      {fields.length === 0 && <p>{say.unseen}</p>}
      <ul>
        {fields.map((field) => (
          <li key={field}>
            {fill(say.changed, {
              field: fieldName(field, language),
              before: fieldValue(field, was[field], language),
              after: fieldValue(field, is[field], language),
            })}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

const Form = ({ person }: { readonly person: Person }) => {
  const { say } = useSay(words)
  const client = useQueryClient()
  const goTo = useDoneAt()
  const me = useMe()
  // The changes are measured by the record that the form began with, also after it has changed.
  const [began] = useState(person)
  const [newest, setNewest] = useState(person)
  const initial = valuesOf(began)
  const send = async ({ reason, ...shown }: PersonValues & { readonly reason: string }) => {
    const values = { ...initial, ...shown }
    try {
      await post('/persons/{id}', {
        path: { id: person.id },
        body: { version: newest.version, reason, ...changedFields(initial, values) },
      })
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'STALE_VERSION')
        setNewest(await get('/persons/{id}', { path: { id: person.id } }))
      throw error
    }
    await client.invalidateQueries({ queryKey: ['/persons'] })
    await client.invalidateQueries({ queryKey: ['ledger', person.id] })
    goTo(`/persons/${encodeURIComponent(person.id)}`, say.done)
  }
  return (
    <>
      {newest.version !== began.version && <Conflict before={began} after={newest} />}
      <RegisterForm<PersonValues>
        name="person"
        draft={`person ${began.id} ${began.version}`}
        initial={initial}
        submit={say.send}
        check={(values) =>
          Object.keys(changedFields(initial, { ...initial, ...valuesIn(values) })).length === 0
            ? [{ field: '/name', text: say.nothing }]
            : []
        }
        send={send}
      >
        <PersonFields plain={!has(me, 'authority')} />
      </RegisterForm>
    </>
  )
}

/** A form's values without what is no field of the record. */
const valuesIn = (values: PersonValues & { readonly reason?: string }): PersonValues => {
  const { reason: _, ...rest } = values
  return rest
}

/** Changes a person's record, with the reason. */
export const ChangePersonPage = () => {
  const { id = '' } = useParams()
  const { say } = useSay(words)
  const person = useQuery({ ...personQuery(id), refetchOnWindowFocus: false })
  const [before, rest = ''] = say.lead.split('{link}')
  const [between, after] = rest.split('{record}')
  return (
    <Answer of={person}>
      {(found) => (
        <>
          <PageHead
            title={say.title}
            back={{ to: `/persons/${encodeURIComponent(id)}`, label: found.name }}
            lead={
              <p>
                {before}
                <Link to={withQuery('/requests/new/post-change', { staff: id })}>{say.filing}</Link>
                {between}
                <Link to={withQuery('/requests/new/record-change', { staff: id })}>{say.record}</Link>
                {after}
              </p>
            }
          />
          {found.mayChange ? <Form key={id} person={found} /> : <Empty>{say.forbidden}</Empty>}
        </>
      )}
    </Answer>
  )
}
