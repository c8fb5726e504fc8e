import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { Notice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { Unread } from '../parts/unread.tsx'
import { entriesQuery } from '../person/person-queries.ts'
import { fill, useSay } from '../preferences.tsx'
import './audit.module.css'
import { AuditResults } from './audit-results.tsx'
import { AuditSearch } from './audit-search.tsx'
import { scopes, words } from './audit-words.ts'

/** Whether a person's ledger is still the chain that it was written as. */
const Integrity = ({ staffId }: { readonly staffId: string }) => {
  const { say } = useSay(words)
  const asked = useQuery(entriesQuery(staffId))
  const { data } = asked
  if (data === undefined) return <Unread of={asked} what={say.integrity} />
  const { whole, firstBroken } = data.chain
  return (
    <Notice tone={whole ? 'good' : 'bad'} title={say.integrity}>
      <p>{whole ? say.whole : fill(say.broken, { entry: firstBroken ?? 1 })}</p>
    </Notice>
  )
}

/** Who did what, when and why; and whether a person's ledger is whole. Nothing here changes anything. */
export const AuditPage = () => {
  const { say } = useSay(words)
  const [query] = useSearchParams()
  const isAsked = scopes.some((scope) => query.has(scope))
  const person = query.get('person')
  return (
    <>
      <PageHead title={say.title} lead={<p>{say.lead}</p>} />
      <Panel title={say.search}>
        <AuditSearch key={query.toString()} />
      </Panel>
      {person !== null && <Integrity staffId={person} />}
      <Panel title={say.results}>{isAsked ? <AuditResults /> : <Empty>{say.begin}</Empty>}</Panel>
    </>
  )
}
