import type { Letter } from '../platform/letter.ts'

/** To the region's desk, after a walk that found broken ledgers: a number, and where they are listed. */
export const brokenLetter = (broken: number, publicUrl: string): Letter => ({
  subject: `夜间核对发现 ${broken} 份台账与封存记录不一致`,
  greeting: '您好：',
  paragraphs: [
    '夜间核对逐条检查了全部台账，发现下列数量的台账与封存的记录不一致，可能被改动过。',
    '有关事项已经暂停，不会过期；请核实后由两位工作人员恢复。',
  ],
  facts: [['涉及台账', `${broken} 份`]],
  link: { label: '查看并恢复', url: `${publicUrl}/ledgers/broken` },
})
