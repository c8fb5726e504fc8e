import { Checkbox, Select } from 'antd'
import { useId } from 'react'
import { useSearchParams } from 'react-router'
import type { ListedTask, ListTasksData } from '../../shared/api/types.gen.ts'
import { oneOf } from '../../shared/one-of.ts'
import { term } from '../../shared/terms.ts'
import { useSay } from '../preferences.tsx'
import styles from './desk.module.css'
import { words } from './words.ts'

/** What a desk may be asked for, as the API takes it. */
type Asked = Pick<NonNullable<ListTasksData['query']>, 'type' | 'stage' | 'late' | 'flag'>

const types = [
  'recognition',
  'class_roster',
  'deemed',
  'make_up_delay',
  'post_change',
  'record_change',
  'justified_reason',
  'objection',
] as const satisfies readonly ListedTask['type'][]
const stages = ['institution', 'department', 'authority'] as const satisfies readonly ListedTask['stage'][]
const flags = ['any', 'none'] as const

/** The filters that stand in the address, and the question to the API that they make. */
export const useTaskFilters = () => {
  const [query, setQuery] = useSearchParams()
  const type = oneOf(types, query.get('type'))
  const stage = oneOf(stages, query.get('stage'))
  const flag = oneOf(flags, query.get('flag'))
  const isLate = query.get('late') === 'true'
  const asked: Asked = {
    ...(type === undefined ? {} : { type }),
    ...(stage === undefined ? {} : { stage }),
    ...(flag === undefined ? {} : { flag }),
    ...(isLate ? { late: 'true' } : {}),
  }
  return {
    ...{ type, stage, flag, isLate, asked },
    isSet: Object.keys(asked).length > 0,
    set: (name: 'type' | 'stage' | 'late' | 'flag', value: string) => {
      const next = new URLSearchParams(query)
      if (value === '') next.delete(name)
      else next.set(name, value)
      setQuery(next, { replace: true })
    },
    clear: () => setQuery({}, { replace: true }),
  }
}

/** Offers types, stages, lateness and flags. */
export const TaskFilters = () => {
  const { say, language } = useSay(words)
  const filters = useTaskFilters()
  const id = useId()
  const choice = (
    of: 'type' | 'stage' | 'flag',
    options: readonly { readonly value: string; readonly label: string }[],
  ) => (
    <span className="picker">
      <label htmlFor={`${id}-${of}`}>{say[of]}</label>
      <Select
        id={`${id}-${of}`}
        className={styles.taskFilter}
        value={filters[of] ?? ''}
        options={[{ value: '', label: say.any }, ...options]}
        onChange={(value) => filters.set(of, value)}
      />
    </span>
  )
  return (
    <div className={styles.taskFilters}>
      {choice(
        'type',
        types.map((value) => ({ value, label: term('type', value, language) })),
      )}
      {choice(
        'stage',
        stages.map((value) => ({ value, label: term('stage', value, language) })),
      )}
      {choice('flag', [
        { value: 'any', label: say.flagged },
        { value: 'none', label: say.unflagged },
      ])}
      <Checkbox
        checked={filters.isLate}
        onChange={({ target }) => filters.set('late', target.checked ? 'true' : '')}
      >
        {say.lateOnly}
      </Checkbox>
    </div>
  )
}
