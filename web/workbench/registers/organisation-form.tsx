import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { bodies, organisationKinds } from '../../../functions/platform/words.ts'
import { post } from '../../shared/api/client.ts'
import type { NewOrganisation, Organisation, OrganisationChange } from '../../shared/api/types.gen.ts'
import { Cited } from '../../shared/cited.tsx'
import { term } from '../../shared/terms.ts'
import { Answer } from '../parts/answer.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Panel } from '../parts/panel.tsx'
import { fill, useSay } from '../preferences.tsx'
import { useDoneAt } from './done.tsx'
import { OrganisationField } from './organisation-field.tsx'
import { organisationPath } from './organisation-list.tsx'
import { type Links, OrganisationMove } from './organisation-move.tsx'
import { organisationQuery } from './organisation-query.ts'
import { RegisterForm, useRequired } from './register-form.tsx'

const words = {
  zh: {
    back: '机构',
    register: '登记机构',
    registerLead:
      '需要：批准设立的文件。登记后即可增加席位、登记人员；由其上的人事综合管理部门或自治区登记。',
    registered: '已登记：{name}',
    change: '修改 {name}',
    changeLead: '改变隶属关系的，其下各级随之变动；以前的内容和理由都会保留。',
    changed: '已保存：{name}',
    entry: '登记信息',
    name: '名称',
    kind: '类别',
    population: '单位性质',
    populationHint:
      '机关（参公单位）的名册只登记工勤人员，其培训参照执行（第四十七条）。名册上有人员以后不能改变。',
    level: '层级',
    foundedBy: '批准设立的文件及文号（可以以后补填）',
    parentId: '上级机构',
    departmentId: '主管部门（没有的不填）',
    authorityId: organisationKinds.authority.zh,
    save: '保存',
    same: '没有改动。要保存的，请先修改内容。',
  },
  en: {
    back: 'Organisations',
    register: 'Register an organisation',
    registerLead:
      'Needed: the document that founds it. Seats and staff can be added at once. By a personnel authority above it, or the region.',
    registered: 'Registered: {name}',
    change: 'Change {name}',
    changeLead: 'A change of place comes down to all below. What stood here before is kept, with the reason.',
    changed: 'Saved: {name}',
    entry: 'On record',
    name: 'Name',
    kind: 'Kind',
    population: 'Body',
    populationHint:
      'The register of an organ holds its workers alone, who follow the same rules (Art. 47). It stays once somebody stands on it.',
    level: 'Level',
    foundedBy: 'Founding document (name and number; may follow later)',
    parentId: 'Organisation right above',
    departmentId: 'Competent department (where there is one)',
    authorityId: organisationKinds.authority.en,
    save: 'Save',
    same: 'Nothing was changed yet.',
  },
} as const

type Kind = Organisation['kind']

interface Values {
  name: string
  kind: Kind
  population?: NonNullable<Organisation['population']>
  level: Organisation['level']
  foundedBy?: string
  parentId?: string
  departmentId?: string
  authorityId?: string
}

const kinds = ['institution', 'department', 'authority'] as const
const populations = ['institution', 'organ_worker'] as const
const levels = ['region', 'city', 'county'] as const

type Link = 'parentId' | 'departmentId' | 'authorityId'

/** What each kind hangs on. */
const linksOf = (kind: Kind): readonly Link[] =>
  kind === 'institution' ? ['departmentId', 'authorityId'] : ['parentId']

/** What stands above by a link: an authority above authorities and institutions, a department above departments. */
const kindOfLink = (link: Link, kind: Kind): Kind =>
  link === 'departmentId' || (link === 'parentId' && kind === 'department') ? 'department' : 'authority'

/** The links that belong to the kind and are filled in. */
const linksIn = (values: Values): Partial<Record<Link, string>> =>
  Object.fromEntries(
    linksOf(values.kind).flatMap((link) => {
      const id = values[link]?.trim()
      return id ? [[link, id]] : []
    }),
  )

const Fields = ({ isNew }: { readonly isNew: boolean }) => {
  const { say, language } = useSay(words)
  const required = useRequired()
  return (
    <>
      <Form.Item name="name" label={say.name} rules={required(say.name)}>
        <Input maxLength={100} />
      </Form.Item>
      <div className="fields">
        <Form.Item name="kind" label={say.kind} rules={required(say.kind)} hidden={!isNew}>
          <Select
            options={kinds.map((value) => ({ value, label: term('organisationKind', value, language) }))}
          />
        </Form.Item>
        <Form.Item name="level" label={say.level} rules={required(say.level)}>
          <Select options={levels.map((value) => ({ value, label: term('level', value, language) }))} />
        </Form.Item>
      </div>
      <Form.Item name="foundedBy" label={say.foundedBy}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item dependencies={['kind']} noStyle>
        {({ getFieldValue }) =>
          getFieldValue('kind') === 'institution' && (
            <Form.Item name="population" label={say.population} extra={<Cited>{say.populationHint}</Cited>}>
              <Select options={populations.map((value) => ({ value, label: bodies[value][language] }))} />
            </Form.Item>
          )
        }
      </Form.Item>
      <Form.Item dependencies={['kind']} noStyle>
        {({ getFieldValue }) =>
          linksOf(getFieldValue('kind')).map((link) => (
            <Form.Item key={link} name={link} label={say[link]}>
              <OrganisationField kind={kindOfLink(link, getFieldValue('kind'))} />
            </Form.Item>
          ))
        }
      </Form.Item>
    </>
  )
}

/** What a new organisation below another begins with. */
const beginning = (under: Organisation | undefined): Partial<Values> => {
  const level = under?.level === 'region' ? 'city' : 'county'
  const population = 'institution'
  if (under === undefined) return { kind: 'institution', population, level }
  const { id, kind } = under
  return kind === 'department'
    ? {
        kind: 'institution',
        population,
        level: under.level,
        departmentId: id,
        parentId: id,
      }
    : { kind: 'institution', population, level: under.level, authorityId: id, parentId: id }
}

const Register = ({ under }: { readonly under: Organisation | undefined }) => {
  const { say } = useSay(words)
  const queries = useQueryClient()
  const doneAt = useDoneAt()
  // A repeat after a lost connection registers no second organisation.
  const [key] = useState(() => crypto.randomUUID())
  return (
    <Panel title={say.entry}>
      <RegisterForm<Values>
        name="organisation"
        draft={`organisation under ${under?.id ?? ''}`}
        initial={beginning(under)}
        submit={say.register}
        send={async ({ reason, ...values }) => {
          const { name, kind, level } = values
          const body: NewOrganisation = {
            ...{ name, kind, level, reason },
            ...(kind === 'institution' && values.population && { population: values.population }),
            ...(values.foundedBy?.trim() && { foundedBy: values.foundedBy.trim() }),
            ...linksIn(values),
          }
          const { id } = await post('/organisations', { body, key })
          await queries.invalidateQueries({ queryKey: ['/organisations'] })
          await doneAt(organisationPath(id), fill(say.registered, { name }))
        }}
      >
        <Fields isNew />
      </RegisterForm>
    </Panel>
  )
}

/** Registers an organisation, below the one that the address names (`?under=`). */
export const NewOrganisationPage = () => {
  const { say } = useSay(words)
  const [query] = useSearchParams()
  const under = query.get('under')
  const asked = useQuery({ ...organisationQuery(under ?? ''), enabled: under !== null })
  return (
    <>
      <PageHead
        title={say.register}
        back={
          under === null
            ? { to: '/registers/organisations', label: say.back }
            : { to: organisationPath(under), label: asked.data?.name ?? say.back }
        }
        lead={<p>{say.registerLead}</p>}
      />
      {under === null ? (
        <Register under={undefined} />
      ) : (
        <Answer of={asked}>{(above) => <Register under={above} />}</Answer>
      )}
    </>
  )
}

/** What differs; a link that was emptied is taken away. */
const changesIn = (values: Values, before: Organisation): Omit<OrganisationChange, 'version' | 'reason'> => {
  const links = linksIn(values)
  const was = {
    parentId: before.parent?.id,
    departmentId: before.department?.id,
    authorityId: before.authority?.id,
  }
  return {
    ...(values.name.trim() !== before.name && { name: values.name.trim() }),
    ...(values.level !== before.level && { level: values.level }),
    ...(values.population && values.population !== before.population && { population: values.population }),
    ...((values.foundedBy?.trim() || null) !== before.foundedBy && {
      foundedBy: values.foundedBy?.trim() || null,
    }),
    ...Object.fromEntries(
      linksOf(before.kind).flatMap((link) =>
        links[link] === was[link] ? [] : [[link, links[link] ?? null]],
      ),
    ),
  }
}

/** Changed links as the preview asks for them: one that is taken away is empty. */
const asQuery = ({ parentId, departmentId, authorityId }: ReturnType<typeof changesIn>): Links => ({
  ...(parentId === undefined ? {} : { parentId: parentId ?? '' }),
  ...(departmentId === undefined ? {} : { departmentId: departmentId ?? '' }),
  ...(authorityId === undefined ? {} : { authorityId }),
})

const Change = ({ organisation: current }: { readonly organisation: Organisation }) => {
  const { say } = useSay(words)
  const queries = useQueryClient()
  const doneAt = useDoneAt()
  // As it was when the form was opened: someone else's change since is refused and not overwritten.
  const [organisation] = useState(current)
  const { id, name, kind, level, population, foundedBy, parent, department, authority, version } =
    organisation
  const initial: Values = {
    name,
    kind,
    level,
    ...(population && { population }),
    ...(foundedBy && { foundedBy }),
    ...(parent && { parentId: parent.id }),
    ...(department && { departmentId: department.id }),
    ...(authority && { authorityId: authority.id }),
  }
  return (
    <Panel title={say.entry}>
      <RegisterForm<Values>
        name="organisation"
        draft={`organisation ${id} ${version}`}
        initial={initial}
        submit={say.save}
        check={(values) =>
          // Saving it again continues an unfinished change of place.
          organisation.complete && Object.keys(changesIn(values, organisation)).length === 0
            ? [{ field: '/name', text: say.same }]
            : []
        }
        send={async ({ reason, ...values }) => {
          const body: OrganisationChange = { ...changesIn(values, organisation), version, reason }
          const after = await post('/organisations/{id}', { path: { id }, body })
          await queries.invalidateQueries({ queryKey: ['/organisations'] })
          await doneAt(organisationPath(id), fill(say.changed, { name: after.name }))
        }}
      >
        <Fields isNew={false} />
        <Form.Item<Values> noStyle shouldUpdate>
          {({ getFieldsValue }) => {
            const {
              name: _,
              level: __,
              population: ___,
              foundedBy: ____,
              ...links
            } = changesIn({ ...initial, ...getFieldsValue(true) }, organisation)
            return Object.keys(links).length === 0 ? null : (
              <OrganisationMove id={id} links={asQuery(links)} />
            )
          }}
        </Form.Item>
      </RegisterForm>
    </Panel>
  )
}

/** Changes an organisation's name, level or place. */
export const ChangeOrganisationPage = () => {
  const { say } = useSay(words)
  const { id = '' } = useParams()
  const asked = useQuery(organisationQuery(id))
  return (
    <Answer of={asked}>
      {(organisation) => (
        <>
          <PageHead
            title={fill(say.change, { name: organisation.name })}
            back={{ to: organisationPath(id), label: organisation.name }}
            lead={<p>{say.changeLead}</p>}
          />
          <Change organisation={organisation} />
        </>
      )}
    </Answer>
  )
}
