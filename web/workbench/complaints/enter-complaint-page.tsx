import { useState } from 'react'
import { post } from '../../shared/api/client.ts'
import { ForDesks } from '../parts/for-desks.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useSay } from '../preferences.tsx'
import { aboutOf } from './about-fields.tsx'
import { ComplaintForm } from './complaint-form.tsx'

const words = {
  zh: {
    title: '登记电话、信件投诉举报',
    back: '投诉举报',
    lead: '登记后按被投诉单位自动转到有权办理的部门。请把查询码和密钥告诉投诉人。',
  },
  en: {
    title: 'Enter a complaint by telephone or letter',
    back: 'Complaints',
    lead: 'It goes to the desk above the body complained of. Tell the complainant the code and the key.',
  },
} as const

/** A desk enters what came by telephone or letter. */
export const EnterComplaintPage = () => {
  const { say } = useSay(words)
  // One key a form: sent twice, it is entered once.
  const [key] = useState(() => crypto.randomUUID())
  return (
    <>
      <PageHead
        title={say.title}
        back={{ to: '/complaints/desk', label: say.back }}
        lead={<p>{say.lead}</p>}
      />
      <ForDesks>
        <ComplaintForm
          asksChannel
          send={({ channel = 'telephone', ...values }) =>
            post('/complaints/entries', { key, body: { ...aboutOf(values), channel } })
          }
        />
      </ForDesks>
    </>
  )
}
