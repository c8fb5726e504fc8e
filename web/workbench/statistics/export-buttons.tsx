import { Button } from 'antd'
import { useState } from 'react'
import { saveFile } from '../../shared/api/client.ts'
import { ProblemNotice } from '../parts/notice.tsx'
import { useSay } from '../preferences.tsx'
import type { Choice } from './choice.ts'
import { words } from './words.ts'

/** Saves what the page shows as a file, and says so in the page. */
export const ExportButtons = ({ year, choice }: { readonly year: number; readonly choice: Choice }) => {
  const { say } = useSay(words)
  const [state, setState] = useState<{ busy?: string; saved?: true; error?: unknown }>({})
  const save = async (format: 'xlsx' | 'csv') => {
    setState({ busy: format })
    try {
      const input = { path: { year }, query: { ...choice, format } }
      await saveFile('/statistics/{year}/export', input, `statistics-${year}.${format}`)
      setState({ saved: true })
    } catch (error) {
      setState({ error })
    }
  }
  return (
    <>
      <div className="actions">
        {(['xlsx', 'csv'] as const).map((format) => (
          <Button key={format} loading={state.busy === format} onClick={() => void save(format)}>
            {say[format]}
          </Button>
        ))}
        <span className="quiet" role="status">
          {state.saved ? say.saved : say.hint}
        </span>
      </div>
      {state.error !== undefined && <ProblemNotice error={state.error} />}
    </>
  )
}
