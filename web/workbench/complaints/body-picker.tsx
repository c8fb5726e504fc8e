import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { post } from '../../shared/api/client.ts'
import { ProblemNotice } from '../parts/notice.tsx'
import { readWhole } from '../parts/use-list.ts'
import { usePaused } from '../parts/use-organisations.ts'
import { useSay } from '../preferences.tsx'
import styles from './complaints.module.css'

const words = {
  zh: {
    at: '已选：',
    none: '还没有选择。',
    pick: '输入名称查找，或者逐级选择',
    noneFound: '没有找到，请换个说法，或者逐级选择。',
    again: '重新选择',
    lower: '下面没有更多单位。',
    loading: '正在读取…',
  },
  en: {
    at: 'Chosen: ',
    none: 'Nothing is chosen yet.',
    pick: 'Type a part of the name, or choose level by level',
    noneFound: 'Nothing was found: try other words, or choose level by level.',
    again: 'Choose anew',
    lower: 'There is nothing below.',
    loading: 'Loading…',
  },
} as const

interface Body {
  readonly id: string
  readonly name: string
  readonly kind: 'authority' | 'department' | 'institution'
  readonly level: 'region' | 'city' | 'county'
}

/** What stands right below a body: offices and institutions; the region, and whole sectors, at the top. */
const below = async (under: Body | undefined, officesOnly: boolean): Promise<Body[]> => {
  if (under?.kind === 'institution') return []
  const query = under === undefined ? {} : { under: under.id }
  const besides = under === undefined ? 'departments' : officesOnly ? undefined : 'institutions'
  const kinds = ['offices' as const, ...(besides === undefined ? [] : ([besides] as const))]
  const lists = await Promise.all(
    kinds.map((kind) => readWhole('/complaints/bodies', { query: { ...query, kind } })),
  )
  return lists.flat()
}

export interface BodyPickerProps {
  /** The id that its visible label points at: in a form, that of the field. */
  readonly id: string
  /** Institutions are not offered: they answer no questions. */
  readonly officesOnly?: boolean
  /** The body's id, as whoever asks for it keeps it. */
  readonly value?: string | undefined
  readonly onChange?: (id: string | undefined) => void
}

/** A body of the platform, found from the region down; names of public bodies alone. */
export const BodyPicker = ({ id, officesOnly = false, value, onChange }: BodyPickerProps) => {
  const { say } = useSay(words)
  const [way, setWay] = useState<readonly Body[]>([])
  // A value that was taken back elsewhere, as by a form that is emptied, ends the way to it.
  const path = way.at(-1)?.id === value ? way : []
  const chosen = path.at(-1)
  const options = useQuery({
    queryKey: ['/complaints/bodies', chosen?.id ?? '', officesOnly],
    queryFn: () => below(chosen, officesOnly),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const [typed, setTyped] = useState('')
  const text = usePaused(typed).trim()
  // By its name a body is found at whatever level.
  const found = useQuery({
    queryKey: ['/complaints/bodies/search', text, officesOnly],
    queryFn: () => post('/complaints/bodies/search', { body: { text, officesOnly } }),
    enabled: text.length >= 2,
    staleTime: 60_000,
  })
  const failed = [options, found].find((one) => one.isError)
  // Before an answer is there, and where none came, nothing is said of there being nothing.
  const isAnswered = options.isSuccess && !found.isFetching && failed === undefined
  const here = options.data ?? []
  const elsewhere = (typed.trim() === '' ? [] : (found.data?.items ?? []))
    .filter(({ id: one }) => here.every((other) => other.id !== one))
    .map(({ under, ...one }) => ({ ...one, name: [...under, one.name].join(' › ') }))
  const go = (next: readonly Body[]) => {
    setWay(next)
    onChange?.(next.at(-1)?.id)
  }
  return (
    <>
      <p role="status">
        {chosen === undefined ? say.none : `${say.at}${path.map(({ name }) => name).join(' › ')}`}{' '}
        {chosen !== undefined && (
          <Button size="small" onClick={() => go([])}>
            {say.again}
          </Button>
        )}
      </p>
      <Select<string>
        id={id}
        className={styles.picker}
        placeholder={options.isPending ? say.loading : say.pick}
        showSearch={{ optionFilterProp: 'label', onSearch: setTyped }}
        notFoundContent={isAnswered ? say.noneFound : failed ? null : say.loading}
        value={null}
        loading={options.isFetching || found.isFetching}
        options={[...here, ...elsewhere].map((one) => ({ value: one.id, label: one.name }))}
        onChange={(picked) => {
          const next = here.find((one) => one.id === picked)
          const jumped = elsewhere.find((one) => one.id === picked)
          setTyped('')
          if (next) go([...path, next])
          else if (jumped) go([jumped])
        }}
      />
      {options.data?.length === 0 && <p className="quiet">{say.lower}</p>}
      {failed && <ProblemNotice error={failed.error} again={() => void failed.refetch()} />}
    </>
  )
}
