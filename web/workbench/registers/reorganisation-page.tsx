import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Radio, Select } from 'antd'
import { useId, useState } from 'react'
import { Link, useParams } from 'react-router'
import { get, post } from '../../shared/api/client.ts'
import type { Organisation, Reorganisation, ReorganisationPreview } from '../../shared/api/types.gen.ts'
import { separator } from '../../shared/fill.ts'
import { useMe } from '../me.ts'
import { Answer } from '../parts/answer.tsx'
import { Confirm } from '../parts/confirm.tsx'
import { DateField } from '../parts/date-field.tsx'
import { InstitutionPicker, type PickedInstitution } from '../parts/institution-picker.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Panel } from '../parts/panel.tsx'
import { Unread } from '../parts/unread.tsx'
import { readRegister } from '../person/read-register.ts'
import { fill, useSay } from '../preferences.tsx'
import { organisationPath } from './organisation-list.tsx'
import { organisationQuery } from './organisation-query.ts'

const words = {
  zh: {
    title: '合并或分出人员',
    lead: '机构改革时一次办理：合并是全部人员转入另一个单位，本单位关闭；分出是部分人员转入。由两个单位共同的上级人事综合管理部门办理（第三十五条）。',
    where: '转入哪里',
    into: '转入的单位',
    way: '办理方式',
    merge: '合并：全部人员转入，本单位关闭',
    split: '分出：部分人员转入',
    who: '分出的人员',
    whoHint: '按姓名或工号查找，可选多人，一次最多 500 人。新设的单位请先登记。',
    on: '从哪一天起属于转入的单位',
    onHint: '不晚于今天。之后才聘用或调入的人员，从其聘用或调入之日起。',
    follows: '办理后的变化',
    persons: '名册上的 {count} 人全部转入，学时、台账、义务和证书随人走。',
    personsMore: '名册上的人员较多，这里只数到 {count} 人，全部转入。',
    some: '所选 {count} 人转入，学时、台账、义务和证书随人走。',
    numbers: '工号在转入的单位已被使用，转入后没有工号：{names}',
    seats: '本单位的 {count} 个席位在全部人员转入后取消，其委托随之结束。',
    asked: '{count} 项等待本单位答复的培训班报名，改由转入的单位答复。',
    stays: '已在上级各环节办理的申请照常办结；以前的记录仍在本单位名下，按日期可查。',
    tasks: '本单位还有 {count} 件待办事项，请先办结。',
    classes: '本单位还有未结束的培训班，请先结班或取消：',
    act: '办理',
    actMerge: '把“{from}”并入“{into}”',
    actSplit: '把 {count} 人分到“{into}”',
    irrevocable: '关闭的单位不再登记人员和席位，也不能重新启用。',
    each: '每个人都记一次调动。',
    hint: '写明批准的文件，记入两个单位和每个人的登记。',
    going: '正在办理：已转入 {count} 人',
    done: '已转入 {count} 人',
    left: '{count} 人没有转入',
    own_record: '{name}：办理人本人的档案，请由同事再办一次',
    not_allowed: '{name}：您无权办理此人的调动',
    faults: '{name}：档案的内容有误，请先更正，再办一次',
  },
  en: {
    title: 'Merge, or split people off',
    lead: 'One act for a reform: a merge carries everybody to another institution and closes this one; a split carries some. By a personnel authority above both (Art. 35).',
    where: 'Where to',
    into: 'The other institution',
    way: 'What happens',
    merge: 'Merge: everybody goes, this institution is closed',
    split: 'Split: some people go',
    who: 'Who goes',
    whoHint: 'By name or staff number, 500 at most. A new institution is registered first.',
    on: 'From which day they belong there',
    onHint: 'Not after today. Whoever was hired or came later belongs there from that day.',
    follows: 'What it does',
    persons: 'All people of the register ({count}) go, with hours, ledger, obligations and certificates.',
    personsMore: 'Many stand on the register: {count} were counted, and all go.',
    some: '{count} {count|person|people} {count|goes|go}, with hours, ledger, obligations and certificates.',
    numbers: 'Their staff number is taken there, so they arrive without one: {names}',
    seats:
      'Its {count} {count|seat|seats} {count|ends|end} when everybody has gone, and what was lent by them.',
    asked:
      '{count} {count|enrolment|enrolments} that {count|waits|wait} for its word {count|waits|wait} for the other one’s.',
    stays: 'What lies at desks above is decided there; what was done stays under its name, by day.',
    tasks: '{count} {count|matter|matters} {count|waits|wait} at its own desk: end {count|it|them} first.',
    classes: 'Classes of its own are not over: close or cancel them first:',
    act: 'Carry it out',
    actMerge: 'Merge “{from}” into “{into}”',
    actSplit: 'Carry {count} {count|person|people} to “{into}”',
    irrevocable: 'A closed institution takes no people and no seats any more, and is not opened again.',
    each: 'Each gets a transfer of their own on record.',
    hint: 'Name the document that approves it; it stands with both institutions and each person.',
    going: 'Going on: {count} {count|person|people} so far',
    done: '{count} {count|person|people} {count|has|have} gone',
    left: '{count} {count|person|people} {count|was|were} left',
    own_record: '{name}: the record of whoever carries it out; a colleague does it again',
    not_allowed: '{name}: you may not transfer them',
    faults: '{name}: something on the record is wrong; correct it, then do it again',
  },
} as const

/** What a merge or a split would do, before it is done. */
const Follows = ({
  of: asked,
  chosen,
}: {
  readonly of: ReorganisationPreview
  readonly chosen: number | undefined
}) => {
  const { say, language } = useSay(words)
  const between = separator[language]
  const isMerge = chosen === undefined
  const { persons, whole, numbersTaken, seats, asked: enrolments, tasks, classes } = asked
  return (
    <Notice tone="wait" title={say.follows}>
      <p>
        {isMerge
          ? fill(whole ? say.persons : say.personsMore, { count: persons })
          : fill(say.some, { count: chosen })}
      </p>
      {isMerge && numbersTaken.length > 0 && (
        <p>
          {fill(say.numbers, {
            names: numbersTaken.map(({ name, staffNo }) => `${name} ${staffNo}`).join(between),
          })}
        </p>
      )}
      {isMerge && seats > 0 && <p>{fill(say.seats, { count: seats })}</p>}
      {isMerge && enrolments > 0 && <p>{fill(say.asked, { count: enrolments })}</p>}
      <p>{say.stays}</p>
      {isMerge && tasks > 0 && <p className="fault">{fill(say.tasks, { count: tasks })}</p>}
      {isMerge && classes.length > 0 && (
        <>
          <p className="fault">{say.classes}</p>
          <ul>
            {classes.map(({ id, name }) => (
              <li key={id}>
                <Link to={`/programme/${encodeURIComponent(id)}`}>{name}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  )
}

const Outcome = ({ of: { moved, left, done } }: { readonly of: Reorganisation }) => {
  const { say } = useSay(words)
  if (!done) return <p role="status">{fill(say.going, { count: moved })}</p>
  return (
    <Notice tone={left.length === 0 ? 'good' : 'wait'} title={fill(say.done, { count: moved })}>
      {left.length > 0 && (
        <>
          <p>{fill(say.left, { count: left.length })}</p>
          <ul>
            {left.map(({ staffId, name, why }) => (
              <li key={staffId}>{fill(say[why], { name })}</li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  )
}

const Form = ({ from }: { readonly from: Organisation }) => {
  const { say } = useSay(words)
  const { today } = useMe()
  const queries = useQueryClient()
  const id = useId()
  const [into, setInto] = useState<PickedInstitution>()
  const [isMerge, setMerge] = useState(true)
  const [staffIds, setStaffIds] = useState<readonly string[]>([])
  const [on, setOn] = useState<string | null>(today)
  const [outcome, setOutcome] = useState<Reorganisation>()
  const asked = useQuery({
    queryKey: ['/organisations', from.id, 'reorganisation', into?.id],
    queryFn: () =>
      get('/organisations/{id}/reorganisation', { path: { id: from.id }, query: { into: into?.id ?? '' } }),
    enabled: into !== undefined,
  })
  const people = useQuery({
    queryKey: ['register', from.id],
    queryFn: () => readRegister(from.id),
    enabled: !isMerge,
  })
  const carry = async (reason: string) => {
    const body = {
      ...{ into: into?.id ?? '', reason, ...(on === null ? {} : { effectiveOn: on }) },
      ...(isMerge ? {} : { staffIds: [...staffIds] }),
    }
    // One call carries whom it finds time for; the same again goes on.
    for (;;) {
      const answer = await post('/organisations/{id}/reorganisation', { path: { id: from.id }, body })
      setOutcome(answer)
      if (answer.done) break
    }
    await queries.invalidateQueries()
  }
  const authorities = from.overseers.filter(({ kind }) => kind === 'authority').toReversed()
  const isReady =
    into !== undefined &&
    asked.data !== undefined &&
    (isMerge ? asked.data.tasks + asked.data.classes.length === 0 : staffIds.length > 0)
  return (
    <Panel title={say.where}>
      <InstitutionPicker
        label={say.into}
        authorities={authorities}
        except={from.id}
        value={into}
        onChange={setInto}
      />
      <fieldset className="field">
        <legend>{say.way}</legend>
        <Radio.Group
          value={isMerge}
          onChange={({ target }) => setMerge(target.value === true)}
          options={[
            { value: true, label: say.merge },
            { value: false, label: say.split },
          ]}
        />
      </fieldset>
      {!isMerge && (
        <div className="field">
          <label htmlFor={`${id}-who`}>{say.who}</label>
          <Select
            id={`${id}-who`}
            mode="multiple"
            maxCount={500}
            showSearch={{ optionFilterProp: 'label' }}
            loading={people.isLoading}
            value={[...staffIds]}
            onChange={setStaffIds}
            options={(people.data ?? []).map(({ id: value, name, staffNo }) => ({
              value,
              label: staffNo === null ? name : `${name}（${staffNo}）`,
            }))}
          />
          <p className="quiet">{say.whoHint}</p>
          <Unread of={people} what={say.who} />
        </div>
      )}
      <div className="field">
        <label htmlFor={`${id}-on`}>{say.on}</label>
        <DateField id={`${id}-on`} value={on} onChange={setOn} />
        <p className="quiet">{say.onHint}</p>
      </div>
      {asked.data && <Follows of={asked.data} chosen={isMerge ? undefined : staffIds.length} />}
      {outcome && <Outcome of={outcome} />}
      {isReady && outcome?.done !== true && (
        <Confirm
          danger={isMerge}
          label={say.act}
          title={
            isMerge
              ? fill(say.actMerge, { from: from.name, into: into.name })
              : fill(say.actSplit, { count: staffIds.length, into: into.name })
          }
          follows={isMerge ? `${say.irrevocable}${say.each}` : say.each}
          reason={{ hint: say.hint, required: true }}
          act={carry}
        />
      )}
    </Panel>
  )
}

/** Merges an institution into another one, or splits people off to it. */
export const ReorganisationPage = () => {
  const { say } = useSay(words)
  const { id = '' } = useParams()
  const asked = useQuery(organisationQuery(id))
  return (
    <Answer of={asked}>
      {(organisation) => (
        <>
          <PageHead
            title={say.title}
            back={{ to: organisationPath(id), label: organisation.name }}
            lead={<p>{say.lead}</p>}
          />
          <Form key={id} from={organisation} />
        </>
      )}
    </Answer>
  )
}
