import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { post } from '../../shared/api/client.ts'
import type { Organisation } from '../../shared/api/types.gen.ts'
import { term } from '../../shared/terms.ts'
import { ProblemNotice } from '../parts/notice.tsx'
import { useSay } from '../preferences.tsx'
import { organisationQuery } from './organisation-page.tsx'
import styles from './registers.module.css'

const words = {
  zh: {
    hint: '输入名称的一部分查找（本单位及所辖范围）；更远的机构填其编号。',
    none: '没有找到。换个词，或填机构编号：打开那个机构的登记页可以看到。',
  },
  en: {
    hint: 'Type a part of the name (your own and what stands below it), or the number of one farther away.',
    none: 'None was found. Try another word, or its number: it stands on its page of the register.',
  },
} as const

/** Fewer characters would find half the region. */
const LEAST = 2

export interface OrganisationFieldProps {
  readonly id?: string
  /** The id of the organisation. */
  readonly value?: string
  readonly onChange?: (value: string | undefined) => void
  /** What it may be, where it is not any. */
  readonly kind?: Organisation['kind']
}

/** Another organisation, found by a part of its name or by its number; what is kept is its id. */
export const OrganisationField = ({ id = '', value, onChange, kind }: OrganisationFieldProps) => {
  const { say, language } = useSay(words)
  const [typed, setTyped] = useState('')
  const text = useDeferredValue(typed.trim())
  const chosen = useQuery({ ...organisationQuery(value ?? ''), enabled: value !== undefined && value !== '' })
  const found = useQuery({
    queryKey: ['/search', 'organisations', text],
    queryFn: () => post('/search', { body: { text } }),
    enabled: text.length >= LEAST,
  })
  const offered = (found.data?.organisations ?? []).filter((one) => kind === undefined || one.kind === kind)
  const known = chosen.data && !offered.some((one) => one.id === value) ? [chosen.data] : []
  return (
    <>
      <Select
        id={id}
        allowClear
        showSearch={{ filterOption: false, onSearch: setTyped }}
        aria-describedby={`${id}-found`}
        loading={found.isFetching || chosen.isFetching}
        notFoundContent={text.length < LEAST || found.isFetching ? null : say.none}
        value={value === '' ? null : (value ?? null)}
        onChange={(picked) => onChange?.(picked ?? undefined)}
        options={[...offered, ...known].map((one) => ({
          value: one.id,
          label: `${one.name}（${term('level', one.level, language)}）`,
        }))}
      />
      <p id={`${id}-found`} className={`quiet ${styles.found}`}>
        {say.hint}
      </p>
      {found.isError && <ProblemNotice error={found.error} again={() => void found.refetch()} />}
    </>
  )
}
