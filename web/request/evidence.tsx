import { useEffect, useState } from 'react'
import { fetchFile, ProblemError } from '../shared/api/client.ts'
import type { Request } from '../shared/api/types.gen.ts'
import { fill } from '../shared/fill.ts'
import { useWords } from './language.ts'
import { ProblemNotice } from './notice.tsx'
import styles from './request.module.css'

type Shown =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: unknown }
  | { readonly state: 'there'; readonly url: string; readonly type: string }

/** One proof, fetched with the session and shown where the browser can. */
const Preview = ({
  request,
  evidence,
  name,
  leave,
}: {
  readonly request: string
  readonly evidence: string
  readonly name: string
  readonly leave: () => void
}) => {
  const { say } = useWords()
  const [shown, setShown] = useState<Shown>({ state: 'loading' })
  const [attempt, setAttempt] = useState(1)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt fetches it anew
  useEffect(() => {
    let url: string | undefined
    let isGone = false
    setShown({ state: 'loading' })
    fetchFile('/requests/{id}/evidence/{evidence}', { path: { id: request, evidence } }).then(
      (file) => {
        url = file.url
        if (isGone) URL.revokeObjectURL(file.url)
        else setShown({ state: 'there', ...file })
      },
      (error: unknown) => {
        if (isGone) return
        if (error instanceof ProblemError && error.status === 401) leave()
        else setShown({ state: 'failed', error })
      },
    )
    return () => {
      isGone = true
      if (url !== undefined) URL.revokeObjectURL(url)
    }
  }, [request, evidence, attempt, leave])
  if (shown.state === 'loading') return <p role="status">{say.loading}</p>
  if (shown.state === 'failed')
    return <ProblemNotice error={shown.error} again={() => setAttempt(attempt + 1)} />
  const { url, type } = shown
  return (
    <figure className={styles.preview}>
      {type.startsWith('image/') && <img src={url} alt={name} />}
      {type === 'application/pdf' && navigator.pdfViewerEnabled && (
        <iframe src={`${url}#navpanes=0`} title={name} />
      )}
      <figcaption>
        {name}{' '}
        <a href={url} target="_blank" rel="noreferrer">
          {say.openApart}
        </a>{' '}
        <a href={url} download={name}>
          {say.save}
        </a>
      </figcaption>
    </figure>
  )
}

const sizeOf = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`

/** The proofs of a request; one at a time is shown, beside the decision. */
export const Evidence = ({
  request,
  leave,
  isFirstShown = false,
}: {
  readonly request: Request
  /** Called when the session has ended: goes to the sign-in. */
  readonly leave: () => void
  /** Where there is room for it beside the rest. */
  readonly isFirstShown?: boolean
}) => {
  const { say } = useWords()
  const [looked, setLooked] = useState(isFirstShown ? request.evidence[0]?.id : undefined)
  if (request.evidence.length === 0) return <p className="quiet">{say.noEvidence}</p>
  const nameOf = (place: number) => fill(say.file, { number: place + 1 })
  return (
    <>
      <ul className="files">
        {request.evidence.map(({ id, type, size }, place) => (
          <li key={id}>
            <span>
              {nameOf(place)}{' '}
              <span className="quiet">
                {type.split('/').at(-1)?.toUpperCase()}, {sizeOf(size)}
              </span>
            </span>
            <button
              type="button"
              className="small"
              aria-expanded={looked === id}
              aria-label={`${say.view} ${nameOf(place)}`}
              onClick={() => setLooked(looked === id ? undefined : id)}
            >
              {say.view}
            </button>
          </li>
        ))}
      </ul>
      {request.evidence.map(({ id }, place) =>
        id === looked ? (
          <Preview key={id} request={request.id} evidence={id} name={nameOf(place)} leave={leave} />
        ) : null,
      )}
    </>
  )
}
