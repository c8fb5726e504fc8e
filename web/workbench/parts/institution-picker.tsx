import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useId, useState } from 'react'
import type { OrganisationSummary } from '../../shared/api/types.gen.ts'
import { fill, useSay } from '../preferences.tsx'
import styles from './institution-picker.module.css'
import { ProblemNotice } from './notice.tsx'
import { readWhole } from './use-list.ts'
import { useOrganisations } from './use-organisations.ts'

const words = {
  zh: {
    city: '盟市',
    county: '旗县（市、区）',
    region: '自治区',
    itself: '{name}（本级）',
    find: '输入名称查找，所属各级都能找到',
    none: '没有找到这样的单位，请换个说法，或者在上面逐级选择。',
  },
  en: {
    city: 'League or city',
    county: 'County',
    region: 'Region',
    itself: '{name} (itself)',
    find: 'Type a part of the name: found at every level',
    none: 'No such institution was found: try other words, or choose level by level above.',
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
  queryFn: () => readWhole('/organisations', { query: { parent, kind, open: 'true', limit: 100 } }),
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
  const [typed, setTyped] = useState('')
  const [first] = authorities
  // By its name one is found wherever it stands below the highest, whatever is chosen above.
  const found = useOrganisations(typed, {
    ...{ kind: 'institution', open: true },
    ...(first ? { below: first.id } : {}),
  })
  const failed = [asked, found].find((one) => one.isError)
  const here = (asked.data ?? []).map((one) => ({ ...one, below: path.map(({ id: above }) => above) }))
  const elsewhere = (typed.trim() === '' ? [] : (found.data?.items ?? []))
    .filter(({ id: one }) => here.every((other) => other.id !== one))
    .map(({ id: one, name, under }) => ({
      ...{ id: one, below: under.map(({ id: above }) => above) },
      ...{ name, under: under.map((above) => above.name).join(' · ') },
    }))
  const institutions = [...here.map((one) => ({ ...one, under: '' })), ...elsewhere].filter(
    (one) => one.id !== except,
  )
  const isChosenElsewhere = value !== undefined && institutions.every((one) => one.id !== value.id)
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
          showSearch={{ optionFilterProp: 'label', onSearch: setTyped }}
          loading={asked.isLoading || found.isFetching}
          placeholder={say.find}
          notFoundContent={asked.isLoading || found.isFetching || failed ? null : say.none}
          value={value?.id ?? null}
          onChange={(chosen) => {
            const picked = institutions.find((one) => one.id === chosen)
            onChange(picked && { id: picked.id, name: picked.name, below: picked.below })
          }}
          options={[
            ...(isChosenElsewhere ? [{ value: value.id, label: value.name }] : []),
            ...institutions.map(({ id: one, name, under }) => ({
              value: one,
              label: under === '' ? name : `${name}（${under}）`,
            })),
          ]}
        />
      </div>
      {failed && <ProblemNotice error={failed.error} again={() => void failed.refetch()} />}
    </div>
  )
}
