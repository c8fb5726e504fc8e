import { Button } from 'antd'
import { useState } from 'react'
import { saveFile } from '../../shared/api/client.ts'
import type { ReadImportTemplateData } from '../../shared/api/types.gen.ts'
import { words } from '../institution/import-words.ts'
import { ProblemNotice } from '../parts/notice.tsx'
import { Panel } from '../parts/panel.tsx'
import { useSay } from '../preferences.tsx'

export interface TemplateProps {
  readonly kind: ReadImportTemplateData['path']['kind']
  /** What each of its rows is, and what its columns do. */
  readonly about: string
}

/** The template of a kind of file, as Excel or CSV. */
export const Template = ({ kind, about }: TemplateProps) => {
  const { say } = useSay(words)
  const [error, setError] = useState<unknown>()
  const save = (format: 'xlsx' | 'csv') => {
    setError(undefined)
    saveFile(
      '/imports/templates/{kind}',
      { path: { kind }, query: { format } },
      `${kind}-template.${format}`,
    ).catch(setError)
  }
  return (
    <Panel title={say.template}>
      <p>{about}</p>
      <p>{say.ownList}</p>
      <div className="actions">
        <Button onClick={() => save('xlsx')}>{say.download}</Button>
        <Button onClick={() => save('csv')}>{say.downloadCsv}</Button>
      </div>
      {error !== undefined && <ProblemNotice error={error} again={() => save('xlsx')} />}
    </Panel>
  )
}
