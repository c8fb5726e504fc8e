import { Input, Select } from 'antd'
import { useState } from 'react'
import { post } from '../../shared/api/client.ts'
import type { QuestionActBody, QuestionView } from '../../shared/api/types.gen.ts'
import { BodyPicker } from '../complaints/body-picker.tsx'
import { articleNumbers } from '../parts/article-numbers.ts'
import { Confirm } from '../parts/confirm.tsx'
import { Field } from '../parts/field.tsx'
import { Panel } from '../parts/panel.tsx'
import { useAfter } from '../parts/use-after.ts'
import { useSay } from '../preferences.tsx'

const words = {
  zh: {
    title: '办理',
    answerText: '答复内容',
    articles: '依据的条款',
    answer: '答复',
    answerFollows: '咨询人会看到这段话，留了邮箱的会收到通知。答复后不能再改。',
    case: '属于个案',
    caseText: '告诉咨询人在哪里办理',
    requestId: '申请编号（选填）',
    refer: '告知按申请办理',
    referFollows: '咨询到此结束，咨询人会看到这段话和申请的链接。',
    other: '转给别的部门',
    office: '转给哪个部门',
    passOn: '转交',
    passFollows: '转交后本部门不再看到。期限不变。',
    publishTitle: '公开为问答',
    question: '问题（隐去姓名和个人情况）',
    answerWords: '答复',
    publish: '公开',
    publishFollows: '所有人都能看到、搜到。请再看一遍：不能出现姓名、单位、联系方式等能认出个人的内容。',
    retract: '撤下公开的问答',
    retractFollows: '不再公开，记录保留。改好后可以再公开。',
    takeOver: '提级办理',
    takeFollows: '转到本部门答复，原部门不再看到。',
    reason: '理由会随这次操作保存。',
  },
  en: {
    title: 'What to do',
    answerText: 'Answer',
    articles: 'Articles that it rests on',
    answer: 'Answer',
    answerFollows:
      'Whoever asked sees these words; who left an address gets a mail. Nothing changes afterwards.',
    case: 'About a single case',
    caseText: 'Where it is dealt with',
    requestId: 'Number of the request (optional)',
    refer: 'Lead to the request',
    referFollows: 'The question ends here. Whoever asked sees these words and the link to the request.',
    other: 'To another office',
    office: 'The office that is to answer',
    passOn: 'Pass on',
    passFollows: 'This desk sees it no more. The day by which it is answered stays.',
    publishTitle: 'Publish as question and answer',
    question: 'Question (without names or personal circumstances)',
    answerWords: 'Answer',
    publish: 'Publish',
    publishFollows:
      'Everyone can read and find it. Look once more: nothing by which a person is recognised may stand here.',
    retract: 'Withdraw the publication',
    retractFollows: 'No longer public; the record stays. It may be published anew.',
    takeOver: 'Take over',
    takeFollows: 'It comes to your desk; the one that had it sees it no more.',
    reason: 'Kept with the act.',
  },
} as const

interface ActsProps {
  readonly of: QuestionView
}

/** Sends an act, and shows how the question stands after it. */
const useAct = ({ id }: QuestionView) => {
  const after = useAfter('/questions', id)
  return async (body: QuestionActBody): Promise<void> => {
    await post('/questions/{id}/acts', { path: { id }, body })
    await after()
  }
}

const Words = ({
  label,
  value,
  onChange,
  most,
}: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly most: number
}) => (
  <Field label={label}>
    {(id) => (
      <Input.TextArea
        id={id}
        rows={4}
        maxLength={most}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    )}
  </Field>
)

const Articles = ({
  value,
  onChange,
}: {
  readonly value: string[]
  readonly onChange: (value: string[]) => void
}) => {
  const { say } = useSay(words)
  return (
    <Field label={say.articles}>
      {(id) => (
        <Select<string[]>
          id={id}
          mode="multiple"
          value={value}
          onChange={onChange}
          options={articleNumbers.map((one) => ({ value: one, label: one }))}
        />
      )}
    </Field>
  )
}

/** Answering; leading a single case to its request; passing it on. */
const Received = ({ of }: ActsProps) => {
  const { say } = useSay(words)
  const act = useAct(of)
  const [text, setText] = useState('')
  const [articles, setArticles] = useState<string[]>([])
  const [where, setWhere] = useState('')
  const [requestId, setRequestId] = useState('')
  const [deskId, setDeskId] = useState<string>()
  return (
    <>
      <Panel title={say.answer}>
        <Words label={say.answerText} value={text} onChange={setText} most={4000} />
        <Articles value={articles} onChange={setArticles} />
        <Confirm
          label={say.answer}
          title={say.answer}
          follows={<p>{say.answerFollows}</p>}
          act={() => act({ act: 'answer', text, articles })}
        />
      </Panel>
      <Panel title={say.case}>
        <Words label={say.caseText} value={where} onChange={setWhere} most={1000} />
        <Field label={say.requestId}>
          {(id) => (
            <Input
              id={id}
              maxLength={100}
              value={requestId}
              onChange={({ target }) => setRequestId(target.value)}
            />
          )}
        </Field>
        <Confirm
          label={say.refer}
          title={say.refer}
          follows={<p>{say.referFollows}</p>}
          act={() =>
            act({
              ...{ act: 'refer', text: where },
              ...(requestId.trim() === '' ? {} : { requestId: requestId.trim() }),
            })
          }
        />
      </Panel>
      <Panel title={say.other}>
        <Field label={say.office}>
          {(id) => <BodyPicker id={id} officesOnly value={deskId} onChange={setDeskId} />}
        </Field>
        {deskId !== undefined && (
          <Confirm
            label={say.passOn}
            title={say.passOn}
            follows={<p>{say.passFollows}</p>}
            reason={{ hint: say.reason, required: true }}
            act={(reason) => act({ act: 'pass_on', deskId, reason })}
          />
        )}
      </Panel>
    </>
  )
}

/** Publishing in words of the desk's own; the asker's are where it begins. */
const Publish = ({ of }: ActsProps) => {
  const { say } = useSay(words)
  const act = useAct(of)
  const [question, setQuestion] = useState(of.text.slice(0, 500))
  const [answer, setAnswer] = useState(of.answer?.text ?? '')
  const [articles, setArticles] = useState<string[]>(of.answer?.articles ?? [])
  return (
    <Panel title={say.publishTitle}>
      <Words label={say.question} value={question} onChange={setQuestion} most={500} />
      <Words label={say.answerWords} value={answer} onChange={setAnswer} most={4000} />
      <Articles value={articles} onChange={setArticles} />
      <Confirm
        label={say.publish}
        title={say.publish}
        follows={<p>{say.publishFollows}</p>}
        act={() => act({ act: 'publish', question, answer, articles })}
      />
    </Panel>
  )
}

/** What may be done with a question now, by whoever looks at it. */
export const QuestionActs = ({ of }: ActsProps) => {
  const { say } = useSay(words)
  const act = useAct(of)
  const { may } = of
  const reason = { hint: say.reason, required: true }
  return (
    <>
      {may.answer && <Received of={of} />}
      {may.publish && <Publish of={of} />}
      {may.retract && (
        <Panel title={say.retract}>
          <Confirm
            danger
            label={say.retract}
            title={say.retract}
            follows={<p>{say.retractFollows}</p>}
            reason={reason}
            act={(why) => act({ act: 'retract', reason: why })}
          />
        </Panel>
      )}
      {may.takeOver && (
        <Panel title={say.title}>
          <Confirm
            label={say.takeOver}
            title={say.takeOver}
            follows={<p>{say.takeFollows}</p>}
            reason={reason}
            act={(why) => act({ act: 'take_over', reason: why })}
          />
        </Panel>
      )}
    </>
  )
}
