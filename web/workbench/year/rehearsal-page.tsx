import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { get, ProblemError, post } from '../../shared/api/client.ts'
import type { Rehearsal } from '../../shared/api/types.gen.ts'
import { moment } from '../../shared/dates.ts'
import { isOfRegion, useMe } from '../me.ts'
import { Confirm } from '../parts/confirm.tsx'
import { Loading } from '../parts/loading.tsx'
import { Notice, ProblemNotice } from '../parts/notice.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { StatusMark } from '../parts/status-mark.tsx'
import { fill, useSay } from '../preferences.tsx'
import { BlockingDesks } from './blocking-desks.tsx'
import { RunProgress } from './progress.tsx'
import { YearHead } from './year-head.tsx'
import { YearNumbers } from './year-numbers.tsx'
import { useChosenYear } from './year-query.ts'

const words = {
  zh: {
    title: '{year} 年度结算预演',
    lead: '如果现在结算，结果会怎样；谁的年度卡在哪个部门的待办里。预演不写入结果，不生成证书。',
    state: '预演状态',
    running: '正在预演',
    done: '已完成',
    never: '这一年还没有预演过。',
    neverRegion: '预演随时可以做，通常几分钟内完成。',
    neverOther: '预演由自治区人事综合管理部门启动，完成后这里显示本机构的数字。',
    start: '启动预演',
    again: '重新预演',
    startTitle: '启动 {year} 年度结算预演',
    follows: '系统按现在的台账逐人试算全区这一年的结果。上一次预演的数字由这一次代替。',
    redrive: '从失败处继续',
    redriveTitle: '继续 {year} 年度预演',
    redriveFollows: '只重做没有完成的部分。',
    failed: '有 {count} 个分片没有完成',
    failedText: '其余部分不受影响。',
    numbers: '如果现在结算',
    asOf: '数据时间：{moment}。',
    soFar: '正在试算，以下是到目前为止的数字。',
  },
  en: {
    title: 'Rehearsal of {year}',
    lead: 'What a close would say now, and whose year waits on which desk. A rehearsal writes no results and issues nothing.',
    state: 'State of the rehearsal',
    running: 'under way',
    done: 'done',
    never: 'This year has not been rehearsed yet.',
    neverRegion: 'A rehearsal can be made at any time and usually takes a few minutes.',
    neverOther:
      'The region’s personnel authority starts it; afterwards the numbers of your organisation stand here.',
    start: 'Start a rehearsal',
    again: 'Rehearse again',
    startTitle: 'Rehearse the close of {year}',
    follows:
      'Everyone is assessed by the ledger as it is now. The last rehearsal’s numbers give way to these.',
    redrive: 'Go on from where it failed',
    redriveTitle: 'Go on with the rehearsal of {year}',
    redriveFollows: 'Only what has not been finished is done again.',
    failed: '{count} {count|shard|shards} {count|was|were} not finished',
    failedText: 'The others are not affected.',
    numbers: 'If the year were closed now',
    asOf: 'As of {moment}.',
    soFar: 'Being assessed: these are the numbers so far.',
  },
} as const

const WHILE_IT_RUNS = 1500

/** The latest rehearsal with the pages of its blocking desks; looked at again and again while it runs. */
const useRehearsal = (year: number, organisation: string | undefined) =>
  useInfiniteQuery({
    queryKey: [`/years/${year}/rehearsal`, organisation],
    queryFn: ({ pageParam }) =>
      get('/years/{year}/rehearsal', {
        path: { year },
        query: { organisation, cursor: pageParam, limit: 20 },
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ blocking }) => blocking.cursor ?? undefined,
    refetchInterval: ({ state: { data } }) => {
      const [first] = data?.pages ?? []
      return first?.status === 'running' && first.failedShards === 0 ? WHILE_IT_RUNS : false
    },
  })

const Acts = ({ year, rehearsal }: { readonly year: number; readonly rehearsal: Rehearsal | undefined }) => {
  const { say } = useSay(words)
  const me = useMe()
  const queries = useQueryClient()
  if (!isOfRegion(me)) return null
  const path = { year }
  const follow = async (begun: Promise<unknown>) => {
    await begun
    await queries.invalidateQueries({ queryKey: [`/years/${year}/rehearsal`] })
  }
  if (rehearsal?.status === 'running')
    return (
      rehearsal.failedShards > 0 && (
        <Confirm
          label={say.redrive}
          title={fill(say.redriveTitle, { year })}
          follows={<p>{say.redriveFollows}</p>}
          act={() => follow(post('/years/{year}/redrive', { path, query: { of: 'rehearsal' } }))}
        />
      )
    )
  return (
    <Confirm
      label={rehearsal === undefined ? say.start : say.again}
      title={fill(say.startTitle, { year })}
      follows={<p>{say.follows}</p>}
      act={() => follow(post('/years/{year}/rehearsal', { path }))}
    />
  )
}

const isNotRehearsed = (error: unknown): boolean =>
  error instanceof ProblemError && error.code === 'YEAR_NOT_REHEARSED'

/**
 * A rehearsal of a close, which enters no results: its numbers, and the desks that keep people from
 * completing the year.
 */
export const RehearsalPage = () => {
  const { say, language } = useSay(words)
  const { year, organisation } = useChosenYear()
  const asked = useRehearsal(year, organisation)
  const isRegion = isOfRegion(useMe())
  const [first] = asked.data?.pages ?? []
  const isNever = isNotRehearsed(asked.error)
  return (
    <>
      <YearHead
        title={fill(say.title, { year })}
        lead={
          <>
            {first && <p>{first.organisation.name}</p>}
            <p>{say.lead}</p>
          </>
        }
      />
      {asked.isPending && <Loading />}
      {asked.isError && !isNever && <ProblemNotice error={asked.error} again={() => void asked.refetch()} />}
      {isNever && (
        <Panel title={say.state}>
          <Empty action={<Acts year={year} rehearsal={undefined} />}>
            {say.never}
            {isRegion ? say.neverRegion : say.neverOther}
          </Empty>
        </Panel>
      )}
      {first && !isNever && (
        <>
          <Panel title={say.state}>
            <p>
              <StatusMark tone={first.status === 'done' ? 'good' : 'wait'}>{say[first.status]}</StatusMark>
            </p>
            {first.status === 'running' && <RunProgress of={first.progress} />}
            {first.failedShards > 0 && (
              <Notice tone="bad" title={fill(say.failed, { count: first.failedShards })}>
                <p>{say.failedText}</p>
              </Notice>
            )}
            <div className="actions">
              <Acts year={year} rehearsal={first} />
            </div>
          </Panel>
          <YearNumbers
            title={say.numbers}
            of={first}
            notApplicable={
              first.organisation.kind === 'authority' && first.organisation.level === 'region'
                ? first.notApplicable
                : undefined
            }
            note={
              first.status === 'done' && first.startedAt
                ? fill(say.asOf, { moment: moment(first.closedAt ?? first.startedAt, language) })
                : say.soFar
            }
          />
          {first.status === 'done' && (
            <BlockingDesks
              of={asked.data?.pages.flatMap(({ blocking }) => blocking.items) ?? []}
              {...(asked.hasNextPage && {
                more: { isBusy: asked.isFetchingNextPage, ask: () => void asked.fetchNextPage() },
              })}
            />
          )}
        </>
      )}
    </>
  )
}
