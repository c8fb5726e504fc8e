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

const ZOOMS = [1, 1.5, 2, 3, 4] as const

/** A picture that can be enlarged within its frame, and turned: photographs lie on their side. */
const Picture = ({ url, name }: { readonly url: string; readonly name: string }) => {
  const { say } = useWords()
  const [zoom, setZoom] = useState(0)
  const [turns, setTurns] = useState(0)
  const [size, setSize] = useState({ width: 4, height: 3 })
  const isUpright = turns % 2 === 0
  const ratio = isUpright ? size.width / size.height : size.height / size.width
  return (
    <>
      <p className={styles.tools}>
        <button
          type="button"
          className="small"
          disabled={zoom === ZOOMS.length - 1}
          onClick={() => setZoom(zoom + 1)}
        >
          {say.zoomIn}
        </button>
        <button type="button" className="small" disabled={zoom === 0} onClick={() => setZoom(zoom - 1)}>
          {say.zoomOut}
        </button>
        <button type="button" className="small" onClick={() => setTurns((turns + 1) % 4)}>
          {say.turn}
        </button>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse moves an enlarged picture by the arrow keys */}
      <section className={styles.picture} aria-label={name} tabIndex={0}>
        <div style={{ width: `${100 * (ZOOMS[zoom] ?? 1)}%`, aspectRatio: ratio }}>
          <img
            src={url}
            alt={name}
            onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => {
              if (naturalWidth > 0) setSize({ width: naturalWidth, height: naturalHeight })
            }}
            style={{
              width: isUpright ? '100%' : `${(100 * size.width) / size.height}%`,
              transform: `translate(-50%, -50%) rotate(${90 * turns}deg)`,
            }}
          />
        </div>
      </section>
    </>
  )
}

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
      {type.startsWith('image/') && <Picture url={url} name={name} />}
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
  const nameOf = (place: number) => request.evidence[place]?.name ?? fill(say.file, { number: place + 1 })
  return (
    <>
      <ul className="files">
        {request.evidence.map(({ id, type, size, kind }, place) => (
          <li key={id}>
            <span>
              {nameOf(place)}{' '}
              <span className="quiet">
                {type.split('/').at(-1)?.toUpperCase()}, {sizeOf(size)}
                {kind === 'supporting' && ` · ${say.supporting}`}
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
          <div key={id}>
            <Preview request={request.id} evidence={id} name={nameOf(place)} leave={leave} />
            {request.evidence.length > 1 && (
              <p className={styles.tools}>
                <button
                  type="button"
                  disabled={place === 0}
                  onClick={() => setLooked(request.evidence[place - 1]?.id)}
                >
                  {say.previousFile}
                </button>
                <button
                  type="button"
                  disabled={place === request.evidence.length - 1}
                  onClick={() => setLooked(request.evidence[place + 1]?.id)}
                >
                  {say.nextFile}
                </button>
              </p>
            )}
          </div>
        ) : null,
      )}
    </>
  )
}
