import { postFile } from '../../shared/api/client.ts'
import { Invited } from '../institution/import-outcome.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useSay } from '../preferences.tsx'
import { FileImport } from './file-import.tsx'
import { Template } from './template.tsx'

const words = {
  zh: {
    title: '批量邀请',
    lead: '按名单给席位：没有账号的人会收到邀请邮件，已有账号的人直接增加席位。逐行按“谁可以给哪个席位”的规则核对；先预览，预览不会发出邮件。',
    about:
      '每个席位一行；机构填编号或名称。席位不填的，按机构类别办理审批。同一个邮箱的几行是同一个人，只发一封邀请。同一份名单可以重复导入，不会重复邀请。',
    file: '2. 选择文件并预览',
    hint: 'Excel（.xlsx）或者 CSV，至多 5000 行、10 MB。',
    see: '查看账号',
    after: '邀请链接 14 天有效。',
    back: '账号',
  },
  en: {
    title: 'Invite by a file',
    lead: 'Seats by a list: whoever has no account gets an invitation, whoever has one gets the seat. Each row goes by the rules of who may give which seat. Preview first: a preview sends no mail.',
    about:
      'A row for each seat; the organisation by number or name. Without a role it is the desk of the organisation. Rows with one address are one person, who gets one mail. The same list may come again: nobody is invited twice.',
    file: '2. Choose the file and preview',
    hint: 'Excel (.xlsx) or CSV, at most 5,000 rows and 10 MB.',
    see: 'Open the accounts',
    after: 'Links last 14 days.',
    back: 'Accounts',
  },
} as const

/** Gives the seats of a file, and invites whoever has no account. */
export const SeatsImportPage = () => {
  const { say } = useSay(words)
  return (
    <>
      <PageHead title={say.title} back={{ to: '/accounts', label: say.back }} lead={<p>{say.lead}</p>} />
      <Template kind="seats" about={say.about} />
      <FileImport
        title={say.file}
        hint={say.hint}
        see={{ to: '/accounts', label: say.see }}
        after={(done) =>
          done.kind === 'seats' && (
            <>
              <Invited invitations={done.invitations} invited={done.invited} isWhole={done.remaining === 0} />
              {done.invited > 0 && <p>{say.after}</p>}
            </>
          )
        }
        send={({ file, mode }, told) =>
          postFile(
            '/accounts/imports',
            // Whoever applies has seen which rows are at fault.
            { query: { mode, ...(mode === 'apply' ? { partial: 'true' } : {}) }, body: { file } },
            told,
          )
        }
      />
    </>
  )
}
