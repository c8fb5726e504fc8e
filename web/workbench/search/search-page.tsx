import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import { Link } from 'react-router'
import { post } from '../../shared/api/client.ts'
import type { Found } from '../../shared/api/types.gen.ts'
import { term } from '../../shared/terms.ts'
import { Notice, ProblemNotice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Panel } from '../parts/panel.tsx'
import { useSay } from '../preferences.tsx'

const words = {
  zh: {
    title: '查找',
    lead: '输入工号、机构编号、申请编号或证书编号；也可以输入本单位人员、本级及直接下级机构名称的开头几个字。',
    field: '编号或名称',
    find: '查找',
    persons: '人员',
    organisations: '机构',
    requests: '申请',
    certificates: '合格证书',
    none: '没有找到您可以查看的内容。请核对编号；按姓名只能查找本单位人员。',
    more: '还有更多，请多输入几个字。',
    untitled: '未命名的申请',
  },
  en: {
    title: 'Find',
    lead: 'Type the number of a person, an organisation, a request or a certificate; or the beginning of the name of someone at your institution, or of an organisation at or right below yours.',
    field: 'Number or name',
    find: 'Find',
    persons: 'Persons',
    organisations: 'Organisations',
    requests: 'Requests',
    certificates: 'Certificates',
    none: 'Nothing was found that you may see. Check the number; by name, only people of your own institution are found.',
    more: 'There are more: type more of it.',
    untitled: 'A request without a title',
  },
} as const

interface KindProps {
  readonly title: string
  readonly items: readonly { readonly to: string; readonly text: string; readonly about: string }[]
}

const Kind = ({ title, items }: KindProps): ReactNode =>
  items.length === 0 ? null : (
    <Panel title={title}>
      <ul>
        {items.map(({ to, text, about }) => (
          <li key={to}>
            <Link to={to}>{text}</Link> <span className="quiet">{about}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )

const Results = ({ of: found }: { readonly of: Found }) => {
  const { say, language } = useSay(words)
  const { persons, organisations, requests, certificates, more } = found
  if (persons.length + organisations.length + requests.length + certificates.length === 0)
    return <Notice tone="wait" title={say.none} />
  return (
    <>
      <Kind
        title={say.persons}
        items={persons.map(({ id, name, staffNo, institution }) => ({
          to: `/persons/${encodeURIComponent(id)}`,
          text: name,
          about: [staffNo, institution.name].filter((part) => part !== null).join(' · '),
        }))}
      />
      <Kind
        title={say.organisations}
        items={organisations.map(({ id, name, level }) => ({
          to: `/registers/organisations/${encodeURIComponent(id)}`,
          text: name,
          about: term('level', level, language),
        }))}
      />
      <Kind
        title={say.requests}
        items={requests.map(({ id, title, status }) => ({
          to: `/request/${encodeURIComponent(id)}`,
          text: title ?? say.untitled,
          about: term('status', status, language),
        }))}
      />
      <Kind
        title={say.certificates}
        items={certificates.map(({ number }) => ({
          to: `/certificate/${encodeURIComponent(number)}`,
          text: number,
          about: '',
        }))}
      />
      {more && <p className="quiet">{say.more}</p>}
    </>
  )
}

/** One box for what one may see. What is typed goes in the call's body, and stands in no address. */
export const SearchPage = () => {
  const { say } = useSay(words)
  const [text, setText] = useState('')
  const id = useId()
  const finding = useMutation({ mutationFn: () => post('/search', { body: { text } }) })
  return (
    <>
      <PageHead title={say.title} lead={<p>{say.lead}</p>} />
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (text.trim() !== '') finding.mutate()
        }}
      >
        <p>
          <label htmlFor={id}>{say.field}</label>
          <Input
            id={id}
            maxLength={100}
            value={text}
            autoComplete="off"
            onChange={({ target }) => setText(target.value)}
          />
        </p>
        <Button type="primary" htmlType="submit" loading={finding.isPending}>
          {say.find}
        </Button>
      </form>
      <div aria-live="polite">
        {finding.error !== null && <ProblemNotice error={finding.error} again={() => finding.mutate()} />}
        {finding.data !== undefined && <Results of={finding.data} />}
      </div>
    </>
  )
}
