import type { FeedRowAtDesk } from '../../shared/api/types.gen.ts'
import { List } from '../parts/list.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { useList } from '../parts/use-list.ts'
import { useSay } from '../preferences.tsx'
import { rowColumns } from './row-columns.tsx'
import { words } from './words.ts'

/** The rows of a day's online hours, for its desks and those above them. */
export const BatchRows = ({ id }: { readonly id: string }) => {
  const { say, language } = useSay(words)
  const list = useList('/requests/{id}/completions', { path: { id } })
  return (
    <Panel title={say.rows}>
      <List<FeedRowAtDesk>
        of={list}
        label={say.rows}
        rowKey={({ provider, recordNo }) => `${provider} ${recordNo}`}
        empty={<Empty>{say.noRows}</Empty>}
        columns={rowColumns(say, language)}
      />
    </Panel>
  )
}
