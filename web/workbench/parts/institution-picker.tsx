import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useId, useState } from 'react'
import type { OrganisationSummary } from '../../shared/api/types.gen.ts'
import { fill, useSay } from '../preferences.tsx'
import styles from './institution-picker.module.css'
import { ProblemNotice } from './notice.tsx'
import { readWhole } from './use-list.ts'

const words = {
  zh: {
    city: '盟市',
    county: '旗县（市、区）',
    region: '自治区',
    itself: '{name}（本级）',
    find: '输入名称查找',
    none: '这里没有这样的单位。单位在其人事综合管理部门之下，可以在上面换一个。',
  },
  en: {
    city: 'League or city',
    county: 'County',
    region: 'Region',
    itself: '{name} (itself)',
    find: 'Type a part of the name',
    none: 'No such institution here. Each stands below its personnel authority: choose another one above.',
  },
} as const

interface Named {
  readonly id: string
  readonly name: string
}

/** An institution that was picked, and the authorities that it stands below, the highest first. */
export interface PickedInstitution extends Named {
  readonly below: readonly string[]
}

const below = (parent: string, kind: OrganisationSummary['kind']) => ({
  queryKey: ['/organisations', 'below', parent, kind],
  queryFn: () => readWhole('/organisations', { query: { parent, kind, limit: 100 } }),
})

interface LevelProps {
  readonly of: Named
  readonly chosen: string | undefined
  readonly onChoose: (authority: Named | undefined) => void
}

/** The authorities right below one, or that one itself; nothing where there are none. */
const Level = ({ of, chosen, onChoose }: LevelProps) => {
  const { say } = useSay(words)
  const id = useId()
  const { data = [], error, refetch } = useQuery(below(of.id, 'authority'))
  if (error) return <ProblemNotice error={error} again={() => void refetch()} />
  const [first] = data
  if (first === undefined) return null
  return (
    <div>
      <label htmlFor={id}>{say[first.level]}</label>
      <Select
        id={id}
        showSearch={{ optionFilterProp: 'label' }}
        value={chosen ?? ''}
        onChange={(value) => onChoose(data.find((one) => one.id === value))}
        options={[
          { value: '', label: fill(say.itself, { name: of.name }) },
          ...data.map(({ id: value, name }) => ({ value, label: name })),
        ]}
      />
    </div>
  )
}

export interface InstitutionPickerProps {
  readonly label: string
  /** The authorities on the way to the first choice, the highest first. */
  readonly authorities: readonly Named[]
  /** The institution that cannot be picked. */
  readonly except: string
  readonly value: PickedInstitution | undefined
  readonly onChange: (picked: PickedInstitution | undefined) => void
}

/** An institution of the region: its personnel authority level by level, then the institution by its name. */
export const InstitutionPicker = ({
  label,
  authorities,
  except,
  value,
  onChange,
}: InstitutionPickerProps) => {
  const { say } = useSay(words)
  const id = useId()
  const [path, setPath] = useState(authorities)
  const last = path.at(-1)
  const asked = useQuery({ ...below(last?.id ?? '', 'institution'), enabled: last !== undefined })
  const institutions = asked.data?.filter((one) => one.id !== except) ?? []
  return (
    <div className={styles.institutionPicker}>
      {path.map((authority, place) => (
        <Level
          key={authority.id}
          of={authority}
          chosen={path[place + 1]?.id}
          onChoose={(next) => {
            setPath([...path.slice(0, place + 1), ...(next === undefined ? [] : [next])])
            onChange(undefined)
          }}
        />
      ))}
      <div className={styles.chosen}>
        <label htmlFor={id}>{label}</label>
        <Select
          id={id}
          showSearch={{ optionFilterProp: 'label' }}
          loading={asked.isLoading}
          placeholder={say.find}
          notFoundContent={asked.isLoading ? null : say.none}
          value={value?.id ?? null}
          onChange={(chosen) => {
            const found = institutions.find((one) => one.id === chosen)
            onChange(found && { id: found.id, name: found.name, below: path.map((one) => one.id) })
          }}
          options={institutions.map(({ id: value, name }) => ({ value, label: name }))}
        />
      </div>
      {asked.isError && <ProblemNotice error={asked.error} again={() => void asked.refetch()} />}
    </div>
  )
}
