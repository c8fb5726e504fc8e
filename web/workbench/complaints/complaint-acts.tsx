import { useQueryClient } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { findings, measureKinds } from '../../../functions/complaints/words.ts'
import { post } from '../../shared/api/client.ts'
import type { ComplaintActBody, ComplaintView } from '../../shared/api/types.gen.ts'
import { Confirm } from '../parts/confirm.tsx'
import { DateField } from '../parts/date-field.tsx'
import { Notice } from '../parts/notice.tsx'
import { Panel } from '../parts/panel.tsx'
import { fill, useSay } from '../preferences.tsx'
import { BodyPicker } from './body-picker.tsx'

const words = {
  zh: {
    title: '办理',
    whether: '是否由本部门办理',
    elsewhere: '不归本部门的',
    fault: '责任单位',
    during: '调查过程',
    further: '还涉及的单位和人员',
    first: '先看：内容里还反映了谁',
    firstLead:
      '“涉及人员”以外的人，只在内容里写到姓名的，仍能看到这件事项。内容里还反映了别人的，请先在这里写上；以后随时可以再加。',
    meant: '内容里出现了本部门这些人员（或者委托其办理的同事）的姓名：',
    meantFollows: '也可能是同名，或者只是证人，由您判断。',
    write: '填入“{name}”',
    conclude: '结论',
    measures: '处理措施',
    closing: '反馈',
    colleague: '另一名调查人员',
    nobody: '不指定',
    accept: '受理',
    acceptFollows: '您将负责调查，可以查看投诉人身份（每次写明理由）。期限六十日。',
    body: '转给这个单位的上级部门',
    outside: '或者转给平台以外的机关（写名称）',
    passOn: '转交',
    passFollows: '转交后本部门不再看到这件事项。理由会告诉投诉人。',
    note: '写调查记录',
    noteFollows: '只有本部门能看。',
    papers: '调取材料',
    papersFollows: '写明向谁调取什么、何时提供。只记录在这里，平台不发给对方。',
    message: '告知投诉人',
    messageFollows: '投诉人凭查询码能看到。',
    person: '还涉及的人员姓名',
    concern: '增加被投诉对象',
    concernFollows: '从现在起，对方看不到这件事项；涉及本部门的，自动转到上级。',
    extend: '延长三十日',
    extendFollows: '只能延长一次，理由会告诉投诉人。',
    finding: '结论',
    choose: '请选择',
    found: '查明的情况',
    find: '形成结论',
    findFollows: '五个工作日内反馈给投诉人。写明认定的事实和依据。',
    measure: '记录处理措施',
    kind: '措施',
    reference: '证书编号、人员编号或机构名称（选填）',
    measureFollows: '措施由有权的人员在相应页面办理，这里只记录办了什么，平台不会自动处理任何人。',
    tellBody: '函告责任单位',
    written: '查明的情况',
    writtenHint: '原样写进给该单位的函里。',
    tellFollows:
      '以邮件发给该单位的负责人（被投诉的人员本人除外）。不要写投诉人是谁，也不要写能看出投诉人的细节。',
    atFault: '责任单位',
    asked: '要求',
    until: '完成期限',
    before: '先写要求和完成期限，再写函。',
    report: '反馈并办结',
    reportFollows: '投诉人会看到这段话和结论。办结后不能再改。',
    takeOver: '提级办理',
    takeFollows: '转到本部门办理，原部门不再看到。',
    text: '内容会随这次操作保存。',
    content: '内容',
    assign: '更换另一名调查人员',
    assignFollows: '新的人员从现在起可以办理。',
  },
  en: {
    title: 'What to do',
    whether: 'Is it this desk’s',
    elsewhere: 'If it is not',
    fault: 'The body at fault',
    during: 'In the course of it',
    further: 'Who else is concerned',
    first: 'First: whom else does the text complain of?',
    firstLead:
      'Whoever is named in the text alone, and not under “Persons”, still sees the matter. Where it complains of anyone else, name them here first; others can be added at any time.',
    meant:
      'In the text stands the name of these people of your desk, or of a colleague whose tasks they hold:',
    meantFollows: 'It may be somebody else of that name, or a witness. You decide.',
    write: 'Fill in “{name}”',
    conclude: 'Finding',
    measures: 'What was done',
    closing: 'Reporting back',
    colleague: 'The other who inquires',
    nobody: 'nobody yet',
    accept: 'Accept',
    acceptFollows:
      'You inquire, and may read who complained, each time with a reason. Sixty days from today.',
    body: 'To the desk above this body',
    outside: 'Or to a body outside the platform (its name)',
    passOn: 'Pass on',
    passFollows: 'This desk sees it no more. The complainant is told the reason.',
    note: 'Write a note',
    noteFollows: 'For this desk alone.',
    papers: 'Ask for papers',
    papersFollows: 'Say of whom, what and until when. It is kept here; the platform sends it to nobody.',
    message: 'A word to the complainant',
    messageFollows: 'Seen by whoever has the code.',
    person: 'Name of a further person concerned',
    concern: 'Someone else is concerned',
    concernFollows: 'From now on it is kept from them; where it is this desk, it moves up.',
    extend: 'Extend by thirty days',
    extendFollows: 'Once. The complainant is told the reason.',
    finding: 'Finding',
    choose: 'Please choose',
    found: 'What was found',
    find: 'Conclude',
    findFollows: 'To be reported back within five working days. Say what was found, and on what it rests.',
    measure: 'Record what was done',
    kind: 'What',
    reference: 'Certificate, person or body (optional)',
    measureFollows:
      'Done by those who may, on its own page. Here it is recorded; nothing ever follows by itself.',
    tellBody: 'Write to the body at fault',
    written: 'What was found',
    writtenHint: 'Stands in the letter to the body, word for word.',
    tellFollows:
      'By mail, to its heads, but never to whom the complaint is about. Say neither who complained nor what could tell it.',
    atFault: 'Body at fault',
    asked: 'What is asked',
    until: 'By when',
    before: 'Say first what is asked and by when.',
    report: 'Report back and close',
    reportFollows: 'The complainant sees these words and the finding. Nothing changes afterwards.',
    takeOver: 'Take over',
    takeFollows: 'It comes to your desk; the one that had it sees it no more.',
    text: 'Kept with the act.',
    content: 'Text',
    assign: 'Another inquirer',
    assignFollows: 'They may act from now on.',
  },
} as const

type Finding = keyof typeof findings
type Measure = keyof typeof measureKinds

interface ActsProps {
  readonly of: ComplaintView
}

/** Sends an act, and shows how the matter stands after it. */
const useAct = ({ id }: ComplaintView) => {
  const client = useQueryClient()
  return async (body: ComplaintActBody): Promise<void> => {
    await post('/complaints/{id}/acts', { path: { id }, body })
    await client.invalidateQueries({ queryKey: ['/complaints'] })
    await client.invalidateQueries({ queryKey: ['/complaints/{id}', id] })
    await client.invalidateQueries({ queryKey: ['/news'] })
  }
}

const Field = ({
  label,
  children,
}: {
  readonly label: string
  readonly children: (id: string) => React.ReactNode
}) => {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  )
}

const Colleague = ({
  of,
  value,
  onChange,
}: ActsProps & { readonly value: string; readonly onChange: (value: string) => void }) => {
  const { say } = useSay(words)
  return (
    <Field label={say.colleague}>
      {(id) => (
        <Select
          id={id}
          value={value}
          onChange={onChange}
          options={[
            { value: '', label: say.nobody },
            ...of.colleagues.map(({ id: account, name }) => ({ value: account, label: name })),
          ]}
        />
      )}
    </Field>
  )
}

/** Accepting, or passing on. */
const Received = ({ of }: ActsProps) => {
  const { say } = useSay(words)
  const act = useAct(of)
  const [colleague, setColleague] = useState('')
  const [bodyId, setBodyId] = useState<string>()
  const [outside, setOutside] = useState('')
  return (
    <>
      <Panel title={say.whether}>
        <Colleague of={of} value={colleague} onChange={setColleague} />
        <Confirm
          label={say.accept}
          title={say.accept}
          follows={<p>{say.acceptFollows}</p>}
          act={() => act({ act: 'accept', ...(colleague === '' ? {} : { colleagueId: colleague }) })}
        />
      </Panel>
      <Panel title={say.elsewhere}>
        <Field label={say.body}>{(id) => <BodyPicker id={id} onChange={setBodyId} />}</Field>
        <Field label={say.outside}>
          {(id) => (
            <Input
              id={id}
              maxLength={100}
              value={outside}
              onChange={({ target }) => setOutside(target.value)}
            />
          )}
        </Field>
        <Confirm
          label={say.passOn}
          title={say.passOn}
          follows={<p>{say.passFollows}</p>}
          reason={{ hint: say.text, required: true }}
          act={(reason) =>
            act({
              ...{ act: 'pass_on', reason },
              ...(bodyId === undefined ? {} : { bodyId }),
              ...(outside.trim() === '' ? {} : { outside: outside.trim() }),
            })
          }
        />
      </Panel>
    </>
  )
}

/** Whom else it is about, and so from whom it is kept: asked before anything else is done, and possible at any time. */
const Further = ({ of }: ActsProps) => {
  const { say } = useSay(words)
  const act = useAct(of)
  const [person, setPerson] = useState('')
  const [bodyId, setBodyId] = useState<string>()
  const isFirst = of.status === 'received'
  return (
    <Panel title={isFirst ? say.first : say.further}>
      {isFirst && <p>{say.firstLead}</p>}
      {of.maybeMeant.length > 0 && (
        <Notice tone="wait" title={say.meant}>
          <ul>
            {of.maybeMeant.map(({ id, name }) => (
              <li key={id}>
                {name} <Button onClick={() => setPerson(name)}>{fill(say.write, { name })}</Button>
              </li>
            ))}
          </ul>
          <p>{say.meantFollows}</p>
        </Notice>
      )}
      <Field label={say.person}>
        {(id) => (
          <Input id={id} maxLength={50} value={person} onChange={({ target }) => setPerson(target.value)} />
        )}
      </Field>
      <div className="field">
        <BodyPicker onChange={setBodyId} />
      </div>
      <Confirm
        label={say.concern}
        title={say.concern}
        follows={<p>{say.concernFollows}</p>}
        reason={{ hint: say.text, required: true }}
        act={(why) =>
          act({
            ...{ act: 'concern', reason: why },
            ...(bodyId === undefined ? {} : { bodyId }),
            ...(person.trim() === '' ? {} : { person: person.trim() }),
          })
        }
      />
    </Panel>
  )
}

/** What may be written down at any time. */
const Anytime = ({ of }: ActsProps) => {
  const { say } = useSay(words)
  const act = useAct(of)
  const reason = { hint: say.text, required: true }
  return (
    <>
      <Panel title={say.during}>
        <div className="actions">
          {(
            [
              ['note', say.note, say.noteFollows],
              ['ask_papers', say.papers, say.papersFollows],
              ['message', say.message, say.messageFollows],
            ] as const
          ).map(([kind, label, follows]) => (
            <Confirm
              key={kind}
              label={label}
              title={label}
              follows={<p>{follows}</p>}
              reason={{ ...reason, label: say.content }}
              act={(text) => act({ act: kind, text })}
            />
          ))}
        </div>
        {of.status !== 'received' && <Assign of={of} />}
      </Panel>
      {of.status !== 'received' && <Further of={of} />}
    </>
  )
}

/** Extending once, and the finding. */
const Inquiry = ({ of }: ActsProps) => {
  const { say, language } = useSay(words)
  const act = useAct(of)
  const [finding, setFinding] = useState<Finding>()
  const reason = { hint: say.text, required: true }
  return (
    <Panel title={say.conclude}>
      <Field label={say.finding}>
        {(id) => (
          <Select<Finding>
            id={id}
            value={finding ?? null}
            placeholder={say.choose}
            onChange={setFinding}
            options={(['found', 'partly', 'not_found'] as const).map((value) => ({
              value,
              label: findings[value][language],
            }))}
          />
        )}
      </Field>
      <div className="actions">
        {finding !== undefined && (
          <Confirm
            label={say.find}
            title={say.find}
            follows={<p>{say.findFollows}</p>}
            reason={{ ...reason, label: say.found }}
            act={(text) => act({ act: 'find', finding, text })}
          />
        )}
        {!of.extended && (
          <Confirm
            label={say.extend}
            title={say.extend}
            follows={<p>{say.extendFollows}</p>}
            reason={reason}
            act={(why) => act({ act: 'extend', reason: why })}
          />
        )}
      </div>
    </Panel>
  )
}

/** A letter to a body that was found at fault. */
const TellBody = ({ of }: ActsProps) => {
  const { say } = useSay(words)
  const act = useAct(of)
  const [bodyId, setBodyId] = useState(of.bodies[0]?.id ?? '')
  const [asked, setAsked] = useState('')
  const [until, setUntil] = useState('')
  return (
    <Panel title={say.fault}>
      <Field label={say.atFault}>
        {(id) => (
          <Select
            id={id}
            value={bodyId}
            onChange={setBodyId}
            options={of.bodies.map((one) => ({ value: one.id, label: one.name }))}
          />
        )}
      </Field>
      <Field label={say.asked}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={3}
            maxLength={2000}
            value={asked}
            onChange={({ target }) => setAsked(target.value)}
          />
        )}
      </Field>
      <Field label={say.until}>
        {(id) => <DateField id={id} value={until} onChange={(value) => setUntil(value ?? '')} />}
      </Field>
      {asked.trim() === '' || until === '' ? (
        <p className="quiet">{say.before}</p>
      ) : (
        <Confirm
          label={say.tellBody}
          title={say.tellBody}
          follows={<p>{say.tellFollows}</p>}
          reason={{ label: say.written, hint: say.writtenHint, required: true }}
          act={(text) => act({ act: 'tell_body', bodyId, text, asked, until })}
        />
      )}
    </Panel>
  )
}

/** What was done, by whoever may, on a page of its own. */
const Measures = ({ of }: ActsProps) => {
  const { say, language } = useSay(words)
  const act = useAct(of)
  const [kind, setKind] = useState<Measure>('suspend_hours')
  const [reference, setReference] = useState('')
  const reason = { hint: say.text, required: true }
  return (
    <Panel title={say.measures}>
      <div className="fields">
        <Field label={say.kind}>
          {(id) => (
            <Select<Measure>
              id={id}
              value={kind}
              onChange={setKind}
              options={Object.entries(measureKinds).map(([value, text]) => ({
                value: value as Measure,
                label: text[language],
              }))}
            />
          )}
        </Field>
        <Field label={say.reference}>
          {(id) => (
            <Input
              id={id}
              maxLength={100}
              value={reference}
              onChange={({ target }) => setReference(target.value)}
            />
          )}
        </Field>
      </div>
      <Confirm
        label={say.measure}
        title={say.measure}
        follows={<p>{say.measureFollows}</p>}
        reason={reason}
        act={(text) =>
          act({
            ...{ act: 'measure', kind, text },
            ...(reference.trim() === '' ? {} : { reference: reference.trim() }),
          })
        }
      />
    </Panel>
  )
}

/** The word to the complainant, which ends it. */
const Report = ({ of }: ActsProps) => {
  const { say } = useSay(words)
  const act = useAct(of)
  const reason = { hint: say.text, required: true }
  return (
    <Panel title={say.closing}>
      <Confirm
        label={say.report}
        title={say.report}
        follows={<p>{say.reportFollows}</p>}
        reason={reason}
        act={(text) => act({ act: 'report', text })}
      />
    </Panel>
  )
}

/** Another inquirer, by whoever inquires or the head of the desk. */
const Assign = ({ of }: ActsProps) => {
  const { say } = useSay(words)
  const act = useAct(of)
  const [colleague, setColleague] = useState('')
  return (
    <>
      <Colleague of={of} value={colleague} onChange={setColleague} />
      {colleague !== '' && (
        <Confirm
          label={say.assign}
          title={say.assign}
          follows={<p>{say.assignFollows}</p>}
          act={() => act({ act: 'assign', colleagueId: colleague })}
        />
      )}
    </>
  )
}

/** What may be done with a complaint now, by whoever looks at it. */
export const ComplaintActs = ({ of }: ActsProps) => {
  const { say } = useSay(words)
  const act = useAct(of)
  if (of.may.takeOver)
    return (
      <Panel title={say.title}>
        <Confirm
          label={say.takeOver}
          title={say.takeOver}
          follows={<p>{say.takeFollows}</p>}
          reason={{ hint: say.text, required: true }}
          act={(reason) => act({ act: 'take_over', reason })}
        />
      </Panel>
    )
  if (!of.may.act)
    return of.may.assign ? (
      <Panel title={say.title}>
        <Assign of={of} />
      </Panel>
    ) : null
  const atFault = of.status === 'found' && of.finding !== 'not_found'
  return (
    <>
      {of.status === 'received' && <Further of={of} />}
      {of.status === 'received' && <Received of={of} />}
      {of.status === 'inquiry' && <Inquiry of={of} />}
      {of.status === 'found' && <Measures of={of} />}
      {atFault && of.bodies.length > 0 && <TellBody of={of} />}
      {of.status === 'found' && <Report of={of} />}
      <Anytime of={of} />
    </>
  )
}
