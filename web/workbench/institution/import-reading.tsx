import { Table } from '../parts/table.tsx'
import { fill, useSay } from '../preferences.tsx'
import type { AnyImport } from './import-values.ts'
import { words } from './import-words.ts'

type ReadColumn = AnyImport['columns'][number]
type ShownRow = AnyImport['shown'][number]

/** Which columns of the file were read, and as what; the others are named as well. */
const Columns = ({ of: { sheet, columns } }: { readonly of: AnyImport }) => {
  const { say } = useSay(words)
  return (
    <details open={columns.some(({ as }) => as === null)}>
      <summary>
        {say.columns}
        {sheet !== null && ` · ${fill(say.sheet, { sheet })}`}
      </summary>
      <Table<ReadColumn & { readonly place: number }>
        label={say.columns}
        items={columns.map((column, place) => ({ ...column, place }))}
        rowKey={({ place }) => String(place)}
        columns={[
          { key: 'name', title: say.columnIn, render: (_, { name }) => name },
          { key: 'as', title: say.columnAs, render: (_, { as }) => as ?? say.ignored },
        ]}
      />
    </details>
  )
}

/** The first rows as they were understood, whatever way they were written in the file. */
const Rows = ({ of: { kind, rows, shown } }: { readonly of: AnyImport }) => {
  const { say } = useSay(words)
  const named = [...new Set(shown.flatMap(({ values }) => Object.keys(values)))]
  const stateOf = ({ state }: ShownRow): string =>
    state === 'new' ? say[`state_new_${kind}`] : say[`state_${state}`]
  return (
    <details open={shown.length <= 20}>
      <summary>{say.shown}</summary>
      {rows > shown.length && <p>{fill(say.shownFirst, { count: shown.length })}</p>}
      <Table<ShownRow>
        label={say.shown}
        items={shown}
        rowKey={({ row }) => String(row)}
        columns={[
          { key: 'row', title: say.row, className: 'number nowrap', render: (_, { row }) => row },
          { key: 'state', title: say.state, className: 'nowrap', render: (_, row) => stateOf(row) },
          ...named.map((name) => ({
            key: name,
            title: name,
            className: 'nowrap',
            render: (_: undefined, { values }: ShownRow) => values[name] ?? '—',
          })),
        ]}
      />
    </details>
  )
}

/** What was read otherwise than it may look: rows left out, hidden columns, other sheets. */
export const ImportNotes = ({ of: { notes } }: { readonly of: AnyImport }) => {
  const { say } = useSay(words)
  return notes.length === 0 ? null : (
    <section>
      <h3>{say.notes}</h3>
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  )
}

/** How a file was read: its columns, and the rows as they were understood. */
export const ImportReading = ({ of }: { readonly of: AnyImport }) => (
  <>
    <Columns of={of} />
    {of.shown.length > 0 && <Rows of={of} />}
  </>
)
