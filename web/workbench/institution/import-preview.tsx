import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { OrganisationQuestions } from '../imports/organisation-questions.tsx'
import { Confirm } from '../parts/confirm.tsx'
import { Panel } from '../parts/panel.tsx'
import { saveText } from '../parts/save-text.ts'
import { Table } from '../parts/table.tsx'
import { fill, useSay } from '../preferences.tsx'
import { type Answers, ImportQuestions } from './import-questions.tsx'
import { ImportNotes, ImportReading } from './import-reading.tsx'
import type { AnyImport } from './import-values.ts'
import { words } from './import-words.ts'
import styles from './institution.module.css'

type RowFault = AnyImport['errors'][number]

const Figures = ({
  of: { kind, rows, new: fresh, changed, unchanged, asked, failed },
}: {
  readonly of: AnyImport
}) => {
  const { say } = useSay(words)
  const figures: (readonly [string, number])[] = [
    [say.rows, rows],
    [say[`new_${kind}`], fresh],
    ...(kind !== 'roster'
      ? ([
          [say.changed, changed],
          [say.unchanged, unchanged],
          ...(asked > 0 ? ([[say.asked, asked]] as const) : []),
        ] as const)
      : []),
    [say.failed, failed],
  ]
  return (
    <dl className={styles.figures}>
      {figures.map(([name, count]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="big">
            {count} <small>{say.unit}</small>
          </dd>
        </div>
      ))}
    </dl>
  )
}

const Errors = ({ of: { kind, errors, failedRows } }: { readonly of: AnyImport }) => {
  const { say, language } = useSay(words)
  return (
    <section>
      <h3>{say.errors}</h3>
      <p>
        {say.errorsText} {errors.length >= 500 && fill(say.errorsFirst, { count: errors.length })}
      </p>
      <Table<RowFault>
        label={say.errors}
        items={errors}
        rowKey={({ row, column, detail }) => `${row} ${column} ${detail}`}
        columns={[
          { key: 'row', title: say.row, className: 'number nowrap', render: (_, { row }) => row },
          { key: 'column', title: say.column, className: 'nowrap', render: (_, { column }) => column },
          { key: 'value', title: say.value, render: (_, { value }) => value || '—' },
          { key: 'detail', title: say.detail, render: (_, { detail }) => detail },
        ]}
      />
      {failedRows !== null && (
        <p>
          <Button
            onClick={() =>
              saveText(
                failedRows,
                language === 'zh' ? `${say[kind]}-有错误的行.csv` : `${kind}-failed-rows.csv`,
              )
            }
          >
            {say.saveFailed}
          </Button>
        </p>
      )}
    </section>
  )
}

const Questions = ({ of: preview, ...choosing }: Pick<ImportPreviewProps, 'of' | 'answers' | 'choose'>) => {
  if (preview.kind === 'seats' || preview.questions.length === 0) return null
  return preview.kind === 'organisations' ? (
    <OrganisationQuestions of={preview} {...choosing} />
  ) : (
    <ImportQuestions of={preview} {...choosing} />
  )
}

export interface ImportPreviewProps {
  readonly of: AnyImport
  readonly answers: Answers
  readonly choose: (answers: Answers) => void
  /** Enters the rows that are right. */
  readonly apply: () => Promise<unknown>
}

/** What an import would do: how many of what, every error by row and column, and the step that does it. */
export const ImportPreview = ({ of: preview, answers, choose, apply }: ImportPreviewProps) => {
  const { say } = useSay(words)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (preview) box.current?.focus()
  }, [preview])
  const { kind, new: fresh, changed, failed } = preview
  const questions = preview.kind === 'seats' ? [] : preview.questions
  const answered = questions.flatMap(({ row }) => answers[row] ?? [])
  const anew = fresh + answered.filter((whose) => whose === 'new').length
  const count = fresh + changed + answered.length
  const isPart = failed > 0 || preview.asked > answered.length
  return (
    <div ref={box} tabIndex={-1} className={styles.preview}>
      <Panel title={say.result}>
        <Figures of={preview} />
        <ImportNotes of={preview} />
        <Questions of={preview} answers={answers} choose={choose} />
        {failed > 0 && <Errors of={preview} />}
        <ImportReading of={preview} />
        {count === 0 ? (
          <p className="strong">{isPart ? say.nothingRight : say.nothing}</p>
        ) : (
          <div className="actions">
            <Confirm
              label={fill(isPart ? say.applyPartial : say.apply, { count })}
              title={fill(isPart ? say.applyPartial : say.apply, { count })}
              follows={
                <p>
                  {fill(say[`follows_${kind}`], {
                    new: anew,
                    changed: count - anew,
                    filings: preview.kind === 'history' ? preview.filings : 0,
                  })}{' '}
                  {preview.kind === 'persons' &&
                    preview.filings > 0 &&
                    fill(say.follows_filings, { filings: preview.filings })}{' '}
                  {(preview.kind === 'persons' || preview.kind === 'seats') &&
                    preview.invitations > 0 &&
                    fill(say.follows_invitations, { invitations: preview.invitations })}{' '}
                  {failed > 0 && fill(say.followsLeft, { failed })}
                </p>
              }
              act={apply}
            />
          </div>
        )}
      </Panel>
    </div>
  )
}
