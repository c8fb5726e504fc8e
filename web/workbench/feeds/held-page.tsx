import type { FeedRowAtDesk } from '../../shared/api/types.gen.ts'
import { isOfRegion, useMe } from '../me.ts'
import { List } from '../parts/list.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { useList } from '../parts/use-list.ts'
import { useSay } from '../preferences.tsx'
import { rowColumns } from './row-columns.tsx'
import { SignedFile } from './signed-file.tsx'
import { words } from './words.ts'

/** The delivered records that an authority has to look at before they count (Art. 41). */
export const HeldPage = () => {
  const { say, language } = useSay(words)
  const list = useList('/feeds/held', {})
  return (
    <>
      <PageHead title={say.title} lead={<p>{say.lead}</p>} />
      {isOfRegion(useMe()) && <SignedFile />}
      <Panel title={say.list}>
        <List<FeedRowAtDesk>
          of={list}
          label={say.list}
          rowKey={({ provider, recordNo }) => `${provider} ${recordNo}`}
          empty={<Empty>{say.none}</Empty>}
          columns={rowColumns(say, language)}
        />
      </Panel>
    </>
  )
}
