import type { Meaning } from './meaning.ts'

/** The year, its figures and its readings; the operator's own acts. */
export const yearRefusals = {
  YEAR_OVER: {
    status: 409,
    title: {
      zh: '该年度不是正在进行的年度，提醒已经没有意义。没有完成的，请看年度结果和延迟补训。',
      en: 'This is not the year that is running, so reminding helps nobody. See the results of the year, and delays.',
    },
  },
  VERSION_NOT_LATER: {
    status: 409,
    title: {
      zh: '新版本的生效日期应不早于今天，且不与已有的版本同日。',
      en: 'A new version begins today or later, on a day on which no other one begins.',
    },
  },
  YEAR_FROZEN: {
    status: 422,
    title: {
      zh: '该年度已经关账，细则参数不能再改。',
      en: 'This year has been closed: its parameters cannot change any more.',
    },
  },
  YEAR_BEFORE_EDITION: {
    status: 422,
    title: {
      zh: '细则自2024年1月25日起施行，2024年以前的年度不能结算。',
      en: 'The rules are in force since 25 January 2024: no year before 2024 is ever closed.',
    },
  },
  MAIL_NOT_TAKEN: {
    status: 409,
    title: {
      zh: '邮件服务器仍然没有收下这封邮件。请检查邮件服务器的设置和收件地址，平台会继续定时重发。',
      en: 'The mail server still does not take it. Check its settings and the address; the platform goes on trying.',
    },
  },
  NOT_REDRIVABLE: {
    status: 409,
    title: {
      zh: '只有因故中断（失败、超时或终止）不久的执行才能继续；按流程本身的规定结束的，继续也会同样结束。请刷新后查看它的状态。',
      en: 'Only an execution that was interrupted of late (failed, timed out, stopped) may go on; one that ended where its workflow says would end there again. Reload to see where it stands.',
    },
  },
  YEAR_NOT_OVER: {
    status: 422,
    title: {
      zh: '该年度尚未结束，12月31日起才能启动结算。现在可以进行预演。',
      en: 'This year is not over: its close may be started from 31 December on. Rehearse it until then.',
    },
  },
  YEAR_NOT_REHEARSED: {
    status: 404,
    title: { zh: '该年度还没有预演过。', en: 'This year has not been rehearsed yet.' },
  },
  NOTHING_TO_REDRIVE: {
    status: 409,
    title: {
      zh: '该年度的结算正在进行或没有失败的部分，无需重新执行。',
      en: 'Nothing of this year has failed: the close is under way, or done, or was never begun.',
    },
  },
  TABLE_BEHIND: {
    status: 409,
    title: {
      zh: '数据尚未更新到当前格式，年度结算不能开始。请运行 npm run walk（见升级说明）后重试。',
      en: 'The data has not been brought to this version’s form yet: run npm run walk before a close.',
    },
  },
} as const satisfies Record<string, Meaning>
