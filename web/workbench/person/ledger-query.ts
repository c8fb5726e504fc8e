import { queryOptions, useQuery } from '@tanstack/react-query'
import { get } from '../../shared/api/client.ts'
import { accessToken } from '../../shared/session.ts'

/** A person's facts and what they amount to in a year; without a year, in the current one. */
export const ledgerQuery = (staffId: string, year?: number) =>
  queryOptions({
    queryKey: ['ledger', staffId, year],
    queryFn: () => get('/staff/{id}/ledger', { path: { id: staffId }, query: { year } }),
  })

/** What a year asks for, in hours, as the edition in force says (Art. 7). */
export interface Required {
  readonly total: number
  readonly public: number
  readonly professional: number
}

/** Undefined until it is known. */
export const useRequired = (): Required | undefined => {
  const { data } = useQuery({
    queryKey: ['/parameters'],
    queryFn: () => get('/parameters'),
    staleTime: Number.POSITIVE_INFINITY,
    // Visitors may not read them; the calculator works without.
    enabled: accessToken() !== undefined,
  })
  if (data === undefined) return undefined
  const figure = (name: string) =>
    data.edition.figures.find((one) => one.name === name && one.unit === 'hours')?.value ?? 0
  return {
    total: figure('annual'),
    public: figure('annualPublic'),
    professional: figure('annualProfessional'),
  }
}
