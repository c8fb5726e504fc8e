import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import type { Import } from '../../shared/api/types.gen.ts'
import { withQuery } from '../../shared/with-query.ts'
import { Notice } from '../parts/notice.tsx'
import { fill, useSay } from '../preferences.tsx'
import { words } from './import-words.ts'
import styles from './institution.module.css'

export interface ImportOutcomeProps {
  readonly of: Import
  readonly institution: string
  readonly isBusy: boolean
  /** Sends the same file again, for the rows that are left. */
  readonly goOn: () => void
}

/** How many invitations went out, and how many did not, of what was to be sent. */
export const Invited = ({
  invitations,
  invited,
  isWhole,
}: {
  readonly invitations: number
  readonly invited: number
  readonly isWhole: boolean
}) => {
  const { say } = useSay(words)
  if (invitations === 0) return null
  return (
    <>
      <p>{fill(say.invitedText, { count: invited })}</p>
      {isWhole && invited < invitations && <p>{fill(say.uninvitedText, { count: invitations - invited })}</p>}
    </>
  )
}

/** What was entered, what was there already, what is left, and where it is seen. It takes the focus. */
export const ImportOutcome = ({ of: done, institution, isBusy, goOn }: ImportOutcomeProps) => {
  const { say } = useSay(words)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (done) box.current?.focus()
  }, [done])
  const { kind, applied, unchanged, failed, remaining, request, requests } = done
  const { invitations, invited } = done
  return (
    <div ref={box} tabIndex={-1} className={styles.preview}>
      <Notice
        tone={remaining > 0 ? 'wait' : 'good'}
        title={
          kind === 'roster' && request === null
            ? fill(say.remainingText, { count: remaining })
            : fill(say[`applied_${kind}`], { applied })
        }
        actions={
          <>
            {remaining > 0 && (
              <Button type="primary" loading={isBusy} onClick={goOn}>
                {fill(say.goOn, { count: remaining })}
              </Button>
            )}
            {request ? (
              <Link className="button" to={`/request/${encodeURIComponent(request.id)}`}>
                {say.seeRequest}
              </Link>
            ) : (
              <Link className="button" to={withQuery('/persons', { institution })}>
                {say.seeRegister}
              </Link>
            )}
          </>
        }
      >
        {(kind === 'history' || requests.length > 1) && (
          <ul>
            {requests.map(({ id, title }) => (
              <li key={id}>
                <Link to={`/request/${encodeURIComponent(id)}`}>{title}</Link>
              </li>
            ))}
          </ul>
        )}
        {kind !== 'roster' && unchanged > 0 && <p>{fill(say.unchangedText, { count: unchanged })}</p>}
        <Invited invitations={invitations} invited={invited} isWhole={remaining === 0} />
        {failed > 0 && <p>{fill(say.followsLeft, { failed })}</p>}
        {remaining > 0 && kind !== 'roster' && <p>{fill(say.remainingText, { count: remaining })}</p>}
        {request && <p>{say.repeatText}</p>}
      </Notice>
    </div>
  )
}
