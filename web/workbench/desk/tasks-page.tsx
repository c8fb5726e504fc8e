import { useQueryClient } from '@tanstack/react-query'
import { Select } from 'antd'
import { useId, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { post } from '../../shared/api/client.ts'
import type { ApproveTasksResponse, ListedTask } from '../../shared/api/types.gen.ts'
import { day, moment } from '../../shared/dates.ts'
import { term } from '../../shared/terms.ts'
import { Confirm } from '../parts/confirm.tsx'
import { List, useList } from '../parts/list.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { StatusMark } from '../parts/status-mark.tsx'
import { fill, useSay } from '../preferences.tsx'
import './desk.css'

const words = {
  zh: {
    title: '待办事项',
    lead: '按办理期限排列，已过期限的在前。点开事项可以看到材料和以前的意见。',
    todo: '待办',
    done: '已办',
    mine: '我发起的',
    boxes: '事项范围',
    type: '类型',
    allTypes: '全部类型',
    due: '期限',
    anyDue: '不限',
    lateOnly: '已过期限',
    matter: '事项',
    person: '人员',
    stage: '环节',
    hours: '学时',
    dueOn: '办理期限',
    late: '已过期限',
    open: '{day}前',
    assigned: '已转给 {name}',
    decision: '决定',
    at: '时间',
    forWhom: '代 {name}',
    noTodo: '没有待办事项。',
    noneFits: '没有符合条件的事项。',
    noDone: '还没有办理过事项。',
    class: '培训班',
    select: '选择“{title}” {name}',
    selectAll: '选择同类事项',
    chosen: '已选 {count} 件，最多一次办理 50 件',
    hint: '勾选同一类型、同一环节的事项，可以一次同意。',
    approve: '同意所选的 {count} 件',
    approveTitle: '确认同意 {count} 件',
    approveFollows:
      '“{type}”，{stage}。每一件都按申报的内容同意，等同于逐件办理；同意后立即生效，申请人会收到通知。',
    approveReason: '选填，会写进每一件的办理过程。',
    result: '已同意 {approved} 件',
    resultSome: '已同意 {approved} 件，{left} 件没有办理',
    leftOver: '没有办理的事项保持原样，请逐件打开处理：',
  },
  en: {
    title: 'To do',
    lead: 'By due date, what is overdue first. Open a task for its proofs and earlier opinions.',
    todo: 'To do',
    done: 'Done',
    mine: 'Sent by me',
    boxes: 'Which tasks',
    type: 'Type',
    allTypes: 'All types',
    due: 'Due',
    anyDue: 'Any',
    lateOnly: 'Overdue',
    matter: 'Matter',
    person: 'Person',
    stage: 'Stage',
    hours: 'Hours',
    dueOn: 'Due',
    late: 'overdue',
    open: 'by {day}',
    assigned: 'handed to {name}',
    decision: 'Decision',
    at: 'When',
    forWhom: 'for {name}',
    noTodo: 'Nothing to do.',
    noneFits: 'No task fits.',
    noDone: 'You have not decided anything yet.',
    class: 'a class',
    select: 'Select “{title}” {name}',
    selectAll: 'Select all of one kind',
    chosen: '{count} selected; at most 50 at once',
    hint: 'Tick tasks of one type and stage to approve them at once.',
    approve: 'Approve the {count} selected',
    approveTitle: 'Approve {count}',
    approveFollows:
      '“{type}”, {stage}. Each is approved as it was claimed, as if one by one; it takes effect at once and the persons are told.',
    approveReason: 'Optional; it is written into the history of each.',
    result: '{approved} approved',
    resultSome: '{approved} approved, {left} left',
    leftOver: 'What was not approved stays as it is. Please open each:',
  },
} as const

const MOST_AT_ONCE = 50
const kindOf = ({ type, stage }: ListedTask): string => `${type} ${stage}`
const pathOf = ({ id }: { readonly id: string }): string => `/task/${encodeURIComponent(id)}`

interface BatchResult {
  readonly approved: number
  readonly left: readonly {
    readonly task: ListedTask | undefined
    readonly id: string
    readonly why: string
  }[]
}

const Result = ({ result }: { readonly result: BatchResult }) => {
  const { say } = useSay(words)
  const { approved, left } = result
  return (
    <Notice
      tone={left.length === 0 ? 'good' : 'wait'}
      title={fill(left.length === 0 ? say.result : say.resultSome, { approved, left: left.length })}
    >
      {left.length > 0 && (
        <>
          <p>{say.leftOver}</p>
          <ul>
            {left.map(({ id, task, why }) => (
              <li key={id}>
                <a href={pathOf({ id })}>
                  {task?.title ?? id} {task?.staffName}
                </a>
                ：{why}
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  )
}

/** The matter's name leads to the approver's page, which is an application of its own. */
const Matter = ({ task }: { readonly task: ListedTask }) => {
  const { say, language } = useSay(words)
  return (
    <>
      <a href={pathOf(task)}>{task.title}</a>
      <div className="quiet">
        {term('type', task.type, language)}
        {task.subject !== null && ` · ${term('subject', task.subject, language)}`}
        {task.assignee !== null && ` · ${fill(say.assigned, { name: task.assignee.name })}`}
      </div>
    </>
  )
}

const Todo = () => {
  const { say, language } = useSay(words)
  const client = useQueryClient()
  const [query, setQuery] = useSearchParams()
  const [chosen, setChosen] = useState<readonly ListedTask[]>([])
  const [result, setResult] = useState<BatchResult>()
  const id = useId()
  const tasks = useList<ListedTask>('/tasks?box=todo&limit=100')
  const type = query.get('type') ?? ''
  const isLateOnly = query.get('late') === 'yes'
  const filter = (name: string, value: string) => {
    const next = new URLSearchParams(query)
    if (value === '') next.delete(name)
    else next.set(name, value)
    setQuery(next)
    setChosen([])
  }
  const first = chosen[0]
  const approve = async (reason: string) => {
    const { approved, items } = await post<ApproveTasksResponse>('/tasks/decisions', {
      tasks: chosen.map((task) => task.id),
      ...(reason === '' ? {} : { reason }),
    })
    setResult({
      approved,
      left: items.flatMap((item) =>
        item.problem === null
          ? []
          : [{ id: item.id, task: chosen.find((task) => task.id === item.id), why: item.problem.title }],
      ),
    })
    setChosen([])
    await client.invalidateQueries()
  }
  const types = ['recognition', 'make_up_delay', 'post_change', 'deemed', 'class_roster'] as const
  return (
    <>
      {result && <Result result={result} />}
      <div className="filters">
        <div>
          <label htmlFor={`${id}-type`}>{say.type}</label>
          <Select
            id={`${id}-type`}
            popupMatchSelectWidth={false}
            value={type}
            onChange={(value) => filter('type', value)}
            options={[
              { value: '', label: say.allTypes },
              ...types.map((value) => ({ value: String(value), label: term('type', value, language) })),
            ]}
          />
        </div>
        <div>
          <label htmlFor={`${id}-late`}>{say.due}</label>
          <Select
            id={`${id}-late`}
            popupMatchSelectWidth={false}
            value={isLateOnly ? 'yes' : ''}
            onChange={(value) => filter('late', value)}
            options={[
              { value: '', label: say.anyDue },
              { value: 'yes', label: say.lateOnly },
            ]}
          />
        </div>
        <p className="quiet">{first ? fill(say.chosen, { count: chosen.length }) : say.hint}</p>
      </div>
      {first && (
        <div className="actions batch">
          <Confirm
            key={chosen.length}
            label={fill(say.approve, { count: chosen.length })}
            title={fill(say.approveTitle, { count: chosen.length })}
            follows={
              <p>
                {fill(say.approveFollows, {
                  type: term('type', first.type, language),
                  stage: term('stage', first.stage, language),
                })}
              </p>
            }
            reason={{ hint: say.approveReason, required: false }}
            act={approve}
          />
        </div>
      )}
      <List<ListedTask>
        of={tasks}
        label={say.todo}
        rowKey={(task) => task.id}
        only={(task) => (type === '' || task.type === type) && (!isLateOnly || task.late)}
        empty={<Empty>{type === '' && !isLateOnly ? say.noTodo : say.noneFits}</Empty>}
        rowSelection={{
          selectedRowKeys: chosen.map((task) => task.id),
          onChange: (_, rows) => {
            const [one] = chosen.length > 0 ? chosen : rows
            setChosen(one ? rows.filter((row) => kindOf(row) === kindOf(one)).slice(0, MOST_AT_ONCE) : [])
          },
          getCheckboxProps: (task) => ({
            'aria-label': fill(say.select, { title: task.title, name: task.staffName ?? say.class }),
            disabled: first !== undefined && kindOf(first) !== kindOf(task),
          }),
          getTitleCheckboxProps: () => ({ 'aria-label': say.selectAll }),
        }}
        columns={[
          { title: say.matter, key: 'matter', render: (_, task) => <Matter task={task} /> },
          {
            title: say.person,
            key: 'person',
            render: (_, { staffName }) => staffName ?? say.class,
          },
          { title: say.stage, key: 'stage', render: (_, { stage }) => term('stage', stage, language) },
          {
            title: say.hours,
            key: 'hours',
            align: 'right',
            className: 'amount',
            render: (_, { hours }) => hours ?? '—',
          },
          {
            title: say.dueOn,
            key: 'due',
            render: (_, { late, dueOn }) => (
              <StatusMark tone={late ? 'bad' : 'wait'}>
                {late ? `${say.late} ${day(dueOn, language)}` : fill(say.open, { day: day(dueOn, language) })}
              </StatusMark>
            ),
          },
        ]}
      />
    </>
  )
}

const tones = { approve: 'good', return: 'wait', reject: 'bad' } as const
const toneOf = (decision: string) => (decision in tones ? tones[decision as keyof typeof tones] : 'plain')

const Done = () => {
  const { say, language } = useSay(words)
  const tasks = useList<ListedTask>('/tasks?box=done')
  return (
    <List<ListedTask>
      of={tasks}
      label={say.done}
      rowKey={(task) => task.id}
      empty={<Empty>{say.noDone}</Empty>}
      columns={[
        { title: say.matter, key: 'matter', render: (_, task) => <Matter task={task} /> },
        { title: say.person, key: 'person', render: (_, { staffName }) => staffName ?? say.class },
        {
          title: say.decision,
          key: 'decision',
          render: (_, { decided }) =>
            decided && (
              <>
                <StatusMark tone={toneOf(decided.decision)}>
                  {term('act', decided.decision, language)}
                </StatusMark>
                {decided.for && <div className="quiet">{fill(say.forWhom, { name: decided.for.name })}</div>}
              </>
            ),
        },
        {
          title: say.at,
          key: 'at',
          className: 'number',
          render: (_, { decided }) => decided && moment(decided.at, language),
        },
      ]}
    />
  )
}

/** The to-do desk: what is to be decided, what was, and the way to what one sent oneself. */
export const TasksPage = () => {
  const { say } = useSay(words)
  const [query] = useSearchParams()
  const isDone = query.get('box') === 'done'
  return (
    <>
      <PageHead title={say.title} lead={<p>{say.lead}</p>} />
      <nav className="boxes" aria-label={say.boxes}>
        <Link to="/tasks" aria-current={isDone ? undefined : 'page'}>
          {say.todo}
        </Link>
        <Link to="/tasks?box=done" aria-current={isDone ? 'page' : undefined}>
          {say.done}
        </Link>
        <Link to="/requests">{say.mine}</Link>
      </nav>
      <Panel title={isDone ? say.done : say.todo}>{isDone ? <Done /> : <Todo />}</Panel>
    </>
  )
}
