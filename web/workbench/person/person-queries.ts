import { queryOptions } from '@tanstack/react-query'
import { get } from '../../shared/api/client.ts'
import type {
  Eligibility,
  ListPersonChangesResponse,
  Person,
  ReadEntriesResponse,
  TrainingArchive,
} from '../../shared/api/types.gen.ts'
import { withQuery } from '../parts/use-list.ts'

const at = (id: string) => encodeURIComponent(id)

/** What a register says of a person. */
export const personQuery = (id: string) =>
  queryOptions({ queryKey: ['/persons', 'one', id], queryFn: () => get<Person>(`/persons/${at(id)}`) })

/** Every change of a person's record, the newest first. */
export const changesQuery = (id: string) =>
  queryOptions({
    queryKey: ['/persons', 'changes', id],
    queryFn: () => get<ListPersonChangesResponse>(`/persons/${at(id)}/changes`),
  })

/** A person's ledger as the history that it is. */
export const entriesQuery = (id: string) =>
  queryOptions({
    queryKey: ['ledger', id, 'entries'],
    queryFn: () => get<ReadEntriesResponse>(`/staff/${at(id)}/entries`),
  })

/** All training that a person has on record (Art. 34). */
export const trainingArchiveQuery = (id: string) =>
  queryOptions({
    queryKey: ['ledger', id, 'trainings'],
    queryFn: () => get<TrainingArchive>(`/staff/${at(id)}/trainings`),
  })

/** Whether the businesses that apply to a person may go ahead. */
export const eligibilityQuery = (id: string, year: number) =>
  queryOptions({
    queryKey: ['ledger', id, 'eligibility', year],
    queryFn: () => get<{ items: Eligibility[] }>(withQuery(`/staff/${at(id)}/eligibility`, { year })),
  })
