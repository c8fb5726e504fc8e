import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import { useSay } from '../preferences.tsx'
import { organisationQuery } from './organisation-page.tsx'
import styles from './registers.module.css'

const words = {
  zh: { hint: '填机构编号：打开那个机构的登记页可以看到。', unknown: '没有找到这个机构，请核对编号。' },
  en: {
    hint: 'The organisation’s number: it stands on its page of the register.',
    unknown: 'No such organisation was found: check the number.',
  },
} as const

export interface OrganisationFieldProps {
  readonly id?: string
  readonly value?: string
  readonly onChange?: (value: string) => void
}

/** Another organisation by its number; its name is looked up and said below. */
export const OrganisationField = ({ id = '', value = '', onChange }: OrganisationFieldProps) => {
  const { say } = useSay(words)
  const [asked, setAsked] = useState(value)
  const wanted = asked.trim()
  const found = useQuery({ ...organisationQuery(wanted), enabled: wanted !== '' })
  const isCurrent = wanted !== '' && wanted === value.trim()
  return (
    <>
      <Input
        id={id}
        value={value}
        aria-describedby={`${id}-found`}
        onChange={({ target }) => onChange?.(target.value)}
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
