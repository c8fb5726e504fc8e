import { Button } from 'antd'
import { type KeyboardEvent, lazy, Suspense, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { ListedTask } from '../../shared/api/types.gen.ts'
import { oneOf } from '../../shared/one-of.ts'
import { has, useMe } from '../me.ts'
import { List } from '../parts/list.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty } from '../parts/panel.tsx'
import { useWaitingMatters, WaitingMatters } from '../parts/waiting-matters.tsx'
import { useSay } from '../preferences.tsx'
import { BatchApproval, BatchOutcome, type BatchResult, useIsReady } from './batch-approval.tsx'
import styles from './desk.module.css'
import { Overdue } from './overdue.tsx'
import { useDoneColumns, useTodoColumns } from './task-columns.tsx'
import { TaskFilters, useTaskFilters } from './task-filters.tsx'
import { byUrgency, kindOf, MOST_AT_ONCE } from './task-kinds.ts'
import { useTasks } from './use-tasks.ts'
import { words } from './words.ts'

const FirstSteps = lazy(async () => ({ default: (await import('./first-steps.tsx')).FirstSteps }))

type Box = 'todo' | 'done' | 'overdue'

const Boxes = ({ box }: { readonly box: Box }) => {
  const { say } = useSay(words)
  const isAuthority = has(useMe(), 'authority')
  return (
    <nav className="tabs" aria-label={say.boxes}>
      <Link to="/tasks" aria-current={box === 'todo' ? 'page' : undefined}>
        {say.todo}
      </Link>
      <Link to="/tasks?box=done" aria-current={box === 'done' ? 'page' : undefined}>
        {say.done}
      </Link>
      {isAuthority && (
        <Link to="/tasks?box=overdue" aria-current={box === 'overdue' ? 'page' : undefined}>
          {say.overdue}
        </Link>
      )}
      <Link to="/requests">{say.mine}</Link>
    </nav>
  )
}

/** Up and down go from one row's box to the next; with Shift they take it into the selection. */
const moveBetweenRows = (event: KeyboardEvent<HTMLElement>): void => {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  const box = event.target
  if (step === 0 || !(box instanceof HTMLInputElement) || box.type !== 'checkbox') return
  const boxes = [
    ...event.currentTarget.querySelectorAll<HTMLInputElement>('tbody input[type="checkbox"]:enabled'),
  ]
  const next = boxes[boxes.indexOf(box) + step]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
  next.scrollIntoView({ block: 'nearest' })
  if (event.shiftKey && !next.checked) next.click()
}

/** Complaints, questions and inspections that wait too: they have lists of their own. */
const Besides = () => {
  const { say } = useSay(words)
  const matters = useWaitingMatters()
  return matters.length === 0 ? null : (
    <ul className={`plain ${styles.besides}`} aria-label={say.besides}>
      <WaitingMatters of={matters} />
    </ul>
  )
}

const Todo = () => {
  const { say } = useSay(words)
  const filters = useTaskFilters()
  const list = useTasks({ box: 'todo', limit: 100, ...filters.asked }, filters.words)
  const columns = useTodoColumns()
  const isReady = useIsReady()
  const [ids, select] = useState<readonly string[]>([])
  const [result, setResult] = useState<BatchResult>()
  const all = list.data?.pages.flatMap(({ items }) => items) ?? []
  const shown = filters.isLatest ? all : all.toSorted(byUrgency)
  // A task that is filtered out or gone is not approved unseen.
  const selected = shown.filter(({ id }) => ids.includes(id))
  const [first] = selected
  // What has flags that nobody looked at is not approved together; it may be returned together.
  const isToReturn = selected.some((task) => !isReady(task))
  const isFree = (task: ListedTask): boolean =>
    ids.includes(task.id) ||
    ((isReady(task) || isToReturn) &&
      selected.length < MOST_AT_ONCE &&
      (first === undefined || kindOf(first) === kindOf(task)))
  const isIdle = list.isSuccess && all.length === 0 && !list.hasNextPage && !filters.isSet
  return (
    <>
      {result && <BatchOutcome of={result} close={() => setResult(undefined)} />}
      {(all.length > 0 || filters.isSet) && <TaskFilters isTodo />}
      {shown.length > 0 && (
        <BatchApproval tasks={shown} selected={selected} select={select} done={setResult} />
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only listens to the boxes within */}
      <div className={styles.taskTable} onKeyDown={moveBetweenRows}>
        <List<ListedTask>
          of={list}
          label={say.list}
          rowKey={({ id }) => id}
          {...(filters.isLatest ? {} : { order: byUrgency })}
          columns={columns}
          rowSelection={{
            selectedRowKeys: selected.map(({ id }) => id),
            onChange: select,
            getCheckboxProps: (task) => ({
              disabled: !isFree(task),
              'aria-label': [task.title, task.staffName].filter((part) => part).join(' · '),
            }),
          }}
          empty={
            filters.isSet ? (
              <Empty action={<Button onClick={filters.clear}>{say.clear}</Button>}>{say.nothingFits}</Empty>
            ) : (
              <Empty action={<Link to="/tasks?box=done">{say.seeDone}</Link>}>{say.nothing}</Empty>
            )
          }
        />
      </div>
      {isIdle && (
        <Suspense>
          <FirstSteps />
        </Suspense>
      )}
    </>
  )
}

const Done = () => {
  const { say } = useSay(words)
  const filters = useTaskFilters()
  const list = useTasks({ box: 'done', ...filters.asked }, filters.words)
  const columns = useDoneColumns()
  return (
    <div className={styles.taskTable}>
      <TaskFilters isTodo={false} />
      <List<ListedTask>
        of={list}
        label={say.listDone}
        rowKey={({ id }) => id}
        columns={columns}
        empty={
          filters.isSet ? (
            <Empty action={<Button onClick={filters.clear}>{say.clear}</Button>}>{say.nothingFits}</Empty>
          ) : (
            <Empty>{say.nothingDone}</Empty>
          )
        }
      />
    </div>
  )
}

/** What a desk has to decide, by urgency, what it has decided, and what desks below are late with. */
export const TasksPage = () => {
  const { say } = useSay(words)
  const me = useMe()
  const [query] = useSearchParams()
  const box: Box = oneOf(['done', 'overdue'], query.get('box')) ?? 'todo'
  const shown = { todo: <Todo />, done: <Done />, overdue: <Overdue /> }
  const isDesk = has(me, 'institution', 'department', 'authority')
  return (
    <>
      <PageHead
        title={say.title}
        lead={<p>{{ todo: say.lead, done: say.leadDone, overdue: say.leadOverdue }[box]}</p>}
      />
      {me.holdsTasks ? (
        <>
          <Boxes box={box} />
          {box === 'todo' && isDesk && <Besides />}
          {shown[box]}
        </>
      ) : (
        <Empty>{say.noDesk}</Empty>
      )}
    </>
  )
}
