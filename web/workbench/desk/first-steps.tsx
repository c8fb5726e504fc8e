import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { get, getPage } from '../../shared/api/client.ts'
import type { Checklist } from '../../shared/api/types.gen.ts'
import { enumerate } from '../../shared/fill.ts'
import { withQuery } from '../../shared/with-query.ts'
import { useOrganisation } from '../institution/institution.ts'
import { isOfRegion, seatsOf, useMe } from '../me.ts'
import { Panel } from '../parts/panel.tsx'
import { fill, useSay } from '../preferences.tsx'

const words = {
  zh: {
    title: '接下来可以做的',
    list: '上线清单还有 {count} 项没有办好：',
    go: '继续办理',
    organisations: '机构',
    desks: '席位',
    persons: '人员',
    providers: '网络培训机构',
    rates: '折算标准',
    readings: '执行口径',
    mail: '测试邮件',
    rehearsal: '首次预演',
    noPersons: '名册里还没有人员：',
    importPersons: '导入在册人员',
    noHistory: '以前年度在原平台的学时还没有导入过：',
    importHistory: '导入原平台学时',
    alone: '本单位只有一人能办理，本人的事项会由上级代办：',
    invite: '邀请同事',
  },
  en: {
    title: 'What comes next',
    list: '{count} {count|item|items} of the list before the first day {count|is|are} not done yet:',
    go: 'Go on there',
    organisations: 'organisations',
    desks: 'desks',
    persons: 'persons',
    providers: 'online providers',
    rates: 'conversion rates',
    readings: 'readings',
    mail: 'mail',
    rehearsal: 'first rehearsal',
    noPersons: 'Nobody is on the register yet:',
    importPersons: 'Import your staff',
    noHistory: 'No hours of earlier years were imported from the platform before:',
    importHistory: 'Import them',
    alone: 'Just one person acts here; what concerns them is decided above:',
    invite: 'Invite a colleague',
  },
} as const

/** What the region's list before the first day still lacks. */
const OfRegion = () => {
  const { say, language } = useSay(words)
  const asked = useQuery({ queryKey: ['/checklist'], queryFn: (): Promise<Checklist> => get('/checklist') })
  const open = (asked.data?.items ?? []).filter(({ done }) => !done)
  if (open.length === 0) return null
  return (
    <Panel title={say.title}>
      <p>
        {fill(say.list, { count: open.length })}{' '}
        {enumerate(
          open.map(({ item }) => say[item]),
          language,
        )}
      </p>
      <p>
        <Link className="button" to="/checklist">
          {say.go}
        </Link>
      </p>
    </Panel>
  )
}

/** What an institution does first: its people, their earlier years, and somebody besides oneself at the desk. */
const OfInstitution = ({ id }: { readonly id: string }) => {
  const { say } = useSay(words)
  const institution = useOrganisation(id)
  const persons = useQuery({
    queryKey: ['/persons', 'first', id],
    queryFn: () => getPage('/persons', { query: { institution: id, limit: 1 } }, undefined),
  })
  const seats = useQuery({
    queryKey: ['/organisations/{id}/seats', { id }],
    queryFn: () => get('/organisations/{id}/seats', { path: { id } }),
  })
  const imports = (kind: string) => withQuery('/imports', { institution: id, kind })
  const steps = [
    ...(persons.data?.items.length === 0
      ? [{ text: say.noPersons, go: say.importPersons, to: imports('persons') }]
      : []),
    ...(institution.data?.takenOver === false
      ? [{ text: say.noHistory, go: say.importHistory, to: imports('history') }]
      : []),
    ...(seats.data?.items.filter(({ role }) => role === 'institution').length === 1
      ? [{ text: say.alone, go: say.invite, to: withQuery('/accounts/new', { organisation: id }) }]
      : []),
  ]
  if (steps.length === 0) return null
  return (
    <Panel title={say.title}>
      <ul>
        {steps.map(({ text, go, to }) => (
          <li key={to}>
            {text} <Link to={to}>{go}</Link>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** Where a desk has nothing to decide yet: what of moving in is still to be done, and the way there. */
export const FirstSteps = () => {
  const me = useMe()
  const institution = seatsOf(me, 'institution')[0]?.organisation.id
  return (
    <>
      {isOfRegion(me) && <OfRegion />}
      {institution !== undefined && <OfInstitution id={institution} />}
    </>
  )
}
