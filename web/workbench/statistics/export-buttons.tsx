import { saveFile } from '../../shared/api/client.ts'
import { ExportButtons } from '../parts/export-buttons.tsx'
import { useSay } from '../preferences.tsx'
import type { Choice } from './choice.ts'
import { words } from './words.ts'

/** Saves the page's numbers as a file. */
export const StatisticsExport = ({ year, choice }: { readonly year: number; readonly choice: Choice }) => {
  const { say } = useSay(words)
  return (
    <ExportButtons
      formats={['xlsx', 'csv']}
      hint={say.hint}
      saved={say.saved}
      save={(format) =>
        saveFile(
          '/statistics/{year}/export',
          { path: { year }, query: { ...choice, format } },
          `statistics-${year}.${format}`,
        )
      }
    />
  )
}
