import { Checkbox, Input, Select } from 'antd'
import { useDeferredValue, useId, useState } from 'react'
import { useSearchParams } from 'react-router'
import type { PersonSummary } from '../../shared/api/types.gen.ts'
import { term } from '../../shared/terms.ts'
import { useSay } from '../preferences.tsx'
import styles from './institution.module.css'

const words = {
  zh: { find: '按姓名或者工号查找', post: '岗位类别', any: '全部', withFormer: '包括不在册的' },
  en: {
    find: 'Find by name or staff number',
    post: 'Type of post',
    any: 'All',
    withFormer: 'Those who left included',
  },
} as const

const posts: readonly string[] = ['management', 'professional', 'worker']

/** The register's filters. The search text stays out of the address, because it may be a name. */
export const useRegisterFilters = () => {
  const [query, setQuery] = useSearchParams()
  const [text, setText] = useState('')
  const sought = useDeferredValue(text.trim().toLowerCase())
  const post = query.get('post') ?? ''
  const withFormer = query.get('former') === 'true'
  const put = (values: Readonly<Record<string, string>>) => {
    const next = new URLSearchParams(query)
    for (const [name, value] of Object.entries(values))
      if (value === '') next.delete(name)
      else next.set(name, value)
    setQuery(next, { replace: true })
  }
  return {
    text,
    setText,
    post,
    withFormer,
    put,
    clear: () => {
      setText('')
      put({ post: '', former: '' })
    },
    passes: ({ name, staffNo, postType, onRegister }: PersonSummary): boolean =>
      (name.toLowerCase().includes(sought) || (staffNo ?? '').toLowerCase().includes(sought)) &&
      (post === '' || postType === post) &&
      (withFormer || onRegister),
  }
}

export const RegisterFilters = ({ of: filters }: { readonly of: ReturnType<typeof useRegisterFilters> }) => {
  const { say, language } = useSay(words)
  const id = useId()
  return (
    <search className={styles.registerFilters}>
      <div className={styles.find}>
        <label htmlFor={`${id}-find`}>{say.find}</label>
        <Input
          id={`${id}-find`}
          type="search"
          autoComplete="off"
          value={filters.text}
          onChange={({ target }) => filters.setText(target.value)}
        />
      </div>
      <div>
        <label htmlFor={`${id}-post`}>{say.post}</label>
        <Select
          id={`${id}-post`}
          value={filters.post}
          options={[
            { value: '', label: say.any },
            ...posts.map((value) => ({ value, label: term('postType', value, language) })),
          ]}
          onChange={(post) => filters.put({ post })}
        />
      </div>
      <Checkbox
        checked={filters.withFormer}
        onChange={({ target }) => filters.put({ former: target.checked ? 'true' : '' })}
      >
        {say.withFormer}
      </Checkbox>
    </search>
  )
}
