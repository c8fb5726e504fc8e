import { useQuery } from '@tanstack/react-query'
import { QRCode } from 'antd'
import { useParams } from 'react-router'
import { get } from '../../shared/api/client.ts'
import type { TrainingClass } from '../../shared/api/types.gen.ts'
import { withQuery } from '../../shared/with-query.ts'
import { Answer } from '../parts/answer.tsx'
import { ProblemNotice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useSay } from '../preferences.tsx'
import { type Session, sessionText } from './class-marks.tsx'
import { classQuery } from './class-query.ts'
import styles from './classes.module.css'
import { NoSession } from './no-session.tsx'
import { scanWords } from './scan-words.ts'

/** After a missed answer, or when a code is just over: asked for again no sooner, in milliseconds. */
const SOONEST_MS = 1_000

const Code = ({ of: training, session }: { readonly of: TrainingClass; readonly session: Session }) => {
  const { say, language } = useSay(scanWords)
  const { id, title } = training
  const query = useQuery({
    queryKey: ['/classes', id, 'code', session.id],
    queryFn: () => get('/classes/{id}/code', { path: { id }, query: { session: session.id } }),
    // The next code is fetched when it begins; a screen that stands behind other windows shows no old one.
    refetchInterval: ({ state }) =>
      state.error === null ? Math.max(SOONEST_MS, state.data?.changesIn ?? SOONEST_MS) : SOONEST_MS * 5,
    refetchIntervalInBackground: true,
    gcTime: 0,
  })
  const code = query.isError ? undefined : query.data?.code
  return (
    <>
      <PageHead
        title={`${say.codeTitle} · ${title}`}
        back={{ to: `/classes/${id}`, label: say.back }}
        lead={
          <p>
            {sessionText(session, language)} · {session.course}
          </p>
        }
      />
      {query.isError && <ProblemNotice error={query.error} again={() => void query.refetch()} />}
      {code !== undefined && (
        <div className={styles.screen}>
          <p className="strong">{say.codeLead}</p>
          <div className={styles.code}>
            <QRCode
              type="svg"
              style={{ width: '100%', height: '100%' }}
              value={`${location.origin}${withQuery(`/classes/${encodeURIComponent(id)}/attend`, { code })}`}
              aria-label={say.codeTitle}
            />
          </div>
          <p className="quiet">{say.codeText}</p>
          <p>
            <code>{code}</code>
          </p>
        </div>
      )}
    </>
  )
}

/** The screen of a session: the code that counts now, large enough for the last row. */
export const CodePage = () => {
  const { id = '', n } = useParams()
  const query = useQuery(classQuery(id))
  return (
    <Answer of={query}>
      {(training) => {
        const session = training.sessions[Number(n) - 1]
        return session === undefined ? <NoSession id={id} /> : <Code of={training} session={session} />
      }}
    </Answer>
  )
}
