import type { BrokenKind } from '../platform/ledger-broken.ts'
import type { Letter } from '../platform/letter.ts'
import type { BrokenRecord } from './broken-records.ts'

const kindNames: Readonly<Record<BrokenKind, string>> = {
  request: '申请',
  organisation: '机构',
  account: '账号',
}

/** Of so many records a letter says which they are. */
const NAMED = 20

/**
 * To the region's desk, after a walk that found what is not as it was sealed: how many ledgers and where they are listed,
 * and the numbers of the requests, organisations and accounts.
 */
export const brokenLetter = (
  broken: number,
  records: readonly BrokenRecord[],
  publicUrl: string,
): Letter => ({
  subject: `夜间核对发现 ${broken + records.length} 份记录与封存的不一致`,
  greeting: '您好：',
  paragraphs: [
    '夜间核对检查了全部台账，以及申请、机构和账号的经过记录，发现下列数量的记录与封存的不一致，可能被改动过。',
    '有关事项已经暂停，不会过期。台账请核实后由两位工作人员恢复；其他记录请与系统管理员一起核实，并从备份恢复。',
  ],
  facts: [
    ['涉及台账', `${broken} 份`],
    ['涉及其他记录', `${records.length} 份`],
    ...records
      .slice(0, NAMED)
      .map(({ kind, id, since }): [string, string] => [kindNames[kind], `${id}（${since} 起）`]),
  ],
  link: { label: '查看台账并恢复', url: `${publicUrl}/ledgers/broken` },
})
