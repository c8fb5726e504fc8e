import { useQueryClient } from '@tanstack/react-query'
import { Select } from 'antd'
import { type ReactNode, useId, useRef, useState } from 'react'
import { post } from '../../shared/api/client.ts'
import type { CheckBody, MatterView } from '../../shared/api/types.gen.ts'
import { moment } from '../../shared/dates.ts'
import { Confirm } from '../parts/confirm.tsx'
import { DateField } from '../parts/date-field.tsx'
import { EvidenceUpload, type Proof } from '../parts/evidence-upload.tsx'
import { Panel } from '../parts/panel.tsx'
import { fill, useSay } from '../preferences.tsx'

const words = {
  zh: {
    answerTitle: '您的答复',
    answer: '答复',
    answerFollows: '答复和附件交给核查部门，由没有办理过这件事项的人员核实。',
    files: '证明材料',
    agrees: '本单位意见',
    yes: '同意认定',
    no: '不同意认定',
    title: '核查',
    hint: '内容会随这次操作保存，对方可以看到。',
    until: '期限（最长 90 天）',
    expires: '失效日期（最长三年）',
    entry: '以哪一条更正办结',
    noEntry: '抽查以后还没有更正过这条学时。请先在人员台账页面更正，再回到这里。',
    entryOf: '台账第 {entry} 条，{at}：{reason}',
    fits: '核实属实',
    fitsFollows: '事项办结。已暂停的学时恢复计算。',
    rectify: '要求整改',
    rectifyFollows: '对方在期限内整改并答复。期满不答复的，通知以后暂停学时。',
    corrected: '已在台账更正',
    correctedFollows: '事项办结。平台核对这条更正确实存在，不会自动更正。',
    verify: '验收合格',
    verifyFollows: '事项办结。已暂停的学时恢复计算。',
    again: '重新整改',
    againFollows: '对方在新的期限内再次答复。',
    lift: '恢复学时',
    liftFollows: '暂停的学时从现在起恢复计算，事项继续办理。',
    withdraw: '撤回督办',
    withdrawFollows: '事项办结，对方收到通知。',
    confirm: '认定',
    confirmFollows: '只在单位同意时认定，到期失效。只供办理的人参考，平台不会因此自动处理任何人。',
    dismiss: '不予认定',
    dismissFollows: '事项办结，不留作参考。',
  },
  en: {
    answerTitle: 'Your answer',
    answer: 'Answer',
    answerFollows: 'It goes to the authority, to somebody who did not act in the matter.',
    files: 'Proof',
    agrees: 'The institution',
    yes: 'agrees',
    no: 'does not agree',
    title: 'Check',
    hint: 'Kept with the act; those who were asked can read it.',
    until: 'By (within 90 days)',
    expires: 'Expires (within three years)',
    entry: 'Corrected by which entry',
    noEntry:
      'These hours were not corrected since. Correct them in the person’s ledger first, then come back.',
    entryOf: 'Entry {entry} of the ledger, {at}: {reason}',
    fits: 'It fits',
    fitsFollows: 'The matter ends. Suspended hours count again.',
    rectify: 'Order rectification',
    rectifyFollows: 'To be done and answered by the day. Unanswered, hours are suspended after notice.',
    corrected: 'Corrected in the ledger',
    correctedFollows: 'The matter ends. The platform looks that the correction is there; it makes none.',
    verify: 'Verify',
    verifyFollows: 'The matter ends. Suspended hours count again.',
    again: 'Once more',
    againFollows: 'To be answered again by a new day.',
    lift: 'Let the hours count again',
    liftFollows: 'From now on; the matter goes on.',
    withdraw: 'Withdraw the order',
    withdrawFollows: 'The matter ends, and the body is told.',
    confirm: 'Confirm',
    confirmFollows:
      'Only with the institution’s word, until it expires. It informs those who decide; nothing follows by itself.',
    dismiss: 'Dismiss',
    dismissFollows: 'The matter ends, and informs nobody.',
  },
} as const

interface Props {
  readonly of: MatterView
}

/** Shows how the matter stands after an act. */
const useAfter = ({ id }: MatterView) => {
  const client = useQueryClient()
  return async () => {
    await client.invalidateQueries({ queryKey: ['/inspections'] })
    await client.invalidateQueries({ queryKey: ['/inspections/{id}', id] })
    await client.invalidateQueries({ queryKey: ['/news'] })
  }
}

const Field = ({
  label,
  children,
}: {
  readonly label: string
  readonly children: (id: string) => ReactNode
}) => {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  )
}

/** What whoever was asked says, with files. */
const AnswerActs = ({ of }: Props) => {
  const { say } = useSay(words)
  const after = useAfter(of)
  const unsent = useRef<Set<File>>(new Set())
  const [files, setFiles] = useState<readonly Proof[]>([])
  const [agrees, setAgrees] = useState(true)
  const isWord = of.status === 'with_institution'
  return (
    <Panel title={say.answerTitle}>
      {isWord ? (
        <Field label={say.agrees}>
          {(id) => (
            <Select<'yes' | 'no'>
              id={id}
              value={agrees ? 'yes' : 'no'}
              onChange={(value) => setAgrees(value === 'yes')}
              options={(['yes', 'no'] as const).map((value) => ({ value, label: say[value] }))}
            />
          )}
        </Field>
      ) : (
        <Field label={say.files}>
          {(id) => <EvidenceUpload id={id} value={files} onChange={setFiles} unsent={unsent} />}
        </Field>
      )}
      <Confirm
        label={say.answer}
        title={say.answer}
        follows={<p>{say.answerFollows}</p>}
        reason={{ hint: say.hint, required: true }}
        act={async (text) => {
          await post('/inspections/{id}/answers', {
            path: { id: of.id },
            body: { text, evidence: files.map(({ id }) => id), ...(isWord ? { agrees } : {}) },
          })
          await after()
        }}
      />
    </Panel>
  )
}

type Act = CheckBody['act']

/** The acts that a matter's kind and stage allow. */
const actsOf = ({ kind, status, suspended, institutionAgrees }: MatterView): readonly Act[] => {
  if (kind === 'violation')
    return status === 'answered' && institutionAgrees === true ? ['confirm', 'dismiss'] : ['dismiss']
  const looked: readonly Act[] =
    status === 'answered'
      ? kind === 'sample'
        ? ['fits', 'rectify']
        : ['verify', 'again']
      : status === 'rectified'
        ? ['verify', 'again']
        : []
  if (kind === 'order') return [...looked, 'withdraw']
  return [...looked, suspended ? 'lift' : 'corrected']
}

/** What the authority says of it. */
const CheckActs = ({ of }: Props) => {
  const { say, language } = useSay(words)
  const after = useAfter(of)
  const [until, setUntil] = useState<string | null>(null)
  const corrections = of.sample?.corrections ?? []
  const [chosen, setEntry] = useState<number | null>(null)
  const entry = chosen ?? corrections.at(-1)?.entry ?? null
  const isCorrected = corrections.length > 0
  const acts = actsOf(of)
  const bodyOf = (act: Act, text: string): CheckBody => {
    switch (act) {
      case 'rectify':
      case 'again':
      case 'confirm':
        return { act, until: until ?? '', text }
      case 'corrected':
        return { act, entry: entry ?? 0, text }
      default:
        return { act, text }
    }
  }
  const isDated = acts.some((act) => act === 'rectify' || act === 'again' || act === 'confirm')
  return (
    <Panel title={say.title}>
      {isDated && (
        <Field label={of.kind === 'violation' ? say.expires : say.until}>
          {(id) => <DateField id={id} value={until} onChange={setUntil} />}
        </Field>
      )}
      {acts.includes('corrected') && (
        <Field label={say.entry}>
          {(id) =>
            corrections.length === 0 ? (
              <p id={id} className="quiet">
                {say.noEntry}
              </p>
            ) : (
              <Select<number>
                id={id}
                value={entry}
                onChange={setEntry}
                options={corrections.map((one) => ({
                  value: one.entry,
                  label: fill(say.entryOf, { ...one, at: moment(one.at, language) }),
                }))}
              />
            )
          }
        </Field>
      )}
      <div className="actions">
        {acts
          .filter((act) => act !== 'corrected' || isCorrected)
          .map((act) => (
            <Confirm
              key={act}
              label={say[act]}
              title={say[act]}
              follows={<p>{say[`${act}Follows`]}</p>}
              reason={{ hint: say.hint, required: true }}
              act={async (text) => {
                await post('/inspections/{id}/checks', { path: { id: of.id }, body: bodyOf(act, text) })
                await after()
              }}
            />
          ))}
      </div>
    </Panel>
  )
}

/** What may be done with a matter now, by whoever looks at it. */
export const MatterActs = ({ of }: Props) => (
  <>
    {of.may.answer && <AnswerActs of={of} />}
    {of.may.check && <CheckActs of={of} />}
  </>
)
