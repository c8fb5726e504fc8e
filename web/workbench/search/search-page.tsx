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
    lead: '输入姓名或拼音的开头（如“王芳”“wangf”“wf”）、机构名称，或者工号、机构编号、申请编号、证书编号。按姓名可以查找本级及所属各级单位的人员；新登记和刚变动的人员几分钟后可以按姓名查到。',
    field: '姓名、拼音、工号或名称',
    find: '查找',
    persons: '人员',
    organisations: '机构',
    requests: '申请',
    certificates: '合格证书',
    none: '没有找到您可以查看的内容。请核对编号；姓名和拼音要从第一个字（字母）输入，刚登记的人员几分钟后可以查到。',
    more: '还有更多，请多输入几个字。',
    untitled: '未命名的申请',
  },
  en: {
    title: 'Find',
    lead: 'Type the beginning of a name or of its pinyin (王芳, wangf, wf), a part of an organisation’s name, or the number of a person, an organisation, a request or a certificate. By name you find the people of your own organisation and of those below it; whoever was just registered or changed, in a few minutes.',
    field: 'Name, pinyin or number',
    find: 'Find',
    persons: 'Persons',
    organisations: 'Organisations',
    requests: 'Requests',
    certificates: 'Certificates',
    none: 'Nothing was found that you may see. Check the number; type names and pinyin from their first letter on. Whoever was just registered is found in a few minutes.',
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
