import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { seatsOf, useMe } from '../me.ts'
import { ProblemNotice } from '../parts/notice.tsx'
import { readRegister } from './read-register.ts'

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
    <>
      <Select
        {...select}
        showSearch={{ optionFilterProp: 'label' }}
        loading={colleagues.isLoading}
        notFoundContent={colleagues.data === undefined ? null : undefined}
        value={value ?? null}
        onChange={(chosen) => chosen !== null && onChange?.(chosen)}
        options={(colleagues.data ?? []).map(({ id, name, staffNo }) => ({
          value: id,
          label: staffNo === null ? name : `${name}（${staffNo}）`,
        }))}
      />
      {colleagues.isError && (
        <ProblemNotice error={colleagues.error} again={() => void colleagues.refetch()} />
      )}
    </>
  )
}
