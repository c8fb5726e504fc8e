import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useEffect, useId, useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { ProblemError, post } from '../../shared/api/client.ts'
import type { AttendClassResponse } from '../../shared/api/types.gen.ts'
import { useMe } from '../me.ts'
import { Notice, ProblemNotice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Panel } from '../parts/panel.tsx'
import { useSay } from '../preferences.tsx'
import { classQuery, useClassesAgain } from './class-query.ts'
import { keptScans, sendScan } from './kept-scan.ts'
import { scanWords } from './scan-words.ts'

/** How often what is kept is sent anew while the page is open, in milliseconds: telephones do not always tell. */
const AGAIN_MS = 15_000

/** What came of a scan, in a sentence. */
const Came = ({ of: { presence } }: { readonly of: AttendClassResponse }) => {
  const { say } = useSay(scanWords)
  if (presence === 'present') return <Notice tone="good" title={say.present} />
  const isLate = presence === 'to_confirm'
  return (
    <Notice tone={isLate ? 'wait' : 'bad'} title={isLate ? say.toConfirm : say.absent}>
      <p>{isLate ? say.toConfirmText : say.absentText}</p>
    </Notice>
  )
}

const Refused = ({ error }: { readonly error: unknown }) => {
  const { say } = useSay(scanWords)
  if (!(error instanceof ProblemError) || error.code !== 'CODE_EXPIRED')
    return <ProblemNotice error={error} />
  return (
    <Notice tone="bad" title={say.over}>
      <p>{say.overText}</p>
    </Notice>
  )
}

const useScan = (id: string) => {
  const kept = keptScans(localStorage, useMe().id, id)
  const again = useClassesAgain()
  const [waiting, setWaiting] = useState(() => kept.all().length)
  const sending = useMutation({
    mutationFn: (code: string) =>
      sendScan(kept, code, (scanned) =>
        post('/classes/{id}/attendances', { path: { id }, body: { code: scanned } }),
      ),
    // Not waited for: a network that comes back while the page is read anew would be missed.
    onSettled: () => {
      setWaiting(kept.all().length)
      void again()
    },
  })
  const { mutate, isPending } = sending
  const sendKept = () => {
    const [code] = kept.all()
    if (code !== undefined && !isPending) mutate(code)
  }
  return { sending, waiting, sendKept }
}

/**
 * Attends by a code: it is sent by the person's own press, because opening an address changes nothing. A code that
 * could not be sent is kept, and goes by itself once there is a network.
 */
export const AttendPage = () => {
  const { say } = useSay(scanWords)
  const { id = '' } = useParams()
  const [query] = useSearchParams()
  const field = useId()
  const [code, setCode] = useState(query.get('code') ?? '')
  const training = useQuery(classQuery(id))
  const { sending, waiting, sendKept } = useScan(id)
  useEffect(() => {
    if (waiting === 0) return
    window.addEventListener('online', sendKept)
    const timer = setInterval(sendKept, AGAIN_MS)
    return () => {
      window.removeEventListener('online', sendKept)
      clearInterval(timer)
    }
  })
  const isOver = sending.isSuccess
  return (
    <>
      <PageHead
        title={say.attendTitle}
        back={{ to: `/classes/${id}`, label: say.back }}
        lead={<p>{say.attendLead}</p>}
      />
      {waiting > 0 ? (
        <Notice tone="wait" title={say.kept} actions={<Button onClick={sendKept}>{say.sendNow}</Button>}>
          <p>{say.keptText}</p>
        </Notice>
      ) : (
        sending.isError && <Refused error={sending.error} />
      )}
      {isOver && <Came of={sending.data} />}
      {!isOver && (
        <Panel title={training.data?.title ?? say.attendTitle}>
          <form
            onSubmit={(event) => {
              event.preventDefault()
              if (code.trim() !== '' && !sending.isPending) sending.mutate(code.trim())
            }}
          >
            <div className="field">
              <label htmlFor={field}>{say.code}</label>
              <Input
                id={field}
                value={code}
                maxLength={200}
                autoCapitalize="none"
                autoComplete="off"
                spellCheck={false}
                aria-describedby={`${field}-hint`}
                onChange={({ target }) => setCode(target.value)}
              />
              <p id={`${field}-hint`} className="quiet">
                {say.codeHint}
              </p>
            </div>
            <p className="actions">
              <Button
                type="primary"
                size="large"
                htmlType="submit"
                disabled={code.trim() === ''}
                // What is kept goes by itself, and asks for no attention.
                loading={sending.isPending && waiting === 0}
              >
                {say.attend}
              </Button>
            </p>
          </form>
        </Panel>
      )}
    </>
  )
}
