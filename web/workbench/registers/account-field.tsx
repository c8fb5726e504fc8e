import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { getPage } from '../../shared/api/client.ts'
import type { Account } from '../../shared/api/types.gen.ts'
import { enumerate } from '../../shared/fill.ts'
import { term } from '../../shared/terms.ts'
import { useMe } from '../me.ts'
import { ProblemNotice } from '../parts/notice.tsx'
import { usePaused } from '../parts/use-organisations.ts'
import { fill, useSay } from '../preferences.tsx'

const words = {
  zh: {
    choose: '输入姓名查找',
    hint: '在本机构和您所在机构的账号中按姓名查找；其他机构的人，请输入对方账号页面上的账号编号。',
    typeName: '请输入姓名，可以只输入一部分。',
    none: '没有找到。还没有账号的，请邀请开通账号。',
    onRegister: '在册人员',
    byNumber: '账号编号 {id}',
  },
  en: {
    choose: 'Type a name',
    hint: 'Found by name among the accounts here and at your own organisations; of anybody elsewhere, type the account number that their account page shows.',
    typeName: 'Type a name, or a part of one.',
    none: 'Nobody was found. Invite whoever has no account yet.',
    onRegister: 'on the register',
    byNumber: 'Account number {id}',
  },
} as const

/** So many accounts of an organisation are looked through, page by page. */
const MOST_READ = 500
/** So many are offered; whoever looks for another one types more of the name. */
const MOST_SHOWN = 20

const accountsAt = async (organisation: string): Promise<readonly Account[]> => {
  const found: Account[] = []
  let cursor: string | undefined
  do {
    const page = await getPage('/accounts', { query: { organisation, limit: 100 } }, cursor)
    found.push(...page.items)
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined && found.length < MOST_READ)
  return found
}

export interface AccountFieldProps {
  readonly id: string
  /** The organisation whose seat is given. */
  readonly organisation: string
  readonly value: string
  readonly onChange: (account: string) => void
}

/** An account, found by its person's name among those of an organisation and of the reader's own; or by its number. */
export const AccountField = ({ id, organisation, value, onChange }: AccountFieldProps) => {
  const { say, language } = useSay(words)
  const me = useMe()
  const [typed, setTyped] = useState('')
  const name = usePaused(typed).trim()
  const places = [...new Set([organisation, ...me.roles.map((seat) => seat.organisation.id)])]
  const accounts = useQuery({
    queryKey: ['/accounts', 'at', places],
    queryFn: async () => (await Promise.all(places.map(accountsAt))).flat(),
    enabled: name !== '',
    staleTime: 60_000,
  })
  // Whom one has chosen keeps their name when the search goes on.
  const [chosen, choose] = useState<{ value: string; label: string }>()
  const known = new Map((accounts.data ?? []).map((one) => [one.id, one]))
  const found = [...known.values()]
    .filter((one) => one.id !== me.id && one.status !== 'withdrawn' && one.name.includes(name))
    .slice(0, MOST_SHOWN)
    .map((one) => {
      const seats = [...new Set(one.roles.map(({ role }) => term('role', role, language)))]
      const what = seats.length > 0 ? enumerate(seats, language) : say.onRegister
      return { value: one.id, label: `${one.name}（${what}）` }
    })
  const isNumber = /^[\w.-]{3,100}$/.test(name) && found.every((one) => one.value !== name)
  const offered = [
    ...(name === '' ? [] : found),
    ...(isNumber ? [{ value: name, label: fill(say.byNumber, { id: name }) }] : []),
  ]
  const isKept = value !== '' && chosen?.value === value && offered.every((one) => one.value !== value)
  return (
    <>
      <Select
        id={id}
        value={value === '' ? null : value}
        showSearch={{ filterOption: false, onSearch: setTyped }}
        loading={accounts.isFetching}
        placeholder={say.choose}
        popupMatchSelectWidth={false}
        aria-describedby={`${id}-found`}
        notFoundContent={name === '' || accounts.isFetching ? say.typeName : say.none}
        options={isKept && chosen ? [chosen, ...offered] : offered}
        onChange={(account: string | null, option) => {
          const one = [option].flat()[0]
          if (account !== null && one !== undefined) choose({ value: account, label: String(one.label) })
          onChange(account ?? '')
        }}
      />
      <p id={`${id}-found`} className="quiet">
        {say.hint}
      </p>
      {accounts.isError && <ProblemNotice error={accounts.error} again={() => void accounts.refetch()} />}
    </>
  )
}
