import { useQueryClient } from '@tanstack/react-query'
import { post } from '../../shared/api/client.ts'
import type { Year } from '../../shared/api/types.gen.ts'
import { isOfRegion, useMe } from '../me.ts'
import { Confirm } from '../parts/confirm.tsx'
import { fill, useSay } from '../preferences.tsx'

const words = {
  zh: {
    close: '启动年度结算',
    closeTitle: '启动 {year} 年度结算',
    again: '重新结算',
    againTitle: '重新结算 {year} 年度',
    follows:
      '系统按培训时间逐人评定全区这一年的结果，为已完成而没有证书的人生成证书，汇总到各级机构，并通知各人事综合管理部门。',
    early: '12 月 31 日当天启动的，到当日结束时才开始评定，当天的培训仍然计入。',
    repeat: '可以重复：正确的结果不会改变，发生变化的以新条目更正。',
    redrive: '从失败处继续',
    redriveTitle: '继续 {year} 年度结算',
    redriveFollows: '只重做没有完成的部分，已经评定的不再重做。',
  },
  en: {
    close: 'Close the year',
    closeTitle: 'Close {year}',
    again: 'Close again',
    againTitle: 'Close {year} again',
    follows:
      'Everyone on the region’s registers is assessed by the dates of their training; certificates that are due and missing are issued; the results are summed up at every level and told to the authorities.',
    early: 'Started on 31 December, it begins when the day is over, so that its training still counts.',
    repeat: 'Safe to repeat: what is right stays, what has changed is corrected by a new entry.',
    redrive: 'Go on from where it failed',
    redriveTitle: 'Go on with {year}',
    redriveFollows: 'Only what has not been finished is done again.',
  },
} as const

/** What the region may set going: the close from 31 December on, and what is left of one that failed. */
export const YearActs = ({ of: { year, status, failedShards } }: { readonly of: Year }) => {
  const { say } = useSay(words)
  const me = useMe()
  const queries = useQueryClient()
  if (!isOfRegion(me)) return null
  const start = async (act: 'close' | 'redrive') => {
    await post(`/years/{year}/${act}`, { path: { year } })
    await queries.invalidateQueries({ queryKey: [`/years/${year}`] })
  }
  if (status === 'closing')
    return (
      failedShards > 0 && (
        <Confirm
          label={say.redrive}
          title={fill(say.redriveTitle, { year })}
          follows={<p>{say.redriveFollows}</p>}
          act={() => start('redrive')}
        />
      )
    )
  if (me.today < `${year}-12-31`) return null
  const isAgain = status === 'closed'
  return (
    <Confirm
      label={isAgain ? say.again : say.close}
      title={fill(isAgain ? say.againTitle : say.closeTitle, { year })}
      follows={
        <>
          <p>{say.follows}</p>
          <p>{me.today === `${year}-12-31` ? say.early : say.repeat}</p>
        </>
      }
      act={() => start('close')}
    />
  )
}
