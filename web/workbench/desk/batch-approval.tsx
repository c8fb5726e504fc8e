import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useId, useRef } from 'react'
import { post } from '../../shared/api/client.ts'
import type { ApproveTasksResponse, ListedTask } from '../../shared/api/types.gen.ts'
import { hasLookedAt } from '../../shared/looked-at.ts'
import { stageTerm, term } from '../../shared/terms.ts'
import { useMe } from '../me.ts'
import { Confirm } from '../parts/confirm.tsx'
import { Notice } from '../parts/notice.tsx'
import { fill, useSay } from '../preferences.tsx'
import styles from './desk.module.css'
import { Phrases } from './phrases.tsx'
import { type Kind, kindsAmong, MOST_AT_ONCE } from './task-kinds.ts'

const words = {
  zh: {
    selectKind: '选中同一类型和环节的事项，可以一起同意（一次至多 {most} 项）：',
    selectAll: '{kind}（{count} 项）',
    selectFirst: '{kind}（共 {count} 项，先选 {most} 项）',
    leftOut: '有提示的 {count} 项没有选入：请逐项打开查看，看过的可以再选。',
    selectFlagged: '选中有提示的 {count} 项，批量退回：{kind}',
    returnAlone: '其中有没有查看过的提示，不能批量同意。',
    selected: '已选 {count} 项：{kind}',
    selectedHours: '，共 {hours} 学时',
    clear: '取消选择',
    approve: '批量同意',
    confirm: '同意这 {count} 项',
    follows:
      '这 {count} 项都按申报内容同意，相当于您逐项作出决定：请先确认事实和证明材料已经核实。每项分别转到下一环节或者办结，不能一起撤回。',
    exceptionsStay: '不能同意的保持原样，并在这里逐项列出。',
    exceptionsStayBack: '不能退回的保持原样，并在这里逐项列出。',
    hint: '可以不填。申请人会看到。',
    giveBack: '批量退回修改',
    confirmBack: '退回这 {count} 项',
    followsBack: '这 {count} 项都按同一理由退回，申请人修改后可以重新提交，从第一个环节重新开始。',
    hintBack: '每一位申请人都会看到这个理由。',
    returned: '已退回 {count} 项',
    exceptionsBack: '已退回 {count} 项，{left} 项没有办成',
    approved: '已同意 {count} 项',
    exceptions: '已同意 {count} 项，{left} 项没有办成',
    none: '{left} 项都没有办成',
    exceptionsText: '下面各项保持原样，请逐项打开办理：',
    close: '知道了',
  },
  en: {
    selectKind: 'Select tasks of one type and stage to approve them together (at most {most} at once):',
    selectAll: '{kind} ({count})',
    selectFirst: '{kind} (the first {most} of {count})',
    leftOut: '{count} with flags are left out: open each and look; then it may be selected.',
    selectFlagged: 'Select the {count} with flags to return them together: {kind}',
    returnAlone: 'Some have flags that you have not looked at: they cannot be approved together.',
    selected: '{count} selected: {kind}',
    selectedHours: ', {hours} {hours|hour|hours} in all',
    clear: 'Clear the selection',
    approve: 'Approve together',
    confirm: 'Approve these {count}',
    follows:
      'All {count} are approved as they were claimed, as if you decided each alone: please make sure that facts and proofs have been checked. Each goes on to its next desk or is done; they cannot be taken back together.',
    exceptionsStay: 'What cannot be approved stays as it is and is listed here.',
    exceptionsStayBack: 'What cannot be returned stays as it is and is listed here.',
    hint: 'May be left empty. The submitter sees it.',
    giveBack: 'Return together',
    confirmBack: 'Return these {count}',
    followsBack:
      'All {count} are returned with the same reason; each submitter may resubmit, beginning with the first desk.',
    hintBack: 'Every submitter sees this reason.',
    returned: '{count} returned',
    exceptionsBack: '{count} returned, {left} not',
    approved: '{count} approved',
    exceptions: '{count} approved, {left} not',
    none: 'None of the {left} was dealt with',
    exceptionsText: 'These stay as they are; please open each:',
    close: 'Close',
  },
} as const

const beside = (text: string, change: (text: string) => void) => <Phrases text={text} change={change} />

type Answered = Pick<ApproveTasksResponse['items'][number], 'id' | 'problem'>

/** What came of a decision on many. */
export interface BatchResult {
  readonly act: 'approved' | 'returned'
  readonly number: number
  readonly exceptions: readonly {
    readonly id: string
    readonly title: string
    readonly person: string | null
    readonly problem: string
  }[]
}

const useKindName = () => {
  const { language } = useSay(words)
  return ({ type, stage }: Pick<Kind, 'type' | 'stage'>) =>
    `${term('type', type, language)} · ${stageTerm(type, stage, language)}`
}

/** Whether a task may be approved together with others: it has no flags, or its reader has opened it. */
export const useIsReady = (): ((task: Pick<ListedTask, 'id' | 'flags'>) => boolean) => {
  const { id: reader } = useMe()
  return ({ id, flags }) => flags.length === 0 || hasLookedAt(reader, id)
}

export interface BatchApprovalProps {
  /** What is shown, after the filters. */
  readonly tasks: readonly ListedTask[]
  readonly selected: readonly ListedTask[]
  readonly select: (ids: readonly string[]) => void
  readonly done: (result: BatchResult) => void
}

/** The bar above the tasks: selects those of one kind, and approves or returns what is selected in two steps. */
export const BatchApproval = ({ tasks, selected, select, done }: BatchApprovalProps) => {
  const { say } = useSay(words)
  const nameOf = useKindName()
  const client = useQueryClient()
  const me = useMe()
  const title = useId()
  const isReady = useIsReady()
  const flagged = tasks.filter((task) => !isReady(task))
  const left = flagged.length
  const [first] = selected
  if (first === undefined)
    return (
      <div className={styles.batch}>
        <p className="quiet">{fill(say.selectKind, { most: MOST_AT_ONCE })}</p>
        <div className="actions">
          {kindsAmong(tasks.filter(isReady)).map((kind) => (
            <Button
              key={kind.key}
              onClick={() => select(kind.tasks.slice(0, MOST_AT_ONCE).map(({ id }) => id))}
            >
              {fill(kind.tasks.length > MOST_AT_ONCE ? say.selectFirst : say.selectAll, {
                kind: nameOf(kind),
                count: kind.tasks.length,
                most: MOST_AT_ONCE,
              })}
            </Button>
          ))}
        </div>
        {left > 0 && (
          <>
            <p className="quiet">{fill(say.leftOut, { count: left })}</p>
            <div className="actions">
              {kindsAmong(flagged).map((kind) => (
                <Button
                  key={kind.key}
                  onClick={() => select(kind.tasks.slice(0, MOST_AT_ONCE).map(({ id }) => id))}
                >
                  {fill(say.selectFlagged, {
                    kind: nameOf(kind),
                    count: Math.min(kind.tasks.length, MOST_AT_ONCE),
                  })}
                </Button>
              ))}
            </div>
          </>
        )}
      </div>
    )
  const titled = (act: BatchResult['act'], number: number, items: readonly Answered[]): BatchResult => {
    const byId = new Map(selected.map((task) => [task.id, task]))
    return {
      act,
      number,
      exceptions: items.flatMap(({ id, problem }) =>
        problem === null
          ? []
          : [
              {
                id,
                title: byId.get(id)?.title ?? id,
                person: byId.get(id)?.staffName ?? null,
                problem: [problem.title, ...(problem.errors ?? []).map(({ detail }) => detail)].join(' '),
              },
            ],
      ),
    }
  }
  const end = async (result: BatchResult) => {
    await client.invalidateQueries({ queryKey: ['/tasks'] })
    select([])
    done(result)
  }
  const ids = selected.map(({ id }) => id)
  const approve = async (reason: string) => {
    const seen = ids.filter((id) => hasLookedAt(me.id, id))
    const body = { tasks: ids, seen, ...(reason === '' ? {} : { reason }) }
    const answer = await post('/tasks/decisions', { body })
    await end(titled('approved', answer.approved, answer.items))
  }
  const giveBack = async (reason: string) => {
    const answer = await post('/tasks/returns', { body: { tasks: ids, reason } })
    await end(titled('returned', answer.returned, answer.items))
  }
  const count = selected.length
  const hours = selected.reduce((sum, task) => sum + Math.round((task.hours ?? 0) * 10), 0) / 10
  return (
    <section className={`${styles.batch} ${styles.on}`} aria-labelledby={title}>
      <h2 id={title} className="visually-hidden">
        {say.approve}
      </h2>
      <p role="status">
        <span className="strong">{fill(say.selected, { count, kind: nameOf(first) })}</span>
        {hours > 0 && fill(say.selectedHours, { hours })}
      </p>
      <div className="actions">
        {selected.every(isReady) ? (
          <Confirm
            label={say.approve}
            title={fill(say.confirm, { count })}
            follows={
              <>
                <p>{fill(say.follows, { count })}</p>
                <p>{say.exceptionsStay}</p>
              </>
            }
            reason={{ hint: say.hint, required: false, beside }}
            act={approve}
          />
        ) : (
          <p className="quiet">{say.returnAlone}</p>
        )}
        <Confirm
          label={say.giveBack}
          title={fill(say.confirmBack, { count })}
          follows={
            <>
              <p>{fill(say.followsBack, { count })}</p>
              <p>{say.exceptionsStayBack}</p>
            </>
          }
          reason={{ hint: say.hintBack, required: true, beside }}
          act={giveBack}
        />
        <Button onClick={() => select([])}>{say.clear}</Button>
      </div>
    </section>
  )
}

/** How many were decided, and each that was not, with why and where to go. It takes the focus. */
export const BatchOutcome = ({ of, close }: { readonly of: BatchResult; readonly close: () => void }) => {
  const { say } = useSay(words)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (of) box.current?.focus()
  }, [of])
  const { act, number: count, exceptions } = of
  const left = exceptions.length
  const title =
    left === 0
      ? fill(say[act], { count })
      : count === 0
        ? fill(say.none, { left })
        : fill(act === 'approved' ? say.exceptions : say.exceptionsBack, { count, left })
  return (
    <div ref={box} tabIndex={-1} className={styles.outcome}>
      <Notice
        tone={left === 0 ? 'good' : 'wait'}
        title={title}
        actions={<Button onClick={close}>{say.close}</Button>}
      >
        {left > 0 && (
          <>
            <p>{say.exceptionsText}</p>
            <ul>
              {exceptions.map(({ id, title: matter, person, problem }) => (
                <li key={id}>
                  <a href={`/task/${encodeURIComponent(id)}`}>
                    {[matter, person].filter((part) => part).join(' · ')}
                  </a>
                  <div>{problem}</div>
                </li>
              ))}
            </ul>
          </>
        )}
      </Notice>
    </div>
  )
}
