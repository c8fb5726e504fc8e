import { Button } from 'antd'
import { type ReactNode, useEffect } from 'react'
import { fill, useSay } from '../preferences.tsx'
import { Loading } from './loading.tsx'
import { ProblemNotice } from './notice.tsx'
import { type Column, type RowSelection, Table } from './table.tsx'
import type { ListAnswer } from './use-list.ts'

const words = {
  zh: {
    more: '显示更多',
    goOn: '继续查找',
    shown: '已显示 {count} 项',
    among: '前 {seen} 项中显示 {count} 项',
    noneYet: '查看过的部分里没有，后面还有没查看的。',
    all: '共 {count} 项',
  },
  en: {
    more: 'Show more',
    goOn: 'Look further',
    shown: '{count} shown',
    among: '{count} of the first {seen} shown',
    noneYet: 'Nothing so far; there is more to look through.',
    all: '{count} in all',
  },
} as const

/** Pages that are read by themselves where none of them has anything to show. */
const READ_ON = 3

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
  const read = list.data?.pages.flatMap((page) => page.items) ?? []
  const items = read.filter((item) => only?.(item) ?? true)
  const isEmpty = items.length === 0
  const pages = list.data?.pages.length ?? 0
  const { hasNextPage, isFetching, fetchNextPage } = list
  // A page may come empty although others follow: nobody has to ask for them to see the first row.
  useEffect(() => {
    if (isEmpty && hasNextPage && !isFetching && pages > 0 && pages < READ_ON) void fetchNextPage()
  }, [isEmpty, hasNextPage, isFetching, fetchNextPage, pages])
  if (list.isPending) return <Loading />
  if (list.data === undefined) return <ProblemNotice error={list.error} again={() => void list.refetch()} />
  if (order) items.sort(order)
  return (
    <>
      {list.isError && <ProblemNotice error={list.error} again={() => void list.refetch()} />}
      {!isEmpty && <Table<Item> {...table} label={label} items={items} />}
      {isEmpty && !hasNextPage && empty}
      <p className="list-foot">
        {(!isEmpty || hasNextPage) && (
          <span className="quiet">
            {fill(
              !hasNextPage
                ? say.all
                : isEmpty
                  ? say.noneYet
                  : read.length > items.length
                    ? say.among
                    : say.shown,
              { count: items.length, seen: read.length },
            )}
          </span>
        )}
        {hasNextPage && (
          <Button loading={list.isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {isEmpty ? say.goOn : say.more}
          </Button>
        )}
      </p>
    </>
  )
}
