import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useParams } from 'react-router'
import { post } from '../../shared/api/client.ts'
import { useMe } from '../me.ts'
import { ProblemNotice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { fill, useSay } from '../preferences.tsx'
import { useDoneAt } from '../registers/done.tsx'

const words = {
  zh: {
    title: '确认新邮箱',
    lead: '确认后，{name} 的通知改发到收到这个链接的邮箱。',
    confirm: '确认新邮箱',
    done: '新邮箱已生效',
  },
  en: {
    title: 'Confirm the new address',
    lead: 'From then on, notices for {name} go to the address at which you found this link.',
    confirm: 'Confirm the new address',
    done: 'The new address holds',
  },
} as const

/** The page of the link in the mail to a new address; only the button confirms it. */
export const AddressPage = () => {
  const { say } = useSay(words)
  const { token = '' } = useParams()
  const { name } = useMe()
  const queries = useQueryClient()
  const doneAt = useDoneAt()
  const confirming = useMutation({
    mutationFn: () => post('/addresses/{token}/confirmation', { path: { token } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['me'] })
      await doneAt('/account', say.done)
    },
  })
  return (
    <>
      <PageHead title={say.title} lead={<p>{fill(say.lead, { name })}</p>} />
      {confirming.isError && <ProblemNotice error={confirming.error} again={() => confirming.mutate()} />}
      <p className="actions">
        <Button
          type="primary"
          size="large"
          loading={confirming.isPending}
          onClick={() => confirming.mutate()}
        >
          {say.confirm}
        </Button>
      </p>
    </>
  )
}
