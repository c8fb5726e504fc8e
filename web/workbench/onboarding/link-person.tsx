import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { post } from '../../shared/api/client.ts'
import { Confirm } from '../parts/confirm.tsx'
import { PersonField } from '../parts/person-field.tsx'
import { useSay } from '../preferences.tsx'

const words = {
  zh: {
    why: '这个账号还没有对应的在册人员，看不到本人的学时，也不能为自己申报。请选择这位同志在册的档案，不要再开一个账号。',
    person: '在册人员',
    link: '关联到在册人员',
    follows: '关联后，这个账号就是该人员本人的账号：能看本人的学时和证书、为自己申报；自己的事项由别人办理。',
    reason: '理由与操作人、时间一并记录，供审计查询。',
    done: '已关联到在册人员',
  },
  en: {
    why: 'This account is no person’s on a register yet: it shows no hours and can file nothing of its own. Choose the person’s record here; do not open a second account.',
    person: 'Person on the register',
    link: 'Link to the person',
    follows:
      'The account is that person’s from then on: they see their hours and certificates and file for themselves; what is their own is decided by others.',
    reason: 'Kept with who did so and when; auditors can find it.',
    done: 'The account is linked to the person',
  },
} as const

/** Says which person on a register an account is, where it was opened for a seat alone. */
export const LinkPerson = ({
  account,
  tell,
}: {
  readonly account: string
  readonly tell: (said: string) => void
}) => {
  const { say } = useSay(words)
  const id = useId()
  const queries = useQueryClient()
  const [staffId, setStaffId] = useState('')
  const link = async (reason: string) => {
    await post('/accounts/{id}/person', { path: { id: account }, body: { staffId: staffId.trim(), reason } })
    await queries.invalidateQueries({ queryKey: ['/accounts'] })
    tell(say.done)
  }
  return (
    <>
      <p>{say.why}</p>
      <label htmlFor={id}>{say.person}</label>
      <PersonField id={id} value={staffId} onChange={setStaffId} />
      {staffId.trim() !== '' && (
        <Confirm
          label={say.link}
          title={say.link}
          follows={<p>{say.follows}</p>}
          reason={{ hint: say.reason, required: true }}
          act={link}
        />
      )}
    </>
  )
}
