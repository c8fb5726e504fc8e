import { useQuery } from '@tanstack/react-query'
import { AutoComplete } from 'antd'
import { useState } from 'react'
import { isRefusal, post } from '../../shared/api/client.ts'
import { personQuery } from '../person/person-queries.ts'
import { useSay } from '../preferences.tsx'
import { ProblemNotice } from './notice.tsx'
import { usePaused } from './use-organisations.ts'

const words = {
  zh: {
    hint: '输入工号、姓名或拼音的开头，从列出的人员中选择。',
    unknown: '没有找到这个人员：请从列出的人员中选择。',
  },
  en: {
    hint: 'Type a staff number, or the beginning of a name or its pinyin, and choose.',
    unknown: 'Nobody was found: choose somebody who is listed.',
  },
} as const

export interface PersonFieldProps {
  readonly id?: string
  readonly value?: string
  readonly onChange?: (value: string) => void
}

/** A person, found by their staff number, name or pinyin; name, number and institution are said below. */
export const PersonField = ({ id = '', value = '', onChange }: PersonFieldProps) => {
  const { say } = useSay(words)
  const [asked, setAsked] = useState(value)
  const typed = usePaused(value === asked ? '' : value).trim()
  const found = useQuery({
    // What is looked for travels in the body, and stands in no address.
    queryKey: ['/search', typed],
    queryFn: () => post('/search', { body: { text: typed } }),
    enabled: typed !== '',
  })
  const wanted = asked.trim()
  const person = useQuery({ ...personQuery(wanted), enabled: wanted !== '' })
  const isCurrent = wanted !== '' && wanted === value.trim()
  // Refused: nobody of that number. Anything else may pass, and says nothing of whether there is one.
  const failed = [found, person].find((one) => one.isError && !isRefusal(one.error))
  const isUnknown = isCurrent && isRefusal(person.error)
  const told = (of: { name: string; staffNo: string | null; institution: { name: string } }) =>
    [of.name, of.staffNo, of.institution.name].filter(Boolean).join(' · ')
  return (
    <>
      <AutoComplete
        id={id}
        filterOption={false}
        value={value}
        aria-describedby={`${id}-found`}
        options={(found.data?.persons ?? []).map((one) => ({ value: one.id, label: told(one) }))}
        onChange={(text) => onChange?.(text ?? '')}
        onSelect={(chosen) => setAsked(chosen)}
        onBlur={() => setAsked(value)}
      />
      <p id={`${id}-found`} className={isUnknown ? 'fault' : 'quiet'} role="status">
        {isCurrent && person.data ? told(person.data) : isUnknown ? say.unknown : say.hint}
      </p>
      {failed && <ProblemNotice error={failed.error} again={() => void failed.refetch()} />}
    </>
  )
}
