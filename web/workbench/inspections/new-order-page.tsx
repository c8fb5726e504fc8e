import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Form } from 'antd'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { inspectionTerms } from '../../../rules/inspections.ts'
import { post } from '../../shared/api/client.ts'
import { entryText } from '../institution/entry-text.ts'
import { DateField } from '../parts/date-field.tsx'
import { Facts } from '../parts/facts.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Panel } from '../parts/panel.tsx'
import { entriesQuery, personQuery } from '../person/person-queries.ts'
import { ArticleField } from '../policies/article-field.tsx'
import { fill, useSay } from '../preferences.tsx'
import { OrganisationField } from '../registers/organisation-field.tsx'
import { RegisterForm, useRequired } from '../registers/register-form.tsx'

const words = {
  zh: {
    title: '下达督办',
    back: '抽查督办',
    lead: '对下级人事综合管理部门、主管部门或单位下达，对方在期限内答复，由本部门验收（第35条）。',
    panel: '督办事项',
    ordered: '督办内容',
    orderedHint: '写明要求做什么、依据什么；原样告诉对方。',
    wanted: '要求提供什么、为什么',
    wantedHint: '原样告诉本人和单位。不要写投诉的事，也不要写能看出谁投诉的细节。',
    body: '对象',
    article: '依据的条款',
    until: '期限（最长 {days} 天）',
    submit: '下达',
    hoursTitle: '要求提供学时证明',
    hoursLead:
      '请本人或者单位在期限内提供这些学时的证明（第35条）。期限过后发出通知，通知期满仍没有答复的，学时暂停计算；证明经核实后恢复。参加过认定的人员不能核实。',
    entry: '台账第 {entry} 条',
    whose: '人员',
    which: '学时',
  },
  en: {
    title: 'Order supervision',
    back: 'Inspections',
    lead: 'To a lower authority, department or institution: it answers by the day, and this authority verifies (Art. 35).',
    panel: 'The order',
    ordered: 'What is ordered',
    orderedHint: 'What is to be done, and on what it rests; told word for word.',
    wanted: 'What is to be proved, and why',
    wantedHint:
      'Told to the person and the institution word for word. Say nothing of a complaint, nor what could tell who complained.',
    body: 'To',
    article: 'Article',
    until: 'By (within {days} days)',
    submit: 'Order',
    hoursTitle: 'Ask for proof of hours',
    hoursLead:
      'The person or the institution proves these hours by the day (Art. 35). After it notice is given, and what nobody answers for is suspended when the notice is over, until it is proved and verified. Nobody who recognised them verifies.',
    entry: 'Entry {entry} of the ledger',
    whose: 'Person',
    which: 'Hours',
  },
} as const

interface Values {
  readonly bodyId: string
  readonly article: string
  readonly until: string
}

/** An order to a lower body. */
export const NewOrderPage = () => {
  const { say, language } = useSay(words)
  const [query] = useSearchParams()
  const [staffId, institution] = [query.get('staffId'), query.get('institution')]
  const entry = Number(query.get('entry'))
  const hours = staffId !== null && institution !== null && entry >= 1 ? { staffId, entry } : undefined
  const person = useQuery({ ...personQuery(hours?.staffId ?? ''), enabled: hours !== undefined })
  const ledger = useQuery({ ...entriesQuery(hours?.staffId ?? ''), enabled: hours !== undefined })
  const asked = ledger.data?.items.find(({ sequence }) => sequence === hours?.entry)
  const whose = person.data
    ? [person.data.name, person.data.staffNo, person.data.institution.name].filter(Boolean).join(' · ')
    : hours?.staffId
  const until = fill(say.until, { days: inspectionTerms.longestDays })
  const required = useRequired()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [key] = useState(() => crypto.randomUUID())
  return (
    <>
      <PageHead
        title={hours ? say.hoursTitle : say.title}
        back={{ to: '/inspections', label: say.back }}
        lead={<p>{hours ? say.hoursLead : say.lead}</p>}
      />
      <Panel title={say.panel}>
        <RegisterForm<Values>
          name="order"
          draft={hours ? `inspection-hours-${hours.staffId}-${hours.entry}` : 'inspection-order'}
          initial={{ article: '35', ...(institution === null ? {} : { bodyId: institution }) }}
          submit={say.submit}
          words={
            hours
              ? { label: say.wanted, hint: say.wantedHint }
              : { label: say.ordered, hint: say.orderedHint }
          }
          pathOf={(pointer) => (pointer === '/text' || pointer === '/hours/entry' ? '/reason' : pointer)}
          send={async ({ bodyId, article, until: by, reason }) => {
            const { id } = await post('/inspections/orders', {
              body: {
                bodyId: bodyId.trim(),
                article,
                until: by,
                text: reason,
                ...(hours && { hours }),
              },
              key,
            })
            await client.invalidateQueries({ queryKey: ['/inspections'] })
            await navigate(`/inspections/matters/${id}`)
          }}
        >
          {hours && (
            <Facts
              of={[
                [say.whose, whose],
                [
                  say.which,
                  [fill(say.entry, { entry: hours.entry }), asked && entryText(asked, language)]
                    .filter(Boolean)
                    .join(' · '),
                ],
              ]}
            />
          )}
          <Form.Item name="bodyId" label={say.body} rules={required(say.body)} hidden={hours !== undefined}>
            <OrganisationField />
          </Form.Item>
          <Form.Item name="article" label={say.article} rules={required(say.article)}>
            <ArticleField />
          </Form.Item>
          <Form.Item name="until" label={until} rules={required(until)}>
            <DateField />
          </Form.Item>
        </RegisterForm>
      </Panel>
    </>
  )
}
