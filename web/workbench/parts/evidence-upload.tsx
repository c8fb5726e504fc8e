import { useMutation } from '@tanstack/react-query'
import { Button, Progress } from 'antd'
import { type RefObject, useId, useRef, useState } from 'react'
import { fetchFile, ProblemError, sendProof } from '../../shared/api/client.ts'
import type { Request } from '../../shared/api/types.gen.ts'
import { useSay } from '../preferences.tsx'
import { ProblemNotice } from './notice.tsx'
import { needsMaking } from './photograph.ts'

const LIMIT = 10 * 1024 * 1024
const TYPES = ['application/pdf', 'image/png', 'image/jpeg']

/** A proof that has been uploaded, by the name that its file had here. */
export interface Proof {
  readonly id: string
  readonly name: string
}

const words = {
  zh: {
    choose: '选择文件',
    hint: '结业证书、通知、照片等：PDF、PNG、JPEG，每个不超过 10 MB；更大的照片会先缩小。可以拖到这里。',
    making: '正在缩小 {name}…',
    ofd: '“{name}”是 OFD 文件，请先转换：用 WPS 或 OFD 阅读器打开，选择“导出为 PDF”或“打印到 PDF”，再上传 PDF。',
    heic: '“{name}”是 HEIC 照片，这个浏览器读不了：请在手机上用“设置 › 相机 › 格式 › 兼容性最佳”重新拍照，或把照片发到电脑后另存为 JPEG，再上传。',
    tooLarge: '“{name}”有 {size} MB，超过 10 MB。可以压缩后再上传，或者分成几个文件。',
    wrongType: '“{name}”不是 PDF、PNG 或 JPEG 文件，请转换后再上传。',
    failed: '“{name}”没有传上去。',
    retry: '重新上传',
    remove: '移除',
    view: '查看',
    uploading: '正在上传 {name}',
    unsent: '还有文件没有传完：请等它传完，或者重新上传、移除。',
  },
  en: {
    choose: 'Choose files',
    hint: 'Certificates, notices, photographs: PDF, PNG or JPEG, at most 10 MB each; larger photographs are made smaller first. You may drop them here.',
    making: 'Making {name} smaller…',
    ofd: '“{name}” is an OFD file. Open it in WPS or an OFD reader, export or print it as a PDF, and send that.',
    heic: '“{name}” is a HEIC photograph, which this browser cannot read. Take it again with the camera set to “Most Compatible”, or save it as a JPEG, and send that.',
    tooLarge: '“{name}” has {size} MB, more than 10 MB. Compress it, or split it.',
    wrongType: '“{name}” is no PDF, PNG or JPEG. Please convert it first.',
    failed: '“{name}” was not uploaded.',
    retry: 'Try again',
    remove: 'Remove',
    view: 'View',
    uploading: 'Uploading {name}',
    unsent: 'A file has not arrived yet: wait for it, try it again, or remove it.',
  },
} as const

interface Sending {
  readonly file: File
  readonly part: number
  readonly error?: string
}

/** For a form: the files that have not arrived, and the rule that it is not sent before they have. */
export const useUnsent = () => {
  const { say } = useSay(words)
  const files = useRef<Set<File>>(new Set())
  const rule = {
    validator: async () => {
      if (files.current.size > 0) throw new Error(say.unsent)
    },
  }
  return { files, rule }
}

export interface EvidenceUploadProps {
  /** The id of the field, for its label and for the summary of faults. */
  readonly id?: string
  readonly value?: readonly Proof[]
  readonly onChange?: (value: readonly Proof[]) => void
  /** The files under way and those that failed; this component keeps the set. */
  readonly unsent: RefObject<Set<File>>
  /** What may be chosen here, where it is not proofs. */
  readonly hint?: string
  /** The request that is corrected: what it holds already can be looked at. */
  readonly before?: Pick<Request, 'id' | 'evidence'> | undefined
}

/** Proofs, each with its progress, a look at it, and another try. Made to stand in a form's field. */
export const EvidenceUpload = ({
  id,
  value = [],
  onChange,
  unsent,
  before,
  hint: said,
}: EvidenceUploadProps) => {
  const { say } = useSay(words)
  const [sending, setSending] = useState<readonly Sending[]>([])
  const [previews, setPreviews] = useState<Readonly<Record<string, string>>>({})
  const [refused, setRefused] = useState<readonly string[]>([])
  const [making, setMaking] = useState<string>()
  const picker = useRef<HTMLInputElement>(null)
  const done = useRef(value)
  done.current = value
  const hint = useId()
  // A mutation: where the session has ended it leads to the sign-in and back (queries.ts).
  const upload = useMutation({
    mutationFn: (file: File) => sendProof(file, (part) => mark(file, { part })),
  })

  const change = (proofs: readonly Proof[]) => {
    done.current = proofs
    onChange?.(proofs)
  }
  const mark = (file: File, more: Partial<Sending>) =>
    setSending((all) => all.map((one) => (one.file === file ? { ...one, ...more } : one)))
  const forget = (file: File) => {
    unsent.current.delete(file)
    setSending((all) => all.filter((one) => one.file !== file))
  }
  const send = async (file: File) => {
    unsent.current.add(file)
    setSending((all) => [...all.filter((one) => one.file !== file), { file, part: 0 }])
    try {
      const { id: evidence } = await upload.mutateAsync(file)
      forget(file)
      setPreviews((all) => ({ ...all, [evidence]: URL.createObjectURL(file) }))
      if (done.current.every((proof) => proof.id !== evidence))
        change([...done.current, { id: evidence, name: file.name }])
    } catch (error) {
      const why = error instanceof ProblemError && error.message !== '' ? error.message : ''
      mark(file, { error: `${say.failed.replace('{name}', file.name)} ${why}` })
    }
  }
  /** Why a file is not sent; undefined: it may be. */
  const faultOf = ({ name, size, type }: File): string | undefined => {
    const said = (text: string) => text.replace('{name}', name)
    if (/\.ofd$/i.test(name)) return said(say.ofd)
    if (/\.hei[cf]$/i.test(name)) return said(say.heic)
    if (!TYPES.includes(type)) return said(say.wrongType)
    if (size > LIMIT) return said(say.tooLarge).replace('{size}', (size / 1024 / 1024).toFixed(1))
    return undefined
  }
  const take = async (files: readonly File[]) => {
    const faults: string[] = []
    setRefused(faults)
    for (const chosen of files) {
      let file = chosen
      if (needsMaking(chosen, LIMIT)) {
        // The form waits for it as for a file that is under way.
        unsent.current.add(chosen)
        setMaking(chosen.name)
        // Loaded when it is needed: few photographs are that large.
        const { smallerPicture } = await import('./smaller-picture.ts')
        file = (await smallerPicture(chosen, LIMIT)) ?? chosen
        unsent.current.delete(chosen)
        setMaking(undefined)
      }
      const fault = faultOf(file)
      if (fault === undefined) void send(file)
      else faults.push(fault)
    }
    setRefused([...faults])
  }

  const opening = useMutation({
    mutationFn: async (evidence: string) => {
      const { url } = await fetchFile('/requests/{id}/evidence/{evidence}', {
        path: { id: before?.id ?? '', evidence },
      })
      setPreviews((all) => ({ ...all, [evidence]: url }))
      window.open(url, '_blank', 'noopener')
    },
  })

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button within does the same without a mouse
    <div
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        void take([...event.dataTransfer.files])
      }}
    >
      <input
        ref={picker}
        hidden
        type="file"
        multiple
        accept={[...TYPES, '.heic', '.heif', '.ofd'].join(',')}
        tabIndex={-1}
        onChange={({ target }) => {
          void take([...(target.files ?? [])])
          target.value = ''
        }}
      />
      <Button id={id} aria-describedby={hint} onClick={() => picker.current?.click()}>
        {say.choose}
      </Button>
      <p id={hint} className="quiet">
        {said ?? say.hint}
      </p>
      {opening.isError && <ProblemNotice error={opening.error} />}
      {making !== undefined && <p role="status">{say.making.replace('{name}', making)}</p>}
      {refused.length > 0 && (
        <div role="alert">
          {refused.map((text) => (
            <p className="fault" key={text}>
              {text}
            </p>
          ))}
        </div>
      )}
      <ul className="plain files">
        {value.map((proof) => (
          <li key={proof.id}>
            <span>{proof.name}</span>
            <span className="actions">
              {previews[proof.id] !== undefined ? (
                <a href={previews[proof.id]} target="_blank" rel="noopener">
                  {say.view}
                </a>
              ) : (
                before?.evidence.some((held) => held.id === proof.id) && (
                  <Button
                    size="small"
                    aria-label={`${say.view} ${proof.name}`}
                    loading={opening.isPending && opening.variables === proof.id}
                    onClick={() => opening.mutate(proof.id)}
                  >
                    {say.view}
                  </Button>
                )
              )}
              <Button
                size="small"
                aria-label={`${say.remove} ${proof.name}`}
                onClick={() => change(value.filter(({ id: one }) => one !== proof.id))}
              >
                {say.remove}
              </Button>
            </span>
          </li>
        ))}
        {sending.map(({ file, part, error }) => (
          <li key={`${file.name} ${file.lastModified} ${file.size}`}>
            {error === undefined ? (
              <>
                <span>{file.name}</span>
                <Progress
                  percent={Math.round(part * 100)}
                  aria-label={say.uploading.replace('{name}', file.name)}
                />
              </>
            ) : (
              <>
                <span className="fault" role="alert">
                  {error}
                </span>
                <span className="actions">
                  <Button size="small" onClick={() => void send(file)}>
                    {say.retry}
                  </Button>
                  <Button
                    size="small"
                    aria-label={`${say.remove} ${file.name}`}
                    onClick={() => {
                      forget(file)
                      // Validates the field again: every file may have arrived.
                      change([...done.current])
                    }}
                  >
                    {say.remove}
                  </Button>
                </span>
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
