import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import type { PersonSummary } from '../../shared/api/types.gen.ts'
import { seatsOf, useMe } from '../me.ts'
import { readWhole, withQuery } from './use-list.ts'

const readRegister = (institution: string) =>
  readWhole<PersonSummary>(withQuery('/persons', { institution, limit: 100 }))

/** The persons for whom someone at an institution's desk may file; empty for everyone else. */
export const useColleagues = () => {
  const institutions = seatsOf(useMe(), 'institution').map(({ organisation }) => organisation.id)
  return useQuery({
    queryKey: ['colleagues', ...institutions],
    queryFn: async () => (await Promise.all(institutions.map(readRegister))).flat(),
    enabled: institutions.length > 0,
  })
}

export interface PersonPickerProps {
  readonly id?: string
  readonly value?: string
  readonly onChange?: (value: string) => void
  readonly disabled?: boolean
  readonly placeholder?: string
}

/** A person of one's institution, found by name or staff number. */
export const PersonPicker = ({ value, onChange, ...select }: PersonPickerProps) => {
  const colleagues = useColleagues()
  return (
    <Select
      {...select}
      showSearch={{ optionFilterProp: 'label' }}
      loading={colleagues.isLoading}
      value={value ?? null}
      onChange={(chosen) => chosen !== null && onChange?.(chosen)}
      options={(colleagues.data ?? []).map(({ id, name, staffNo }) => ({
        value: id,
        label: staffNo === null ? name : `${name}（${staffNo}）`,
      }))}
    />
  )
}
