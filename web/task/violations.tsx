import { useEffect, useState } from 'react'
import { get } from '../shared/api/client.ts'
import type { ListViolationsResponse, MeResponse, ReadTaskResponse } from '../shared/api/types.gen.ts'
import { Cited } from '../shared/cited.tsx'
import { day } from '../shared/dates.ts'
import { fill } from '../shared/fill.ts'
import { articleText } from '../shared/terms.ts'
import { useWords } from './language.tsx'
import styles from './task.module.css'

interface Props {
  readonly task: ReadTaskResponse
  readonly me: MeResponse
}

/** In the place of the violations: that they could not be read, and what to do. */
export const UnreadViolations = () => {
  const { say } = useWords()
  return (
    <p className={styles.card} role="alert">
      {say.violationsUnread}
    </p>
  )
}

/**
 * What was confirmed of the person and has not expired (Art. 32), for departments and authorities that decide here. It
 * informs: where it can't be read that is said, for nothing on record and nothing read are not the same to who decides.
 */
export const Violations = ({ task, me }: Props) => {
  const { language, say } = useWords()
  const [found, setFound] = useState<ListViolationsResponse['items'] | 'unread'>([])
  const { staffId } = task.request
  const decides = task.stage !== 'institution' && me.staffId !== staffId
  useEffect(() => {
    if (staffId === null || !decides) return
    get('/staff/{id}/violations', { path: { id: staffId } }).then(
      ({ items }) => setFound(items),
      () => setFound('unread'),
    )
  }, [staffId, decides])
  if (found === 'unread') return <UnreadViolations />
  if (found.length === 0) return null
  return (
    <section className={styles.card} aria-labelledby="violations">
      <h2 id="violations">{say.violations}</h2>
      <p className="quiet">{say.violationsNote}</p>
      <ul>
        {found.map(({ id, text, article, expiresOn }) => (
          <li key={id}>
            {text} {article !== null && <Cited>{articleText(article, language)}</Cited>}{' '}
            {expiresOn !== null && fill(say.violationUntil, { day: day(expiresOn, language) })}
          </li>
        ))}
      </ul>
    </section>
  )
}
