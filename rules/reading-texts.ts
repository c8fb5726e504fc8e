import type { Readings } from './edition.ts'
import type { Text } from './text.ts'

/** What a reading decides, by which article, and why it is read so until the authority says otherwise. */
export interface ReadingText {
  readonly article: string
  readonly what: Text
  readonly why: Text
}

export const readingTexts: Readonly<Record<keyof Readings, ReadingText>> = {
  minimaHoldUnderEitherTotal: {
    article: '7',
    what: {
      zh: '按学时或按天数达到总量时，公共科目和专业科目的最低学时都要达到。',
      en: 'The minima of both subjects hold whether the total is reached in hours or in days.',
    },
    why: {
      zh: '条文先写两种总量，再写两个最低要求，后者对两种总量都适用。',
      en: 'The article names two totals first and the minima after both of them.',
    },
  },
  onlineTenthsPerHalfDay: {
    article: '39(1)',
    what: {
      zh: '多少线上学时折算半天；没有填写的，线上学时不折算为天数。',
      en: 'How many online hours make a half-day; left empty, online hours have no value in days.',
    },
    why: {
      zh: '条文只规定线下培训按天折算学时，没有规定线上学时折算天数。',
      en: 'The text converts days into hours for offline training and says nothing of the reverse for online hours.',
    },
  },
  inductionDeemsYearOf: {
    article: '39(5)',
    what: {
      zh: '新进人员按期完成岗前培训，视为完成哪一年的学时：完成当年，或聘用当年。',
      en: 'Which year a timely induction completes: that of its completion, or that of the hiring.',
    },
    why: {
      zh: '“当年度”取完成岗前培训的年度，使视同完成发生在实际学习的一年。',
      en: '“The year” is taken as the one in which the training was done.',
    },
  },
  inductionCountsForTheYear: {
    article: '12',
    what: {
      zh: '岗前培训同时计入当年度学时。',
      en: 'An induction training counts for its year as well.',
    },
    why: {
      zh: '第七条、第十二条没有排除同一次培训同时满足两项要求。',
      en: 'Nothing in Articles 7 and 12 keeps one training from serving both obligations.',
    },
  },
  makeUpRunsFrom: {
    article: '32',
    what: {
      zh: '延迟补训的十二个月从年度结束起算，或从批准之日起算。',
      en: 'Whether the twelve months of a make-up run from the end of the year or from the approval.',
    },
    why: {
      zh: '从年度结束起算，每个人的期限相同，不因审批快慢而不同。',
      en: 'Counted from the end of the year, everyone has the same date, however long the approval took.',
    },
  },
  delayWindow: {
    article: '32',
    what: {
      zh: '申请延迟补训的起止日期（当年某日至次年某日）。',
      en: 'From which day of the year to which day of the next a delay may be asked for.',
    },
    why: {
      zh: '条文没有规定申请时间；取年末前后，此时完成情况已经清楚。',
      en: 'The text sets no time; around the end of the year it is clear what is missing.',
    },
  },
}
