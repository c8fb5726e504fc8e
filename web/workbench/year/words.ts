import { resultStatuses } from '../../../functions/year/words.ts'

/** The names of a year's numbers, and what each of them counts. */
export const numberWords = {
  zh: {
    assessed: '参加结算',
    assessedText:
      '在册并有年度学时要求的人员，等于完成、视同完成、岗前培训期内、延迟补训、未完成、补训逾期六项之和。',
    completion: '完成率',
    completionText: '（完成＋视同完成）÷ 参加结算人数，保留一位小数，不四舍五入。',
    met: resultStatuses.met.zh,
    metText: '公共科目、专业科目和总量都达到规定（第7条），包括按期补训完成的。',
    deemed: resultStatuses.deemed.zh,
    deemedText: '按照第39条视同完成、视为完成或者经认定完成的。',
    inducting: resultStatuses.inducting.zh,
    inductingText: '初任年度没有完成，岗前培训的期限还没有到（第12条、第39条）；结果自动更正。',
    deferred: resultStatuses.deferred.zh,
    deferredText: '没有完成，延迟补训已经批准，期限还没有到（第32条）。',
    short: resultStatuses.short.zh,
    shortText: '没有完成，也没有批准的延迟补训。',
    overdue: resultStatuses.overdue.zh,
    overdueText: '延迟补训的期限已过，仍然没有补完（第32条）。',
    provisional: '其中暂定',
    provisionalText: '以上结果中还有申请正在办理的；办结后结果自动更正。',
    notApplicable: '不参加结算',
    notApplicableText: '在册，但这一年没有年度学时要求的人员。全区合计。',
    persons: '{count} 人',
  },
  en: {
    assessed: 'Assessed',
    assessedText:
      'On the register with hours to reach this year: the sum of met, deemed, inducting, deferred, short and overdue.',
    completion: 'Completed',
    completionText: '(Met + deemed) ÷ assessed, to one decimal place, rounded down.',
    met: resultStatuses.met.en,
    metText: 'Both subjects and the total are reached (Art. 7), those who made the year up in time included.',
    deemed: resultStatuses.deemed.en,
    deemedText: 'Deemed or recognised as complete under Article 39.',
    inducting: resultStatuses.inducting.en,
    inductingText:
      'The year of hiring is not complete and the induction still runs (Art. 12, 39); the result follows by itself.',
    deferred: resultStatuses.deferred.en,
    deferredText: 'Not complete; a make-up delay was approved and still runs (Art. 32).',
    short: resultStatuses.short.en,
    shortText: 'Not complete, and no delay was approved.',
    overdue: resultStatuses.overdue.en,
    overdueText: 'The make-up delay has run out, and the year is still not complete (Art. 32).',
    provisional: 'Provisional',
    provisionalText:
      'Of all these: with a claim still under way; its decision corrects the result by itself.',
    notApplicable: 'Not assessed',
    notApplicableText: 'On the register, but this year asks nothing of them. Of the whole region.',
    persons: '{count}',
  },
} as const
