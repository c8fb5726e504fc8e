import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Form, type FormInstance } from 'antd'
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react'
import { Link } from 'react-router'
import { get, ProblemError } from '../../shared/api/client.ts'
import type { Request } from '../../shared/api/types.gen.ts'
import { term } from '../../shared/terms.ts'
import { useMe } from '../me.ts'
import { useDraft } from '../parts/draft.ts'
import { EvidenceUpload, useUnsent } from '../parts/evidence-upload.tsx'
import { Facts } from '../parts/facts.tsx'
import { FaultSummary, type FieldFault, fieldId, formFaults } from '../parts/fault-summary.tsx'
import { Loading } from '../parts/loading.tsx'
import { Notice } from '../parts/notice.tsx'
import { Panel } from '../parts/panel.tsx'
import { ledgerQuery } from '../person/ledger-query.ts'
import { PersonPicker } from '../person/person-picker.tsx'
import { fill, useSay } from '../preferences.tsx'
import { CorrectedContext, correctedFrom } from './corrected.tsx'
import { fieldOf, type RequestType, type RequestValues } from './request-values.ts'
import styles from './requests.module.css'
import { words } from './words.ts'

/** Loaded while the page already shows whom the request is about. */
const TypeFields = lazy(async () => ({ default: (await import('./type-fields.tsx')).TypeFields }))

const FORM = 'request'
type FieldPath = NonNullable<Parameters<FormInstance<RequestValues>['setFields']>[0][number]['name']>
/** Types that need a proof. */
const needsEvidence = (type: RequestType): boolean =>
  type === 'deemed' || type === 'justified_reason' || type === 'record_change'

export interface RequestFormProps {
  readonly type: RequestType
  readonly initial: RequestValues
  /** The request that is corrected; undefined for a new one. */
  readonly before?: Request
  /** Under which name the draft is kept. */
  readonly draft: string
  /** Someone who may file for others picks the person. */
  readonly picksPerson: boolean
  readonly label: string
  readonly send: (values: RequestValues) => Promise<void>
  /** What stands before the button, such as the changes. */
  readonly children?: (values: RequestValues) => ReactNode
}

/** The form of every request: saves itself, keeps what was typed, and says all its faults at once. */
export const RequestForm = (props: RequestFormProps) => {
  const { type, initial, before, draft: name, picksPerson, label, send, children } = props
  const { say, language } = useSay(words)
  const me = useMe()
  const [form] = Form.useForm<RequestValues>()
  const draft = useDraft<RequestValues>(name, form)
  const corrected = useMemo(() => correctedFrom(before), [before])
  const unsent = useUnsent()
  const papers = useUnsent()
  const [opensPapers, addPapers] = useState(false)
  const [faults, setFaults] = useState<readonly FieldFault[]>([])
  // A mutation: where the session has ended it leads to the sign-in and back (queries.ts), and the draft is still there.
  const sending = useMutation({
    mutationFn: send,
    onSuccess: draft.drop,
    onError: (error) => {
      const found = error instanceof ProblemError ? error.faults : []
      form.setFields(
        [...Map.groupBy(found, ({ pointer }) => fieldOf(pointer).join('_')).values()].flatMap((faults) =>
          faults.slice(0, 1).map(({ pointer }) => ({
            name: fieldOf(pointer) as FieldPath,
            errors: faults.map(({ detail }) => detail),
          })),
        ),
      )
      setFaults(
        found.map(({ pointer, detail }) => ({ field: fieldId(FORM, fieldOf(pointer)), text: detail })),
      )
    },
  })
  // The first try arrived, only its answer was lost: the changed form would be another request under its key.
  const isReceived = sending.error instanceof ProblemError && sending.error.code === 'KEY_REUSED'
  const staffId: string | undefined = Form.useWatch('staffId', form) ?? initial.staffId
  const values: RequestValues = Form.useWatch([], form) ?? initial
  const supporting: RequestValues['supporting'] = Form.useWatch('supporting', { form, preserve: true })
  const hasPapers = opensPapers || (supporting ?? initial.supporting ?? []).length > 0
  const person = useQuery({
    queryKey: ['/persons', staffId],
    queryFn: () => get('/persons/{id}', { path: { id: staffId ?? '' } }),
    enabled: staffId !== undefined && !picksPerson,
  })
  const ledger = useQuery({ ...ledgerQuery(staffId ?? ''), enabled: staffId !== undefined })

  return (
    <Form<RequestValues>
      form={form}
      name={FORM}
      layout="vertical"
      initialValues={initial}
      onValuesChange={draft.save}
      onFinish={() => {
        setFaults([])
        if (!sending.isPending) sending.mutate(form.getFieldsValue(true))
      }}
      onFinishFailed={(failed) => {
        sending.reset()
        setFaults(formFaults(FORM, failed))
      }}
    >
      {draft.isRestored && (
        <div className="restored" role="status">
          <p>{say.restored}</p>
          <Button
            size="small"
            onClick={() => {
              draft.drop()
              form.resetFields()
              form.setFieldValue('key', crypto.randomUUID())
            }}
          >
            {say.startAnew}
          </Button>
        </div>
      )}
      {isReceived && (
        <Notice
          tone="wait"
          title={say.received}
          actions={
            <>
              <Link className="button primary" to="/requests">
                {say.seeRequests}
              </Link>
              <Button
                onClick={() => {
                  form.setFieldValue('key', crypto.randomUUID())
                  form.submit()
                }}
              >
                {say.sendAnother}
              </Button>
            </>
          }
        >
          <p>{say.receivedText}</p>
        </Notice>
      )}
      <FaultSummary
        faults={faults}
        error={faults.length === 0 && !isReceived ? (sending.error ?? undefined) : undefined}
      />
      <Panel title={say.person}>
        {picksPerson ? (
          <div className="fields">
            <Form.Item
              name="staffId"
              label={say.personOther}
              rules={[{ required: true, message: fill(say.missingChoice, { field: say.person }) }]}
            >
              <PersonPicker placeholder={say.choosePerson} />
            </Form.Item>
          </div>
        ) : (
          <Facts
            of={[
              [say.name, person.data?.name ?? me.name],
              [say.institution, person.data?.institution.name],
              [say.postType, person.data && term('postType', person.data.postType, language)],
            ]}
          />
        )}
      </Panel>
      <Suspense fallback={<Loading />}>
        <CorrectedContext value={corrected}>
          <TypeFields type={type} ledger={ledger.data} />
        </CorrectedContext>
      </Suspense>
      <Panel title={say.evidence}>
        {corrected.marks.has('evidence') && <p className={styles.marked}>{say.markedProofs}</p>}
        <Form.Item
          name="evidence"
          validateFirst
          rules={[
            unsent.rule,
            {
              validator: async (_, proofs: readonly unknown[] | undefined) => {
                if (needsEvidence(type) && (proofs?.length ?? 0) === 0) throw new Error(say.missingEvidence)
              },
            },
          ]}
        >
          <EvidenceUpload unsent={unsent.files} before={before} />
        </Form.Item>
        {hasPapers ? (
          <Form.Item
            name="supporting"
            label={say.supporting}
            extra={say.supportingHint}
            rules={[papers.rule]}
          >
            <EvidenceUpload unsent={papers.files} before={before} />
          </Form.Item>
        ) : (
          <Button onClick={() => addPapers(true)}>{say.addSupporting}</Button>
        )}
      </Panel>
      {children?.(values)}
      <p className="actions">
        {/* By the button alone: the Enter key in a field should not send a form of this length. */}
        <Button type="primary" size="large" loading={sending.isPending} onClick={() => form.submit()}>
          {label}
        </Button>
      </p>
    </Form>
  )
}
