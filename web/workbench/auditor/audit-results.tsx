import { Link, useSearchParams } from 'react-router'
import type { AuditEntry } from '../../shared/api/types.gen.ts'
import { moment } from '../../shared/dates.ts'
import { List } from '../parts/list.tsx'
import { Empty } from '../parts/panel.tsx'
import { useList } from '../parts/use-list.ts'
import { useSay } from '../preferences.tsx'
import { useActName, words } from './audit-words.ts'
import { ChangedFields } from './changed-fields.tsx'

const linkOf = ({ about }: AuditEntry): string | undefined => {
  const id = encodeURIComponent(about.id)
  switch (about.kind) {
    case 'request':
      return `/request/${id}`
    case 'person':
      return `/persons/${id}`
    case 'ledger':
      return `/persons/${encodeURIComponent(about.id.split('#')[0] ?? '')}`
    case 'certificate':
      return `/certificate/${id}`
    case 'organisation':
    case 'seat':
      return `/registers/organisations/${id}`
    case 'programme':
      return `/programme/${id}`
    case 'lecturer':
      return '/programmes/lecturers'
    case 'library_entry':
      return `/libraries/entry/${id}`
    case 'mail':
      return '/mails'
    case 'delegation':
    case 'completion':
    case 'inspection':
      return undefined
  }
}

const About = ({ entry }: { readonly entry: AuditEntry }) => {
  const { say } = useSay(words)
  const { kind, id, title } = entry.about
  const to = linkOf(entry)
  return (
    <>
      <div className="quiet">{say[`about_${kind}`]}</div>
      {to === undefined ? (title ?? id) : <Link to={to}>{title ?? id}</Link>}
    </>
  )
}

/** Who did what, the latest first, as the address asks. */
export const AuditResults = () => {
  const { say, language } = useSay(words)
  const nameOf = useActName()
  const [query] = useSearchParams()
  const list = useList('/audit', {
    query: {
      person: query.get('person'),
      organisation: query.get('organisation'),
      request: query.get('request'),
      account: query.get('account'),
      actor: query.get('actor'),
      act: query.get('act'),
      from: query.get('from'),
      to: query.get('to'),
    },
  })
  return (
    <List<AuditEntry>
      of={list}
      label={say.results}
      rowKey={({ at, actor, act, about }) => `${at} ${actor} ${act} ${about.id}`}
      empty={<Empty>{say.none}</Empty>}
      columns={[
        {
          key: 'at',
          title: say.at,
          className: 'number',
          render: (_, { at }) => moment(at, language),
        },
        {
          key: 'who',
          title: say.who,
          render: (_, { actor, actorName }) =>
            actor === 'system' ? (
              say.system
            ) : (
              <>
                {actorName ?? actor}
                <div className="quiet">{actor}</div>
              </>
            ),
        },
        { key: 'what', title: say.what, render: (_, entry) => nameOf(entry) },
        { key: 'about', title: say.about, render: (_, entry) => <About entry={entry} /> },
        {
          key: 'reason',
          title: say.reason,
          render: (_, entry) => (
            <>
              {entry.reason}
              <ChangedFields of={entry} />
            </>
          ),
        },
      ]}
    />
  )
}
