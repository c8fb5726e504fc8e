import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import { ImportPreview } from '../institution/import-preview.tsx'
import type { Answers } from '../institution/import-questions.tsx'
import type { AnyImport } from '../institution/import-values.ts'
import { words } from '../institution/import-words.ts'
import { FaultSummary, type FieldFault, fieldFaults } from '../parts/fault-summary.tsx'
import { Notice } from '../parts/notice.tsx'
import { Panel } from '../parts/panel.tsx'
import { fill, useSay } from '../preferences.tsx'
import { sendWhole } from './send-whole.ts'
import { SheetChoice } from './sheet-choice.tsx'

export interface Sending {
  readonly file: File
  readonly mode: 'preview' | 'apply'
  readonly answers: Answers
}

export interface FileImportProps {
  readonly title: string
  readonly hint: string
  /** One call with the file: `told` is what of it has been sent, of 1. */
  readonly send: (what: Sending, told: (share: number) => void) => Promise<AnyImport>
  /** What stands where it was entered. */
  readonly see: { readonly to: string; readonly label: string }
  /** What else is to be known once it is entered. */
  readonly after?: (done: AnyImport) => ReactNode
}

const FIELD = 'import_file'

/** Chooses a file, shows what it would do, and enters it whole, with how far that is. */
export const FileImport = ({ title, hint, send, see, after }: FileImportProps) => {
  const { say } = useSay(words)
  const client = useQueryClient()
  const [file, setFile] = useState<File>()
  const [share, setShare] = useState<number>()
  const [preview, setPreview] = useState<AnyImport>()
  const [done, setDone] = useState<AnyImport>()
  const [answers, setAnswers] = useState<Answers>({})
  const [faults, setFaults] = useState<readonly FieldFault[]>([])
  const [error, setError] = useState<unknown>()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (done) box.current?.focus()
  }, [done])
  // A mutation: where the session has ended it leads to the sign-in and back (queries.ts).
  const sending = useMutation({
    mutationFn: async (what: Sending): Promise<AnyImport> => {
      setShare(0)
      try {
        return what.mode === 'preview'
          ? await send(what, setShare)
          : await sendWhole(() => send(what, () => {}), setShare)
      } finally {
        setShare(undefined)
      }
    },
  })
  const anew = () => {
    setPreview(undefined)
    setDone(undefined)
    setAnswers({})
    setFaults([])
    setError(undefined)
  }
  const look = async () => {
    anew()
    if (file === undefined) return setFaults([{ field: FIELD, text: say.missingFile }])
    try {
      setPreview(await sending.mutateAsync({ file, mode: 'preview', answers: {} }))
    } catch (fault) {
      const found = fieldFaults(fault, (pointer) => `import_${pointer.slice(1)}`)
      if (found) setFaults(found)
      else setError(fault)
    }
  }
  const apply = async () => {
    if (file === undefined) return
    const applied = await sending.mutateAsync({ file, mode: 'apply', answers })
    await client.invalidateQueries()
    setPreview(undefined)
    setDone(applied)
  }
  return (
    <>
      <Form layout="vertical" onFinish={() => void look()}>
        <FaultSummary faults={faults} error={error} />
        <Panel title={title}>
          <SheetChoice
            field={FIELD}
            label={say.fileAny}
            hint={hint}
            chosen={file}
            choose={(next) => {
              anew()
              setFile(next)
            }}
            look={say.preview}
            part={share}
            sending={say.working}
          />
        </Panel>
      </Form>
      {preview && <ImportPreview of={preview} answers={answers} choose={setAnswers} apply={apply} />}
      {done && (
        <div ref={box} tabIndex={-1}>
          <Notice
            tone={done.remaining > 0 ? 'wait' : 'good'}
            title={fill(say.applied_persons, { applied: done.applied })}
            actions={
              <>
                {done.remaining > 0 && (
                  <Button
                    type="primary"
                    loading={share !== undefined}
                    onClick={() => void apply().catch(setError)}
                  >
                    {fill(say.goOn, { count: done.remaining })}
                  </Button>
                )}
                <Link className="button" to={see.to}>
                  {see.label}
                </Link>
              </>
            }
          >
            {done.unchanged > 0 && <p>{fill(say.unchangedText, { count: done.unchanged })}</p>}
            {done.failed > 0 && <p>{fill(say.followsLeft, { failed: done.failed })}</p>}
            {done.remaining > 0 && <p>{fill(say.remainingText, { count: done.remaining })}</p>}
            {after?.(done)}
          </Notice>
        </div>
      )}
    </>
  )
}
