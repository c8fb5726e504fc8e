import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { post } from '../../shared/api/client.ts'
import { has, useMe } from '../me.ts'
import { PageHead } from '../parts/page-head.tsx'
import { Empty } from '../parts/panel.tsx'
import { useSay } from '../preferences.tsx'
import { UnknownPage } from '../visitor/unknown-page.tsx'
import { RequestForm } from './request-form.tsx'
import { bodyOf, emptyLine, type RequestType, type RequestValues, requestTypes } from './request-values.ts'
import { WhatItTakes } from './what-it-takes.tsx'
import { words } from './words.ts'

const own = {
  zh: {
    back: '我的申请',
    leaving: '办理离册',
    leavingLead:
      '辞职、退休、调离等：起始日期填写不再在册的第一天，附文件提交，由人事综合管理部门确认后生效。',
  },
  en: {
    back: 'My requests',
    leaving: 'Someone leaves the register',
    leavingLead:
      'Resignation, retirement and the like: from the first day off the register, with a document; it holds once the authority has confirmed it.',
  },
} as const

/** What a body files for its people, and nobody for themselves. */
const isForOthers = (type: RequestType): boolean => type === 'post_change' || type === 'record_change'

/** What the address says an objection is about: a request's line, a certificate, or an entry of one's own ledger. */
const aboutIn = (query: URLSearchParams, staffId: string | null): RequestValues['about'] => {
  const [requestId, line, certificate, entry] = ['request', 'line', 'certificate', 'entry'].map((name) =>
    query.get(name),
  )
  if (requestId) return line ? { requestId, line: Number(line) } : { requestId }
  if (certificate) return { certificate }
  return entry && staffId !== null ? { staffId, entry: Number(entry) } : undefined
}

const NewRequest = ({ type }: { readonly type: RequestType }) => {
  const { say } = useSay(words)
  const { say: sayOwn } = useSay(own)
  const me = useMe()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [query] = useSearchParams()
  const files =
    type !== 'objection' &&
    (type === 'record_change' ? has(me, 'institution', 'department', 'authority') : has(me, 'institution'))
  const about = aboutIn(query, me.staffId)
  const asked = query.get('staff')
  // Whoever comes to enter that someone leaves finds it chosen.
  const isLeaving = type === 'record_change' && query.get('fact') === 'register'
  const [key] = useState(() => crypto.randomUUID())
  const staffId = asked ?? (isForOthers(type) ? undefined : (me.staffId ?? undefined))
  const initial: RequestValues = {
    key,
    ...(staffId === undefined ? {} : { staffId }),
    evidence: [],
    ...(type === 'recognition' ? { lines: [emptyLine] } : {}),
    ...(type === 'objection' && about !== undefined ? { about } : {}),
    ...(type === 'deemed' ? { scopeOf: 'all' as const } : {}),
    ...(isLeaving ? { fact: 'register', value: 'no' } : {}),
  }
  const send = async (values: RequestValues) => {
    const body = bodyOf(type, { ...initial, ...values })
    const { id } = await post('/requests', { body, key: values.key ?? key })
    await client.invalidateQueries()
    navigate(`/request/${encodeURIComponent(id)}`, { state: { sent: true } })
  }
  return (
    <>
      <PageHead
        title={isLeaving ? sayOwn.leaving : say[`file_${type}`]}
        back={{ to: '/requests', label: sayOwn.back }}
        lead={<p>{isLeaving ? sayOwn.leavingLead : say[`short_${type}`]}</p>}
      />
      <WhatItTakes type={type} />
      {type === 'objection' && about === undefined ? (
        <Empty>{say.objectFromPage}</Empty>
      ) : isForOthers(type) && !files ? (
        <Empty>{type === 'post_change' ? say.institutionOnly : say.recordOnly}</Empty>
      ) : !files && me.staffId === null ? (
        <Empty>{say.notOnRegister}</Empty>
      ) : (
        <RequestForm
          key={type}
          type={type}
          initial={initial}
          draft={['new', type, asked ?? query.toString(), isLeaving && asked && 'leaving']
            .filter(Boolean)
            .join(' ')}
          picksPerson={files}
          label={say.send}
          send={send}
        />
      )}
    </>
  )
}

/** `/requests/new/make-up-delay` and the like. */
export const NewRequestPage = () => {
  const { type = '' } = useParams()
  const known = requestTypes.find((one) => one.replaceAll('_', '-') === type)
  return known ? <NewRequest type={known} /> : <UnknownPage />
}
