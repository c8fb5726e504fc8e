import { Link } from 'react-router'
import type { PolicyRow } from '../../shared/api/types.gen.ts'
import { day } from '../../shared/dates.ts'
import { Empty } from '../parts/panel.tsx'
import { StatusMark } from '../parts/status-mark.tsx'
import { Table } from '../parts/table.tsx'
import { fill, useSay } from '../preferences.tsx'
import { policyWords } from './words.ts'

/** What was published, each leading to its text. */
export const PolicyList = ({ of, label }: { readonly of: readonly PolicyRow[]; readonly label: string }) => {
  const { say, language } = useSay(policyWords)
  if (of.length === 0) return <Empty>{say.none}</Empty>
  return (
    <Table<PolicyRow>
      items={of}
      label={label}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          title: say.document,
          render: (_, { id, title, number }) => (
            <>
              <Link to={`/policies/${id}`}>{title}</Link>
              <div className="quiet">{number}</div>
            </>
          ),
        },
        { key: 'kind', title: say.kind, render: (_, { kind }) => say[kind] },
        { key: 'publisher', title: say.publisher, render: (_, { publisher }) => publisher },
        {
          key: 'from',
          title: say.inForce,
          render: (_, { inForceFrom, inForceUntil }) =>
            inForceUntil === null
              ? fill(say.since, { day: day(inForceFrom, language) })
              : fill(say.span, { from: day(inForceFrom, language), to: day(inForceUntil, language) }),
        },
        {
          key: 'status',
          title: say.status,
          render: (_, { status }) => (
            <StatusMark tone={status === 'in_force' ? 'good' : status === 'coming' ? 'wait' : 'plain'}>
              {say[status]}
            </StatusMark>
          ),
        },
      ]}
    />
  )
}
