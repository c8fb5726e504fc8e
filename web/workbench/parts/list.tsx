import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Table, type TableProps } from 'antd'
import type { ReactNode } from 'react'
import { get } from '../../shared/api/client.ts'
import { fill, useSay } from '../preferences.tsx'
import { Loading } from './loading.tsx'
import { ProblemNotice } from './notice.tsx'
import { Scroller } from './scroller.tsx'

interface Page<Item> {
  readonly items: Item[]
  readonly cursor: string | null
}

/** A path with the parameters that are given. */
export const withQuery = (
  path: string,
  parameters: Readonly<Record<string, string | number | undefined | null>>,
): string => {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters))
    if (value !== undefined && value !== null && value !== '') query.set(name, String(value))
  return query.size === 0 ? path : `${path}${path.includes('?') ? '&' : '?'}${query}`
}

/** The pages of a list of the API, one after the other. The key begins with the path, for what changes it. */
export const useList = <Item,>(path: string, enabled = true) =>
  useInfiniteQuery({
    queryKey: [path.split('?')[0], path],
    queryFn: ({ pageParam }) => get<Page<Item>>(withQuery(path, { cursor: pageParam })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ cursor }) => cursor ?? undefined,
    enabled,
  })

const words = {
  zh: { more: '显示更多', shown: '已显示 {count} 项', all: '共 {count} 项' },
  en: { more: 'Show more', shown: '{count} shown', all: '{count} in all' },
} as const

export interface ListProps<Item> {
  readonly of: ReturnType<typeof useList<Item>>
  readonly columns: NonNullable<TableProps<Item>['columns']>
  readonly rowKey: (item: Item) => string
  /** What the table holds, for those who hear it. */
  readonly label: string
  readonly empty: ReactNode
  readonly rowSelection?: NonNullable<TableProps<Item>['rowSelection']>
  readonly expandable?: NonNullable<TableProps<Item>['expandable']>
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
      {items.length === 0 ? (
        empty
      ) : (
        <Scroller label={label}>
          <Table<Item> {...table} dataSource={items} pagination={false} size="middle" rootClassName="list" />
        </Scroller>
      )}
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
