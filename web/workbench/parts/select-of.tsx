import type { UseQueryResult } from '@tanstack/react-query'
import { Select, type SelectProps } from 'antd'
import { ProblemNotice } from './notice.tsx'

interface Option {
  readonly value: string
  readonly label: string
  readonly disabled?: boolean
}

interface SelectOfProps<Item>
  extends Omit<SelectProps<string | string[] | null>, 'options' | 'loading' | 'showSearch' | 'children'> {
  /** What is chosen from, whole: a page of it would keep from sight whatever comes after. */
  readonly of: UseQueryResult<readonly Item[]>
  readonly options: (items: readonly Item[]) => readonly Option[]
}

/**
 * A choice among what a list of the API has, found by what is typed. While the list is read it says nothing of there
 * being nothing, and where it could not be read it says so below, with a way to try again.
 */
export const SelectOf = <Item,>({ of: list, options, ...field }: SelectOfProps<Item>) => (
  <>
    <Select<string | string[] | null>
      {...field}
      showSearch={{ optionFilterProp: 'label' }}
      loading={list.isFetching}
      notFoundContent={list.data === undefined ? null : undefined}
      options={[...options(list.data ?? [])]}
    />
    {list.isError && <ProblemNotice error={list.error} again={() => void list.refetch()} />}
  </>
)
