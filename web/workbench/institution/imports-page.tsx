import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { postFile } from '../../shared/api/client.ts'
import type { Import } from '../../shared/api/types.gen.ts'
import { withQuery } from '../../shared/with-query.ts'
import { sendWhole } from '../imports/send-whole.ts'
import { SheetChoice } from '../imports/sheet-choice.tsx'
import { Template } from '../imports/template.tsx'
import { seatsOf, useMe } from '../me.ts'
import { Answer } from '../parts/answer.tsx'
import { useDraft } from '../parts/draft.ts'
import { EvidenceUpload, useUnsent } from '../parts/evidence-upload.tsx'
import { FaultSummary, type FieldFault, fieldFaults, formFaults } from '../parts/fault-summary.tsx'
import { Loading } from '../parts/loading.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { SeatChoice } from '../parts/seat-choice.tsx'
import { fill, useSay } from '../preferences.tsx'
import registersStyles from '../registers/registers.module.css'
import type { Answers } from './import-questions.tsx'
import { type ClassValues, classFields, emptyClass, type ImportKind } from './import-values.ts'
import { words } from './import-words.ts'
import { useInstitution, useOrganisation } from './institution.ts'
import './institution.module.css'

/** Loaded when a file has been looked at: its questions weigh as much as the form. */
const ImportPreview = lazy(async () => ({
  default: (await import('./import-preview.tsx')).ImportPreview,
}))

/** Only the roster of a class says something about the class. */
const ClassFields = lazy(async () => ({ default: (await import('./class-fields.tsx')).ClassFields }))

const ImportOutcome = lazy(async () => ({
  default: (await import('./import-outcome.tsx')).ImportOutcome,
}))

const FORM = 'import'

const KINDS = ['persons', 'roster', 'history'] as const

interface Sending {
  readonly file: File
  readonly values: ClassValues
  readonly mode: 'preview' | 'apply'
  readonly answers: Answers
}

const ProofField = ({ label, isNeeded }: { readonly label: string; readonly isNeeded: boolean }) => {
  const { say } = useSay(words)
  const unsent = useUnsent()
  return (
    <Form.Item
      name="evidence"
      label={label}
      validateFirst
      rules={[
        unsent.rule,
        {
          validator: async (_, proofs: readonly unknown[] | undefined) => {
            const count = proofs?.length ?? 0
            if (count > 1 || (isNeeded && count === 0)) throw new Error(say.oneProof)
          },
        },
      ]}
    >
      <EvidenceUpload unsent={unsent.files} />
    </Form.Item>
  )
}

/** The document by which is filed what of people on record takes a confirmation; files without such facts need none. */
const DocumentField = () => {
  const { say } = useSay(words)
  return (
    <details>
      <summary>{say.document}</summary>
      <p>{say.documentText}</p>
      <ProofField label={say.documentFile} isNeeded={false} />
    </details>
  )
}

/** One way of sending the chosen file: as a preview, or to enter what is right. */
const useSending = (kind: ImportKind, institution: string) => {
  const [part, setPart] = useState<number>()
  // A mutation: where the session has ended it leads to the sign-in and back (queries.ts).
  const sending = useMutation({
    mutationFn: async ({ file, values, mode, answers }: Sending): Promise<Import> => {
      // Whoever applies has seen which rows are at fault.
      const query = { kind, mode, institution, ...(mode === 'apply' ? { partial: 'true' } : {}) }
      const body = {
        file,
        ...(kind === 'roster'
          ? classFields(values)
          : kind === 'history'
            ? { evidence: values.evidence?.[0]?.id }
            : { answers: JSON.stringify(answers), evidence: values.evidence?.[0]?.id }),
      }
      setPart(0)
      try {
        const send = (told: (share: number) => void) => postFile('/imports', { query, body }, told)
        return mode === 'preview' || kind === 'history'
          ? await send(setPart)
          : await sendWhole(() => send(() => {}), setPart)
      } finally {
        setPart(undefined)
      }
    },
  })
  return { part, send: (what: Sending) => sending.mutateAsync(what) }
}

interface ImportFormProps {
  readonly kind: ImportKind
  readonly institution: string
}

const ImportForm = ({ kind, institution }: ImportFormProps) => {
  const { say } = useSay(words)
  const client = useQueryClient()
  const [form] = Form.useForm<ClassValues>()
  const draft = useDraft<ClassValues>(`import ${kind} ${institution}`, form)
  const { part, send } = useSending(kind, institution)
  const [file, setFile] = useState<File>()
  const [preview, setPreview] = useState<Import>()
  const [done, setDone] = useState<Import>()
  const [answers, setAnswers] = useState<Answers>({})
  const [faults, setFaults] = useState<readonly FieldFault[]>([])
  const [error, setError] = useState<unknown>()
  const anew = () => {
    setPreview(undefined)
    setDone(undefined)
    setAnswers({})
    setFaults([])
    setError(undefined)
  }
  const missingFile = { field: `${FORM}_file`, text: say.missingFile }
  const look = async (values: ClassValues) => {
    anew()
    if (file === undefined) return setFaults([missingFile])
    try {
      setPreview(await send({ file, values, mode: 'preview', answers: {} }))
    } catch (fault) {
      const found = fieldFaults(fault, (pointer) =>
        pointer === '/mode' ? `${FORM}_trainingMode` : `${FORM}_${pointer.slice(1)}`,
      )
      if (found) setFaults(found)
      else setError(fault)
    }
  }
  const apply = async () => {
    if (file === undefined) return
    const applied = await send({ file, values: form.getFieldsValue(true), mode: 'apply', answers })
    await client.invalidateQueries()
    draft.drop()
    setPreview(undefined)
    setDone(applied)
  }
  return (
    <>
      <Form<ClassValues>
        form={form}
        name={FORM}
        layout="vertical"
        className={registersStyles.registerForm}
        initialValues={emptyClass}
        onValuesChange={() => {
          draft.save()
          setPreview(undefined)
        }}
        onFinish={(values) => void look(values)}
        onFinishFailed={(failed) => {
          anew()
          setFaults([...formFaults(FORM, failed), ...(file === undefined ? [missingFile] : [])])
        }}
      >
        <FaultSummary faults={faults} error={error} />
        {kind === 'roster' && (
          <Panel title={say.class}>
            <Suspense fallback={<Loading />}>
              <ClassFields />
            </Suspense>
          </Panel>
        )}
        {kind === 'persons' && <DocumentField />}
        {kind === 'history' && (
          <Panel title={say.historyDocument}>
            <ProofField label={say.historyProof} isNeeded />
          </Panel>
        )}
        <Panel title={say[`file_${kind}`]}>
          <SheetChoice
            field={`${FORM}_file`}
            label={say.file}
            hint={kind === 'roster' ? say.fileHint_roster : say.fileHint}
            chosen={file}
            choose={(next) => {
              anew()
              setFile(next)
            }}
            look={say.preview}
            part={part}
            sending={say.sending}
          />
        </Panel>
      </Form>
      {preview && (
        <Suspense fallback={<Loading />}>
          <ImportPreview of={preview} answers={answers} choose={setAnswers} apply={apply} />
        </Suspense>
      )}
      {done && (
        <Suspense fallback={<Loading />}>
          <ImportOutcome
            of={done}
            institution={institution}
            isBusy={part !== undefined}
            goOn={() => void apply().catch(setError)}
          />
        </Suspense>
      )}
    </>
  )
}

/** Imports persons, the roster of a class, or hours of earlier years, from a file: template, preview, and the step that enters it. */
export const ImportsPage = () => {
  const { say } = useSay(words)
  const [query] = useSearchParams()
  const office = seatsOf(useMe(), 'department', 'authority')[0]?.organisation.id
  const own = useInstitution()
  // An office imports the list of a class that it held; of an institution that it keeps, the others too.
  const id = own ?? office
  const institution = useOrganisation(id)
  if (id === undefined)
    return (
      <>
        <PageHead title={say.title} />
        <Empty action={<Link to="/persons">{say.toPersons}</Link>}>{say.none}</Empty>
      </>
    )
  const to = (one: ImportKind) => withQuery('/imports', { institution: query.get('institution'), kind: one })
  return (
    <Answer of={institution}>
      {({ name, kind: of }) => {
        const kinds = of === 'institution' ? KINDS : (['roster'] as const)
        const kind: ImportKind = kinds.find((one) => one === query.get('kind')) ?? kinds[0]
        return (
          <>
            <PageHead
              title={say.title}
              lead={
                <>
                  <p>{say.lead}</p>
                  <p>{fill(of === 'institution' ? say.forInstitution : say.heldBy, { name })}</p>
                </>
              }
              actions={<SeatChoice roles={['institution', 'department', 'authority']} name="institution" />}
            />
            <nav className="tabs" aria-label={say.kinds}>
              {kinds.map((one) => (
                <Link key={one} to={to(one)} aria-current={one === kind ? 'page' : undefined}>
                  {say[one]}
                </Link>
              ))}
            </nav>
            <Template
              kind={kind}
              about={of === 'institution' ? say[`template_${kind}`] : say.template_held}
            />
            <ImportForm key={`${kind} ${id}`} kind={kind} institution={id} />
          </>
        )
      }}
    </Answer>
  )
}
