import { postFile } from '../../shared/api/client.ts'
import { PageHead } from '../parts/page-head.tsx'
import { useSay } from '../preferences.tsx'
import { FileImport } from './file-import.tsx'
import { Template } from './template.tsx'

const words = {
  zh: {
    title: '导入机构',
    lead: '先预览，核对无误后再导入；预览不会写入任何内容，上下级关系在写入之前整体核对。同一份文件可以重复导入。',
    about:
      '每个机构一行。有编号的按编号识别，没有的按名称和上级识别；上级和主管部门填编号或名称，可以是同一份文件里的机构，顺序不限。留空的单元格不改动原有内容。',
    file: '2. 选择文件并预览',
    hint: 'Excel（.xlsx）或者 CSV，至多 50000 行、10 MB。行数多的分批写入，请保持页面打开；中断了，再导入同一份文件即可接着办。',
    see: '查看机构',
    back: '机构',
  },
  en: {
    title: 'Import organisations',
    lead: 'Preview first, check, then import; a preview writes nothing, and the whole tree is checked before anything is written. The same file may come again.',
    about:
      'A row for each organisation. A number tells which it is, else its name and what it stands under; those above are named by number or name, and may stand in the same file in any order. Empty cells change nothing.',
    file: '2. Choose the file and preview',
    hint: 'Excel (.xlsx) or CSV, at most 50,000 rows and 10 MB. A long file is entered in parts: keep the page open; after an interruption the same file goes on.',
    see: 'Open the organisations',
    back: 'Organisations',
  },
} as const

/** Registers the organisations of a file, by an authority above them. */
export const OrganisationsImportPage = () => {
  const { say } = useSay(words)
  return (
    <>
      <PageHead
        title={say.title}
        back={{ to: '/registers/organisations', label: say.back }}
        lead={<p>{say.lead}</p>}
      />
      <Template kind="organisations" about={say.about} />
      <FileImport
        title={say.file}
        hint={say.hint}
        see={{ to: '/registers/organisations', label: say.see }}
        send={({ file, mode, answers }, told) =>
          postFile(
            '/organisations/imports',
            {
              // Whoever applies has seen which rows are at fault.
              query: { mode, ...(mode === 'apply' ? { partial: 'true' } : {}) },
              body: { file, answers: JSON.stringify(answers) },
            },
            told,
          )
        }
      />
    </>
  )
}
