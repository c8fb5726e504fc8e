import { useSearchParams } from 'react-router'
import type { ReadStatisticsData } from '../../shared/api/types.gen.ts'
import { oneOf } from '../../shared/one-of.ts'

export type Choice = NonNullable<ReadStatisticsData['query']>

export const postTypes = ['management', 'professional', 'worker'] as const
export const subjects = ['public', 'professional'] as const
export const categories = ['in_service', 'induction', 'transfer', 'special'] as const
export const modes = ['offline', 'online'] as const
export const populations = ['institution', 'organ_worker'] as const
export const quotas = ['false', 'true'] as const

/** What the address asks for, as the API takes it, and how to change it: ids, kinds and days alone. */
export const useChoice = () => {
  const [query, setQuery] = useSearchParams()
  const asOf = /^\d{4}-\d\d-\d\d$/.exec(query.get('asOf') ?? '')?.[0]
  const postType = oneOf(postTypes, query.get('postType'))
  const subject = oneOf(subjects, query.get('subject'))
  const category = oneOf(categories, query.get('category'))
  const mode = oneOf(modes, query.get('mode'))
  const population = oneOf(populations, query.get('population'))
  const quota = oneOf(quotas, query.get('quota'))
  const organisation = query.get('organisation')
  const filters: Choice = {
    ...(asOf ? { asOf } : {}),
    ...(postType ? { postType } : {}),
    ...(subject ? { subject } : {}),
    ...(category ? { category } : {}),
    ...(mode ? { mode } : {}),
    ...(quota ? { quota } : {}),
    ...(population ? { population } : {}),
  }
  const beside = /^2\d{3}$/.exec(query.get('beside') ?? '')?.[0]
  const choice: Choice = {
    ...(organisation ? { organisation } : {}),
    ...filters,
    ...(beside ? { beside: Number(beside) } : {}),
  }
  return {
    choice,
    filters,
    beside,
    by: oneOf(['department'] as const, query.get('by')),
    set: (name: string, value: string | null | undefined) => {
      const next = new URLSearchParams(query)
      if (value) next.set(name, value)
      else next.delete(name)
      setQuery(next, { replace: true })
    },
    clear: () => setQuery(organisation ? { organisation } : {}, { replace: true }),
  }
}
