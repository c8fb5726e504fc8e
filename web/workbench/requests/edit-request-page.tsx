import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from 'react-router'
import { get, post } from '../../shared/api/client.ts'
import type { Request } from '../../shared/api/types.gen.ts'
import { labelled } from '../../shared/labelled.ts'
import { Answer } from '../parts/answer.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { fill, useSay } from '../preferences.tsx'
import { changesBetween } from './changes.ts'
import { reasonsOfReturn } from './reasons-of-return.ts'
import { RequestForm } from './request-form.tsx'
import {
  correctionOf,
  type RequestType,
  type RequestValues,
  requestTypes,
  valuesOf,
} from './request-values.ts'
import styles from './requests.module.css'
import { words } from './words.ts'

const own = {
  zh: {
    title: '修改后重新提交',
    back: '回到申请',
    returned: '退回的理由',
    notReturned: '这件申请没有被退回，不需要修改。',
    import: '培训班名册请更正名册文件后重新导入。',
  },
  en: {
    title: 'Correct and send again',
    back: 'Back to the request',
    returned: 'Why it was returned',
    notReturned: 'This request is not returned: there is nothing to correct.',
    import: 'For a class roster, correct the file and import it again.',
  },
} as const

const Changes = ({ before, after }: { readonly before: RequestValues; readonly after: RequestValues }) => {
  const { say, language } = useSay(words)
  const changes = changesBetween(before, { ...before, ...after }, say, language)
  return (
    <Panel title={say.changed}>
      {changes.length === 0 ? (
        <Empty>{say.nothingChanged}</Empty>
      ) : (
        <table className={styles.changes}>
          <thead>
            <tr>
              <th scope="col">{say.field}</th>
              <th scope="col">{say.before}</th>
              <th scope="col">{say.after}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ field, before: was, after: is }) => (
              <tr key={field}>
                <th scope="row">{field}</th>
                <td>{was === '' ? '—' : <del>{was}</del>}</td>
                <td>{is === '' ? '—' : <ins>{is}</ins>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}

const Edit = ({ request, type }: { readonly request: Request; readonly type: RequestType }) => {
  const { say, language } = useSay(words)
  const { say: sayOwn } = useSay(own)
  const navigate = useNavigate()
  const client = useQueryClient()
  const initial = valuesOf(request, (place) => fill(say.evidenceNumber, { number: place + 1 }))
  const send = async (values: RequestValues) => {
    await post('/requests/{id}/resubmit', {
      path: { id: request.id },
      body: correctionOf(type, { ...initial, ...values }),
    })
    await client.invalidateQueries()
    navigate(`/request/${encodeURIComponent(request.id)}`, { state: { sent: true } })
  }
  return (
    <>
      <Notice tone="wait" title={sayOwn.returned}>
        {reasonsOfReturn(request).map(({ at, reason, actorName }) => (
          <p key={at}>{labelled(actorName, reason ?? '', language)}</p>
        ))}
      </Notice>
      <RequestForm
        type={type}
        initial={initial}
        before={request}
        draft={`edit ${request.id} ${request.round}`}
        picksPerson={false}
        label={say.resend}
        send={send}
      >
        {(values) => <Changes before={initial} after={values} />}
      </RequestForm>
    </>
  )
}

/** A returned request, to be corrected: why it came back on top, what changes at the end. */
export const EditRequestPage = () => {
  const { id = '' } = useParams()
  const { say } = useSay(own)
  const found = useQuery({
    queryKey: ['/requests', id],
    queryFn: () => get('/requests/{id}', { path: { id } }),
  })
  return (
    <>
      <PageHead
        title={say.title}
        back={{ to: `/request/${encodeURIComponent(id)}`, label: say.back }}
        lead={found.data && <p>{found.data.title}</p>}
      />
      <Answer of={found}>
        {(request) => {
          const type = requestTypes.find((one) => one === request.type)
          if (type === undefined) return <Empty>{say.import}</Empty>
          const isReturned =
            request.status === 'returned' || request.lines.some(({ status }) => status === 'returned')
          return isReturned ? <Edit request={request} type={type} /> : <Empty>{say.notReturned}</Empty>
        }}
      </Answer>
    </>
  )
}
