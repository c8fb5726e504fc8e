import { Button } from 'antd'
import type { ReactNode } from 'react'
import { fill, useSay } from '../preferences.tsx'
import { Loading } from './loading.tsx'
import { ProblemNotice } from './notice.tsx'
import { type Column, type RowSelection, Table } from './table.tsx'
import type { ListAnswer } from './use-list.ts'

const words = {
  zh: { more: '显示更多', shown: '已显示 {count} 项', all: '共 {count} 项' },
  en: { more: 'Show more', shown: '{count} shown', all: '{count} in all' },
} as const

export interface ListProps<Item> {
  readonly of: ListAnswer<Item>
  readonly columns: readonly Column<Item>[]
  readonly rowKey: (item: Item) => string
  /** What the table holds, for those who hear it. */
  readonly label: string
  readonly empty: ReactNode
  readonly rowSelection?: RowSelection<Item>
  /** Which of the items that have come are shown. */
  readonly only?: (item: Item) => boolean
  /** In which order they are shown; otherwise as they came. */
  readonly order?: (one: Item, other: Item) => number
}

/** A list of the API as a table, page by page; its empty, waiting and failed faces included. */
export const List = <Item extends object>({
  of: list,
  only,
  order,
  empty,
  label,
  ...table
}: ListProps<Item>) => {
  const { say } = useSay(words)
  if (list.isPending) return <Loading />
  if (list.data === undefined) return <ProblemNotice error={list.error} again={() => void list.refetch()} />
  const items = list.data.pages.flatMap((page) => page.items).filter((item) => only?.(item) ?? true)
  if (order) items.sort(order)
  return (
    <>
      {list.isError && <ProblemNotice error={list.error} again={() => void list.refetch()} />}
      {items.length === 0 ? empty : <Table<Item> {...table} label={label} items={items} />}
      <p className="list-foot">
        {items.length > 0 && (
          <span className="quiet">
            {fill(list.hasNextPage ? say.shown : say.all, { count: items.length })}
          </span>
        )}
        {list.hasNextPage && (
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {say.more}
          </Button>
        )}
      </p>
    </>
  )
}
