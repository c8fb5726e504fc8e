import { ProblemError, saveFile } from '../../shared/api/client.ts'
import { SaveButton } from '../parts/save-button.tsx'
import { fill, useSay } from '../preferences.tsx'

const words = {
  zh: {
    text: '{year} 年度培训情况表列出在册的每个人；Excel 文件可以原样再导入，不会改动登记。证书按名册顺序，每个文件 100 张。',
    xlsx: '情况表 Excel',
    pdf: '情况表 PDF',
    certificates: '全部年度证书 PDF',
  },
  en: {
    text: 'The list of {year} holds everyone on the register; the Excel file comes back in by import and changes nothing. Certificates are in the order of the register, 100 a file.',
    xlsx: 'The list as Excel',
    pdf: 'The list as PDF',
    certificates: 'All annual certificates as PDF',
  },
} as const

/** As many files of certificates as there are: the part behind the last one holds none. */
const saveCertificates = async (year: number, institution: string): Promise<void> => {
  for (let part = 1; ; part += 1)
    try {
      const query = { institution, part }
      const name = `certificates-${year}-${part}.pdf`
      await saveFile('/years/{year}/certificates', { path: { year }, query }, name)
    } catch (error) {
      if (part === 1 || !(error instanceof ProblemError) || error.code !== 'NOTHING_TO_PRINT') throw error
      return
    }
}

/** What an institution takes to the file of a year: the list of its people, and their certificates. */
export const YearPapers = ({
  year,
  institution,
}: {
  readonly year: number
  readonly institution: string
}) => {
  const { say } = useSay(words)
  const list = (format: 'pdf' | 'xlsx') => () =>
    saveFile(
      '/years/{year}/list',
      { path: { year }, query: { institution, format } },
      `list-${year}.${format}`,
    )
  return (
    <div className="screen-only">
      <p className="quiet">{fill(say.text, { year })}</p>
      <div className="actions">
        <SaveButton label={say.xlsx} save={list('xlsx')} />
        <SaveButton label={say.pdf} save={list('pdf')} />
        <SaveButton label={say.certificates} save={() => saveCertificates(year, institution)} />
      </div>
    </div>
  )
}
