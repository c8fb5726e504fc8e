import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { get, post } from '../../shared/api/client.ts'
import { ProblemNotice } from '../parts/notice.tsx'
import { Unread } from '../parts/unread.tsx'
import { useSay } from '../preferences.tsx'

const words = {
  zh: {
    subscribe: '订阅邮件',
    end: '取消订阅',
    on: '已订阅：有新文件发布时发邮件通知您。',
    off: '已取消，不再发邮件。',
  },
  en: {
    subscribe: 'Subscribe by mail',
    end: 'Unsubscribe',
    on: 'Subscribed: you are written to when a document is published.',
    off: 'Ended: you are not written to any more.',
  },
} as const

const KEY = ['/policies/subscription']

/** Whether one is written to when something is published, and the button that changes it. */
export const Subscription = () => {
  const { say } = useSay(words)
  const queries = useQueryClient()
  const asked = useQuery({ queryKey: KEY, queryFn: () => get('/policies/subscription') })
  const changing = useMutation({
    mutationFn: (subscribed: boolean) => post('/policies/subscription', { body: { subscribed } }),
    onSuccess: (now) => queries.setQueryData(KEY, now),
  })
  const { data } = asked
  if (data === undefined) return <Unread of={asked} what={say.subscribe} />
  return (
    <>
      <Button loading={changing.isPending} onClick={() => changing.mutate(!data.subscribed)}>
        {data.subscribed ? say.end : say.subscribe}
      </Button>
      <span role="status">{changing.data && (changing.data.subscribed ? say.on : say.off)}</span>
      {changing.isError && <ProblemNotice error={changing.error} />}
    </>
  )
}
