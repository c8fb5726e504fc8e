import { Checkbox, Select } from 'antd'
import { useId } from 'react'
import { useSearchParams } from 'react-router'
import type { ListedTask } from '../../shared/api/types.gen.ts'
import { term } from '../../shared/terms.ts'
import { useSay } from '../preferences.tsx'
import styles from './desk.module.css'
import { words } from './words.ts'

/** The filters that stand in the address, and whether a task passes them. */
export const useTaskFilters = () => {
  const [query, setQuery] = useSearchParams()
  const type = query.get('type')
  const stage = query.get('stage')
  const isLate = query.get('late') === 'true'
  return {
    type,
    stage,
    isLate,
    isSet: type !== null || stage !== null || isLate,
    passes: (task: Pick<ListedTask, 'type' | 'stage' | 'late'>): boolean =>
      (type === null || task.type === type) &&
      (stage === null || task.stage === stage) &&
      (!isLate || task.late),
    set: (name: 'type' | 'stage' | 'late', value: string) => {
      const next = new URLSearchParams(query)
      if (value === '') next.delete(name)
      else next.set(name, value)
      setQuery(next, { replace: true })
    },
    clear: () => setQuery({}, { replace: true }),
  }
}

/** Offers the types and stages that are among the tasks. */
export const TaskFilters = ({ tasks }: { readonly tasks: readonly ListedTask[] }) => {
  const { say, language } = useSay(words)
  const filters = useTaskFilters()
  const id = useId()
  const choice = (of: 'type' | 'stage') => {
    const chosen = filters[of]
    const names = [...new Set([...tasks.map((task) => task[of]), ...(chosen === null ? [] : [chosen])])]
    return (
      <span className="picker">
        <label htmlFor={`${id}-${of}`}>{say[of]}</label>
        <Select
          id={`${id}-${of}`}
          className={styles.taskFilter}
          value={chosen ?? ''}
          options={[
            { value: '', label: say.any },
            ...names.map((value) => ({ value, label: term(of, value, language) })),
          ]}
          onChange={(value) => filters.set(of, value)}
        />
      </span>
    )
  }
  return (
    <div className={styles.taskFilters}>
      {choice('type')}
      {choice('stage')}
      <Checkbox
        checked={filters.isLate}
        onChange={({ target }) => filters.set('late', target.checked ? 'true' : '')}
      >
        {say.lateOnly}
      </Checkbox>
    </div>
  )
}
