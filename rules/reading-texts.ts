import type { Readings } from './edition.ts'
import type { Text } from './text.ts'

/**
 * What a reading decides, by which article, and why it is read by default as it is. `what` is a question that every
 * value answers: it stands beside whichever value holds, so it says none of them.
 */
export interface ReadingText {
  readonly article: string
  readonly what: Text
  /** Whose obligations another value of it reads anew. */
  readonly whom: Text
  /** Of the default alone. */
  readonly why: Text
}

export const readingTexts: Readonly<Record<keyof Readings, ReadingText>> = {
  minimaHoldUnderEitherTotal: {
    article: '7',
    what: {
      zh: '公共科目和专业科目的最低学时，是按学时、按天数达到总量的都要达到，还是只对按学时达到总量的要求。',
      en: 'Whether the minima of both subjects hold for totals in hours and in days alike, or in hours alone.',
    },
    whom: { zh: '按天数达到年度总量的人员', en: 'Whoever reaches the year’s total in days' },
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
    whom: { zh: '有线上学时的人员', en: 'Whoever has online hours' },
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
    whom: {
      zh: '新进人员聘用和完成岗前培训的年度',
      en: 'New hires: the years of their hiring and of their induction',
    },
    why: {
      zh: '岗前培训可依法跨年完成；取聘用当年，按期完成的新进人员不会因跨年而缺一年。取完成当年的，补登更早的培训会改变视同完成的年度，可能对本人不利。',
      en: 'An induction may lawfully cross New Year; by the year of hiring nobody who is in time lacks a year for it. By the year of completion an earlier training that is recorded later moves the deemed year, which may harm its person.',
    },
  },
  inductionCountsForTheYear: {
    article: '12',
    what: {
      zh: '岗前培训是否同时计入当年度学时。',
      en: 'Whether an induction training counts for its year as well.',
    },
    whom: {
      zh: '参加岗前培训的新进人员的年度学时',
      en: 'New hires with induction training: their year’s hours',
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
    whom: { zh: '获准延迟补训的人员的补训期限', en: 'Whoever was granted a delay: until when they make up' },
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
    whom: { zh: '还要申请延迟补训的人员', en: 'Whoever has yet to ask for a delay' },
    why: {
      zh: '条文没有规定申请时间；事先知道不能参加也是事由，故从年初起，至次年一月底，此时完成情况已经清楚。',
      en: 'The text sets no time, and a known absence is a ground too: from the first day of the year until it is clear what is missing.',
    },
  },
  inductionDeemsWithin: {
    article: '39(5)',
    what: {
      zh: '在多长时间内完成岗前培训才视同完成年度培训：最长期限十二个月，或一般期限六个月。',
      en: 'Within which time an induction deems a year complete: the limit of twelve months, or the usual six.',
    },
    whom: {
      zh: '六个月后才完成岗前培训的新进人员',
      en: 'New hires whose induction took more than six months',
    },
    why: {
      zh: '“规定期限”取第十二条允许的最长期限，依法推迟的人员不受影响。',
      en: 'The time set is taken as the longest that Article 12 allows, so that a lawful delay harms nobody.',
    },
  },
  failedInductionStands: {
    article: '39(5)',
    what: {
      zh: '岗前培训考核不合格的，在以后同一科目考核合格之前，是否不视同完成年度培训。',
      en: 'Whether a failed induction assessment stands in the way until one of its subject is passed later.',
    },
    whom: { zh: '岗前培训考核不合格的新进人员', en: 'New hires who failed an induction assessment' },
    why: {
      zh: '条文要求“考核合格”；补考合格后即不再影响。',
      en: 'The text asks for passed assessments; once passed later, the failed one is of no matter.',
    },
  },
  trainingBeforeHiring: {
    article: '7',
    what: {
      zh: '聘用之前的培训只计入岗前培训，或也计入年度学时。',
      en: 'Whether training before the hiring counts for the induction only, or for the year as well.',
    },
    whom: { zh: '聘用之前参加过培训的新进人员', en: 'New hires who were trained before their hiring' },
    why: {
      zh: '第七条规定的是工作人员的培训；第十条的岗前培训包括拟聘岗位的内容。',
      en: 'Article 7 is about staff; Article 10 has the induction teach the post intended.',
    },
  },
  inductionMonthsBeforeHiring: {
    article: '10',
    what: {
      zh: '聘用之前多少个月内的岗前培训计入岗前培训学时。',
      en: 'For how many months before the hiring an induction training counts.',
    },
    whom: {
      zh: '聘用之前参加过岗前培训的新进人员',
      en: 'New hires whose induction began before their hiring',
    },
    why: {
      zh: '岗前培训包括“拟聘岗位”所需内容，可以在聘用前不久举办。',
      en: 'The induction is for the post held or intended, and may be held shortly before the hiring.',
    },
  },
  leadersExcepted: {
    article: '4',
    what: {
      zh: '领导人员是否不适用年度学时和聘期脱产培训的要求。',
      en: 'Whether the yearly hours and the session of a term are not asked of leaders.',
    },
    whom: { zh: '领导人员', en: 'Leaders' },
    why: {
      zh: '领导人员的培训另有规定的，从其规定。',
      en: 'Where leaders have rules of their own, those hold.',
    },
  },
  annualAppliesBy: {
    article: '7',
    what: {
      zh: '年度学时要求适用于年末在册的人员，或当年任何一天在册的人员。',
      en: 'Whether a year is owed by those on the register on its last day, or on any day of it.',
    },
    whom: { zh: '年内离开、年末不在册的人员', en: 'Whoever leaves the register within the year' },
    why: {
      zh: '条文没有规定时点；年末在册的人员才进行年度考核。',
      en: 'The text names no day; who is on the register at the end is appraised for the year.',
    },
  },
  termSessionMonths: {
    article: '16',
    what: {
      zh: '聘期内担任管理岗位满多少个月，须参加一次公共科目脱产培训。',
      en: 'For how many months of the term a management post is held before its session is owed.',
    },
    whom: { zh: '聘期内担任管理岗位的人员', en: 'Whoever holds a management post in a term' },
    why: {
      zh: '任职时间过短的，难以安排一次脱产培训。',
      en: 'A shorter time in the post leaves no room for arranging a session.',
    },
  },
  transferAfterLimit: {
    article: '45',
    what: {
      zh: '转岗培训超过期限后才完成的，转岗聘用如何处理：办理、由人判断，或不予办理。',
      en: 'What a transfer training completed after its limit leads to: allowed, for a person to judge, or refused.',
    },
    whom: { zh: '超过期限才完成转岗培训的人员', en: 'Whoever completes a transfer training after its limit' },
    why: {
      zh: '第四十五条规定“一般不得”，留有判断余地。',
      en: 'Article 45 says "as a rule", which leaves room for judgement.',
    },
  },
  transferWithinWindow: {
    article: '21',
    what: {
      zh: '转岗培训期限未到、尚未完成的，先等待，或先行办理。',
      en: 'Whether a change whose training is not complete but in time waits, or goes ahead.',
    },
    whom: { zh: '转岗培训期限未到的人员', en: 'Whoever has time left for a transfer training' },
    why: {
      zh: '第四十五条以完成转岗培训为条件，期限内先等待，不算不合格。',
      en: 'Article 45 makes the training a condition: within its time the matter waits and is not refused.',
    },
  },
  transferClaimWorkingDays: {
    article: '21',
    what: {
      zh: '转岗培训按期结束后尚未申报的，期限届满后仍可申报多少个工作日，其间岗位变动备案继续等待。',
      en: 'For how many working days after the last day a transfer training that ended in time may still be claimed, while the filing waits.',
    },
    whom: {
      zh: '转岗培训按期结束、尚未申报的人员',
      en: 'Whoever has yet to claim a transfer training that ended in time',
    },
    why: {
      zh: '第二十一条规定的是完成培训的期限，不是申报的期限；材料准备需要时间，备案不应因此被退回。',
      en: 'Art. 21 sets the time for the training, not for its claim: papers take days, and no filing should fail for them.',
    },
  },
  filingWorkingDays: {
    article: '8',
    what: {
      zh: '培训备案送达后多少个工作日没有答复，视为接受（没有人能答复的除外）。',
      en: 'After how many working days without an answer a programme’s filing counts as accepted, unless nobody might have answered.',
    },
    whom: { zh: '等待答复的培训备案的举办单位', en: 'Organisers whose filings wait for an answer' },
    why: {
      zh: '第八条规定备案，没有规定答复的期限；培训班有开班日期，不能一直等下去。',
      en: 'Art. 8 has programmes filed and names no time for the answer; a class has a first day and cannot wait for ever.',
    },
  },
  gradeExamYears: {
    article: '46',
    what: {
      zh: '申报工勤岗位等级考试时，核对考试年度之前多少个年度；不填的，核对所有年度。',
      en: 'How many calendar years before the one of the examination are looked at; left empty, all of them.',
    },
    whom: { zh: '申报等级考试的工勤人员', en: 'Workers who enter for a grade examination' },
    why: {
      zh: '条文没有规定年限；五年与一般的聘期和晋级间隔相当，久远的年度不应永远影响申报。',
      en: 'The text names no years; five are about a term, and a year long past should not bar anyone for ever.',
    },
  },
}
