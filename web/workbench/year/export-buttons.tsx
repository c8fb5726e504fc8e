import { Button } from 'antd'
import { useState } from 'react'
import { saveFile } from '../../shared/api/client.ts'
import { ProblemNotice } from '../parts/notice.tsx'
import { useSay } from '../preferences.tsx'
import styles from './year.module.css'
import type { ResultChoice } from './year-query.ts'

const words = {
  zh: {
    csv: '导出 CSV',
    xlsx: '导出 Excel',
    saved: '文件已保存，内容与当前筛选一致。',
    hint: '导出当前筛选的全部人员，一次至多 30,000 人。',
  },
  en: {
    csv: 'Export CSV',
    xlsx: 'Export Excel',
    saved: 'The file was saved; it holds what the filters show.',
    hint: 'Exports everyone whom the filters show, at most 30,000 at a time.',
  },
} as const

const formats = ['csv', 'xlsx'] as const

/** Saves what the filters show as a file, and says so in the page. */
export const ExportButtons = ({ year, choice }: { readonly year: number; readonly choice: ResultChoice }) => {
  const { say } = useSay(words)
  const [state, setState] = useState<{ busy?: string; saved?: true; error?: unknown }>({})
  const save = async (format: (typeof formats)[number]) => {
    setState({ busy: format })
    try {
      const query = { ...choice, format }
      await saveFile('/years/{year}/export', { path: { year }, query }, `results-${year}.${format}`)
      setState({ saved: true })
    } catch (error) {
      setState({ error })
    }
  }
  return (
    <div className={styles.exports}>
      <div className="actions">
        {formats.map((format) => (
          <Button key={format} loading={state.busy === format} onClick={() => void save(format)}>
            {say[format]}
          </Button>
        ))}
        <span className="quiet" role="status">
          {state.saved ? say.saved : say.hint}
        </span>
      </div>
      {state.error !== undefined && <ProblemNotice error={state.error} />}
    </div>
  )
}
