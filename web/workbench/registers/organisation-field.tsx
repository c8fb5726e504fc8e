import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import type { Organisation } from '../../shared/api/types.gen.ts'
import { ProblemNotice } from '../parts/notice.tsx'
import { LEAST, useOrganisations } from '../parts/use-organisations.ts'
import { useSay } from '../preferences.tsx'
import { organisationQuery } from './organisation-query.ts'
import styles from './registers.module.css'

const words = {
  zh: {
    hint: '输入名称的一部分查找并选择，所属各级都能找到；也可以输入机构编号。',
    none: '没有找到。换个词，或输入机构编号：打开那个机构的登记页可以看到。',
  },
  en: {
    hint: 'Type a part of its name and choose it, at whatever level; or its number.',
    none: 'None was found. Try another word, or its number: it stands on its page of the register.',
  },
} as const

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
  const { say } = useSay(words)
  const [typed, setTyped] = useState('')
  const chosen = useQuery({ ...organisationQuery(value ?? ''), enabled: value !== undefined && value !== '' })
  const found = useOrganisations(typed, { open: true, ...(kind === undefined ? {} : { kind }) })
  const offered = found.data?.items ?? []
  const known = chosen.data && !offered.some((one) => one.id === value) ? [{ ...chosen.data, under: [] }] : []
  return (
    <>
      <Select
        id={id}
        allowClear
        showSearch={{ filterOption: false, onSearch: setTyped }}
        aria-describedby={`${id}-found`}
        loading={found.isFetching || chosen.isFetching}
        notFoundContent={typed.trim().length < LEAST || found.isFetching ? null : say.none}
        value={value === '' ? null : (value ?? null)}
        onChange={(picked) => onChange?.(picked ?? undefined)}
        options={[...offered, ...known].map((one) => ({
          value: one.id,
          label: [one.name, ...one.under.map(({ name }) => name).toReversed()].join(' · '),
        }))}
      />
      <p id={`${id}-found`} className={`quiet ${styles.found}`}>
        {say.hint}
      </p>
      {found.isError && <ProblemNotice error={found.error} again={() => void found.refetch()} />}
    </>
  )
}
