import { queryOptions, useQuery } from '@tanstack/react-query'
import { useParams, useSearchParams } from 'react-router'
import { get } from '../../shared/api/client.ts'
import type { OrganisationYear, Result } from '../../shared/api/types.gen.ts'
import { has, useMe } from '../me.ts'

export type ResultStatus = Result['status']

/** In the order in which they are always shown. */
export const resultStatuses = [
  'met',
  'deemed',
  'inducting',
  'deferred',
  'short',
  'overdue',
] as const satisfies readonly ResultStatus[]

/** Of whom a list or a file of results is. */
export interface ResultChoice {
  readonly organisation: string | null
  readonly status?: ResultStatus | undefined
  readonly provisional?: 'true' | 'false' | undefined
}

/** What any of the year's answers counts: of one organisation with all below it. */
export type Counted = Pick<OrganisationYear, 'counts' | 'overdue' | 'provisional'>

export const countOf = ({ counts, overdue }: Counted, status: ResultStatus): number =>
  status === 'overdue' ? overdue : counts[status]

/** Everyone who was assessed: each has one of the six results. */
export const assessedIn = (counted: Counted): number =>
  resultStatuses.reduce((sum, status) => sum + countOf(counted, status), 0)

/** The part of them that has completed the year, 0 to 1; null where nobody was assessed. */
export const completionOf = (counted: Counted): number | null => {
  const all = assessedIn(counted)
  return all === 0 ? null : (counted.counts.met + counted.counts.deemed) / all
}

/**
 * `0.934` as `93.4%`, rounded half up: but 100 % leaves nobody out. The small part added is less than any rounding shows: a
 * half may lie a little below itself in binary.
 */
export const percent = (part: number | null): string => {
  if (part === null) return '—'
  const rounded = Math.floor(part * 1000 + 0.5 + 1e-9) / 10
  return `${(part < 1 ? Math.min(rounded, 99.9) : rounded).toFixed(1)}%`
}

/** The year of the address, and the organisation that it names. */
export const useChosenYear = () => {
  const { year = '' } = useParams()
  const [query] = useSearchParams()
  return { year: Number(year), organisation: query.get('organisation') ?? undefined }
}

const WHILE_IT_RUNS = 1500

/** A year's close, looked at again and again while it runs. */
export const yearQuery = (year: number, organisation: string | undefined) =>
  queryOptions({
    queryKey: [`/years/${year}`, organisation],
    queryFn: () => get('/years/{year}', { path: { year }, query: { organisation } }),
    refetchInterval: ({ state: { data } }) =>
      data?.status === 'closing' && data.failedShards === 0 ? WHILE_IT_RUNS : false,
  })

/** The organisation right above the one that is looked at, as far as the reader may look up. */
export const useAbove = (organisation: string | undefined) => {
  const me = useMe()
  const isOwn = organisation === undefined || me.roles.some((seat) => seat.organisation.id === organisation)
  const { data } = useQuery({
    queryKey: ['/organisations', organisation],
    queryFn: () => get('/organisations/{id}', { path: { id: organisation ?? '' } }),
    enabled: !isOwn,
  })
  if (data === undefined || isOwn) return undefined
  // An institution has an authority and a department above it: the way up is the one that the reader came by.
  const isDepartment = has(me, 'department') && !has(me, 'authority', 'auditor')
  const above = (isDepartment ? data.department : data.authority) ?? data.parent
  // A department that stands under no other: only the region sees it from above, and comes from its own page.
  return above ?? me.roles.find(({ organisation: { level } }) => level === 'region')?.organisation
}
