import { useQueryClient } from '@tanstack/react-query'
import { Input } from 'antd'
import { useId, useState } from 'react'
import { post } from '../../shared/api/client.ts'
import type { FeedRowAtDesk } from '../../shared/api/types.gen.ts'
import { Confirm } from '../parts/confirm.tsx'
import { useSay } from '../preferences.tsx'
import { words } from './words.ts'

/** What a desk may do with a record: accept a held one as somebody's, or refuse it. */
export const Resolution = ({ row }: { readonly row: FeedRowAtDesk }) => {
  const { say } = useSay(words)
  const client = useQueryClient()
  const id = useId()
  const [staffId, setStaffId] = useState('')
  const resolve = (action: 'accept' | 'refuse') => async (reason: string) => {
    const { provider: providerId, recordNo, version } = row
    const whose = action === 'accept' && staffId.trim() !== '' ? { staffId: staffId.trim() } : {}
    await post('/feeds/resolutions', { body: { providerId, recordNo, version, action, reason, ...whose } })
    await client.invalidateQueries()
  }
  const reason = { hint: say.reasonHint, required: true }
  return (
    <>
      {row.state === 'held' && (
        <Confirm
          label={say.accept}
          title={say.acceptTitle}
          reason={reason}
          act={resolve('accept')}
          follows={
            <>
              <p>{say.acceptFollows}</p>
              {row.staffId === null && (
                <div className="field">
                  <label htmlFor={id}>{say.staff}</label>
                  <Input
                    id={id}
                    value={staffId}
                    maxLength={200}
                    aria-describedby={`${id}-hint`}
                    onChange={({ target }) => setStaffId(target.value)}
                  />
                  <p id={`${id}-hint`} className="quiet">
                    {say.staffHint}
                  </p>
                </div>
              )}
            </>
          }
        />
      )}
      <Confirm
        danger
        label={say.refuse}
        title={say.refuseTitle}
        follows={<p>{say.refuseFollows}</p>}
        reason={reason}
        act={resolve('refuse')}
      />
    </>
  )
}
