import { Button } from 'antd'
import { useState } from 'react'
import { useSay } from '../preferences.tsx'
import { ProblemNotice } from './notice.tsx'

export type ExportFormat = 'csv' | 'xlsx'

const words = {
  zh: { csv: '导出 CSV', xlsx: '导出 Excel' },
  en: { csv: 'Export CSV', xlsx: 'Export Excel' },
} as const

interface ExportButtonsProps {
  readonly formats: readonly ExportFormat[]
  readonly save: (format: ExportFormat) => Promise<void>
  /** What is exported, and how much of it at most. */
  readonly hint: string
  readonly saved: string
}

/** Saves what the page shows as a file, and says so in the page. */
export const ExportButtons = ({ formats, save, hint, saved }: ExportButtonsProps) => {
  const { say } = useSay(words)
  const [state, setState] = useState<{ busy?: ExportFormat; saved?: true; error?: unknown }>({})
  const begin = async (format: ExportFormat) => {
    setState({ busy: format })
    try {
      await save(format)
      setState({ saved: true })
    } catch (error) {
      setState({ error })
    }
  }
  return (
    <>
      <div className="actions">
        {formats.map((format) => (
          <Button key={format} loading={state.busy === format} onClick={() => void begin(format)}>
            {say[format]}
          </Button>
        ))}
        <span className="quiet" role="status">
          {state.saved ? saved : hint}
        </span>
      </div>
      {state.error !== undefined && <ProblemNotice error={state.error} />}
    </>
  )
}
