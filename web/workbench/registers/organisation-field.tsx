import { useQuery } from '@tanstack/react-query'
import { AutoComplete } from 'antd'
import { useState } from 'react'
import { useOrganisations } from '../parts/use-organisations.ts'
import { useSay } from '../preferences.tsx'
import { organisationQuery } from './organisation-page.tsx'
import styles from './registers.module.css'

const words = {
  zh: {
    hint: '输入名称查找并选择，所属各级都能找到；知道机构编号的也可以直接填写。',
    unknown: '没有找到这个机构：请从列出的机构中选择，或者核对编号。',
  },
  en: {
    hint: 'Type a part of its name and choose it, at whatever level; or give its number.',
    unknown: 'No such organisation was found: choose one that is listed, or check the number.',
  },
} as const

export interface OrganisationFieldProps {
  readonly id?: string
  readonly value?: string
  readonly onChange?: (value: string) => void
}

/** Another organisation, found by a part of its name or given by its number; its name is said below. */
export const OrganisationField = ({ id = '', value = '', onChange }: OrganisationFieldProps) => {
  const { say } = useSay(words)
  const [asked, setAsked] = useState(value)
  const wanted = asked.trim()
  const found = useQuery({ ...organisationQuery(wanted), enabled: wanted !== '' })
  const named = useOrganisations(value === asked ? '' : value)
  const isCurrent = wanted !== '' && wanted === value.trim()
  return (
    <>
      <AutoComplete
        id={id}
        filterOption={false}
        value={value}
        aria-describedby={`${id}-found`}
        options={(named.data?.items ?? []).map((one) => ({
          value: one.id,
          label: [one.name, ...one.under.map(({ name }) => name).toReversed()].join(' · '),
        }))}
        onChange={(text) => onChange?.(text ?? '')}
        onSelect={(chosen) => setAsked(chosen)}
        onBlur={() => setAsked(value)}
      />
      <p
        id={`${id}-found`}
        className={isCurrent && found.isError ? `fault ${styles.found}` : `quiet ${styles.found}`}
        role="status"
      >
        {isCurrent && found.data ? found.data.name : isCurrent && found.isError ? say.unknown : say.hint}
      </p>
    </>
  )
}
