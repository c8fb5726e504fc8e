import { useQueries } from '@tanstack/react-query'
import { Checkbox, Input, Select } from 'antd'
import { useEffect, useId, useState } from 'react'
import { useLocation, useSearchParams } from 'react-router'
import { flagNames } from '../../../functions/desks/words.ts'
import { requestTypes } from '../../../functions/platform/words.ts'
import type { ListedTask, ListTasksData } from '../../shared/api/types.gen.ts'
import { keysOf } from '../../shared/keys-of.ts'
import { oneOf } from '../../shared/one-of.ts'
import { term } from '../../shared/terms.ts'
import { seatsOf, useMe, yearOf } from '../me.ts'
import { readWhole } from '../parts/use-list.ts'
import { FIRST_YEAR } from '../parts/year-picker.tsx'
import { useSay } from '../preferences.tsx'
import styles from './desk.module.css'
import { words } from './words.ts'

/** What a desk may be asked for, as the API takes it. */
type Asked = Pick<
  NonNullable<ListTasksData['query']>,
  'type' | 'stage' | 'late' | 'flag' | 'institution' | 'year' | 'sort'
>

const stages = ['institution', 'department', 'authority'] as const satisfies readonly ListedTask['stage'][]
const flags = ['any', 'none', ...keysOf(flagNames)] as const

type Chosen = 'type' | 'stage' | 'flag' | 'institution' | 'year'

const wordsIn = (state: unknown): string =>
  typeof state === 'object' && state !== null && 'words' in state ? String(state.words) : ''

/**
 * The filters and the order that stand in the address, and the question to the API that they make. Words may be a name:
 * they stand in the tab's history, never in an address.
 */
export const useTaskFilters = () => {
  const [query, setQuery] = useSearchParams()
  const words = wordsIn(useLocation().state)
  const box = query.get('box')
  // What was decided is neither late nor flagged any more.
  const isTodo = box === null
  const isLatest = isTodo && query.get('sort') === 'latest'
  const type = oneOf(keysOf(requestTypes), query.get('type'))
  const stage = oneOf(stages, query.get('stage'))
  const flag = isTodo ? oneOf(flags, query.get('flag')) : undefined
  const institution = query.get('institution') || undefined
  const year = /^2\d{3}$/.exec(query.get('year') ?? '')?.[0]
  const isLate = isTodo && query.get('late') === 'true'
  const asked: Asked = {
    ...(type === undefined ? {} : { type }),
    ...(stage === undefined ? {} : { stage }),
    ...(flag === undefined ? {} : { flag }),
    ...(institution === undefined ? {} : { institution }),
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(isLate ? { late: 'true' } : {}),
  }
  return {
    ...{ type, stage, flag, institution, year, isLate, isLatest, words },
    asked: isLatest ? { ...asked, sort: 'latest' as const } : asked,
    isSet: Object.keys(asked).length > 0 || words !== '',
    set: (name: Chosen | 'late' | 'sort', value: string) => {
      const next = new URLSearchParams(query)
      if (value === '') next.delete(name)
      else next.set(name, value)
      setQuery(next, { replace: true, state: { words } })
    },
    search: (wanted: string) => setQuery(query, { replace: true, state: { words: wanted } }),
    clear: () => setQuery(box === null ? {} : { box }, { replace: true }),
  }
}

/** The institutions right below the departments and authorities at which the caller sits, each once. */
const useInstitutions = (): readonly { readonly value: string; readonly label: string }[] => {
  const seats = seatsOf(useMe(), 'department', 'authority')
  const parents = [...new Set(seats.map(({ organisation }) => organisation.id))]
  const asked = useQueries({
    queries: parents.map((parent) => ({
      queryKey: ['/organisations', 'below', parent, 'institution'],
      queryFn: () => readWhole('/organisations', { query: { parent, kind: 'institution', limit: 100 } }),
    })),
  })
  const found = asked.flatMap(({ data = [] }) => data.map(({ id, name }) => [id, name] as const))
  return [...new Map(found)].map(([value, label]) => ({ value, label }))
}

/** Offers words, types, stages, institutions, years; of what is to do lateness, flags and the order as well. */
export const TaskFilters = ({ isTodo }: { readonly isTodo: boolean }) => {
  const { say, language } = useSay(words)
  const filters = useTaskFilters()
  const institutions = useInstitutions()
  const current = yearOf(useMe())
  const id = useId()
  const [typed, setTyped] = useState(filters.words)
  useEffect(() => setTyped(filters.words), [filters.words])
  const choice = (of: Chosen, options: readonly { readonly value: string; readonly label: string }[]) => (
    <span className="picker">
      <label htmlFor={`${id}-${of}`}>{say[of]}</label>
      <Select
        id={`${id}-${of}`}
        className={styles.taskFilter}
        showSearch={of === 'institution' ? { optionFilterProp: 'label' } : false}
        popupMatchSelectWidth={false}
        value={filters[of] ?? ''}
        options={[{ value: '', label: say.any }, ...options]}
        onChange={(value) => filters.set(of, value)}
      />
    </span>
  )
  return (
    <div className={styles.taskFilters}>
      <Input.Search
        className={styles.words ?? ''}
        aria-label={say.words}
        placeholder={say.words}
        enterButton={say.search}
        allowClear
        maxLength={50}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onSearch={(value) => filters.search(value.trim())}
      />
      {choice(
        'type',
        keysOf(requestTypes).map((value) => ({ value, label: requestTypes[value][language] })),
      )}
      {choice(
        'stage',
        stages.map((value) => ({ value, label: term('stage', value, language) })),
      )}
      {institutions.length > 1 && choice('institution', institutions)}
      {choice(
        'year',
        Array.from({ length: current - FIRST_YEAR + 1 }, (_, back) => String(current - back)).map((year) => ({
          value: year,
          label: year,
        })),
      )}
      {isTodo && (
        <>
          {choice('flag', [
            { value: 'any', label: say.flagged },
            { value: 'none', label: say.unflagged },
            ...keysOf(flagNames).map((value) => ({ value, label: flagNames[value][language] })),
          ])}
          <Checkbox
            checked={filters.isLate}
            onChange={({ target }) => filters.set('late', target.checked ? 'true' : '')}
          >
            {say.lateOnly}
          </Checkbox>
          <Checkbox
            checked={filters.isLatest}
            onChange={({ target }) => filters.set('sort', target.checked ? 'latest' : '')}
          >
            {say.latestFirst}
          </Checkbox>
        </>
      )}
    </div>
  )
}
