import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Form } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Request } from '../../shared/api/types.gen.ts'
import { useMe } from '../me.ts'
import { useDraft } from '../parts/draft.ts'
import { EvidenceUpload } from '../parts/evidence-upload.tsx'
import { FaultSummary, type FieldFault, fieldFaults } from '../parts/fault-summary.tsx'
import { Panel } from '../parts/panel.tsx'
import { PersonPicker } from '../parts/person-picker.tsx'
import { fill, useSay } from '../preferences.tsx'
import { ledgerQuery } from '../staff/ledger-query.ts'
import '../visitor/calculator.css'
import { fieldOf, type RequestType, type RequestValues } from './request-values.ts'
import './requests.css'
import { TypeFields } from './type-fields.tsx'
import { words } from './words.ts'

const FORM = 'request'
/** Which types are nothing without a proof. */
const needsEvidence = (type: RequestType): boolean => type === 'deemed'

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
  const { say } = useSay(words)
  const me = useMe()
  const [form] = Form.useForm<RequestValues>()
  const draft = useDraft<RequestValues>(name, form)
  const [faults, setFaults] = useState<readonly FieldFault[]>([])
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const staffId: string | undefined = Form.useWatch('staffId', form) ?? initial.staffId
  const values: RequestValues = Form.useWatch([], form) ?? initial
  const ledger = useQuery({ ...ledgerQuery(staffId ?? ''), enabled: staffId !== undefined })

  const submit = async () => {
    if (isBusy) return
    setBusy(true)
    setFaults([])
    setError(undefined)
    try {
      await send(form.getFieldsValue(true))
      draft.drop()
    } catch (fault) {
      const found = fieldFaults(fault, (pointer) => fieldOf(FORM, pointer))
      if (found) setFaults(found)
      else setError(fault)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Form<RequestValues>
      form={form}
      name={FORM}
      layout="vertical"
      initialValues={initial}
      onValuesChange={draft.save}
      onFinish={() => void submit()}
      onFinishFailed={({ errorFields }) =>
        setFaults(
          errorFields.map(({ name: path, errors }) => ({
            field: `${FORM}_${path.join('_')}`,
            text: errors[0] ?? '',
          })),
        )
      }
    >
      {draft.isRestored && (
        <Alert
          className="restored"
          type="info"
          title={say.restored}
          action={
            <Button
              size="small"
              onClick={() => {
                draft.drop()
                form.resetFields()
              }}
            >
              {say.startAnew}
            </Button>
          }
        />
      )}
      <FaultSummary faults={faults} error={error} />
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
          <p className="strong">{ledger.data?.name ?? me.name}</p>
        )}
      </Panel>
      <TypeFields type={type} ledger={ledger.data} before={before} />
      <Panel title={say.evidence}>
        <Form.Item
          name="evidence"
          label={<span className="visually-hidden">{say.evidence}</span>}
          rules={
            needsEvidence(type)
              ? [
                  {
                    validator: async (_, proofs: readonly unknown[] | undefined) => {
                      if ((proofs?.length ?? 0) === 0) throw new Error(say.missingEvidence)
                    },
                  },
                ]
              : []
          }
        >
          <EvidenceUpload />
        </Form.Item>
      </Panel>
      {children?.(values)}
      <p className="actions">
        <Button type="primary" size="large" htmlType="submit" loading={isBusy}>
          {label}
        </Button>
      </p>
    </Form>
  )
}
