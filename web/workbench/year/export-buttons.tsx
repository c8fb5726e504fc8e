import { saveFile } from '../../shared/api/client.ts'
import { ExportButtons } from '../parts/export-buttons.tsx'
import { useSay } from '../preferences.tsx'
import styles from './year.module.css'
import type { ResultChoice } from './year-query.ts'

const words = {
  zh: {
    saved: '文件已保存，内容与当前筛选一致。',
    hint: '导出当前筛选的全部人员，一次至多 30,000 人。',
  },
  en: {
    saved: 'The file was saved; it holds what the filters show.',
    hint: 'Exports everyone whom the filters show, at most 30,000 at a time.',
  },
} as const

/** Saves the results that the filters show as a file. */
export const ResultsExport = ({ year, choice }: { readonly year: number; readonly choice: ResultChoice }) => {
  const { say } = useSay(words)
  return (
    <div className={styles.exports}>
      <ExportButtons
        formats={['csv', 'xlsx']}
        hint={say.hint}
        saved={say.saved}
        save={(format) =>
          saveFile(
            '/years/{year}/export',
            { path: { year }, query: { ...choice, format } },
            `results-${year}.${format}`,
          )
        }
      />
    </div>
  )
}
