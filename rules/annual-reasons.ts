import type { AnnualAssessment } from './annual.ts'
import type { Assessment } from './assess.ts'
import { formatDate, lastDayOf, yearOf } from './calendar.ts'
import { appliesTo, type Ground, hasCome } from './deemed.ts'
import { heldOn, isLeader } from './held.ts'
import { hours } from './hours.ts'
import { delayWindowFor, makeUpDueIn } from './make-up.ts'
import { type Reason, reason } from './reason.ts'
import type { Text } from './text.ts'

const grounds: Readonly<Record<Ground, Text>> = {
  research_project: {
    zh: '课题或项目当年结题，专业科目视同完成。',
    en: 'A research project concluded in the year: the professional subject is deemed complete.',
  },
  degree_course: {
    zh: '当年通过学历（学位）教育课程，专业科目视同完成。',
    en: 'A degree course was passed in the year: the professional subject is deemed complete.',
  },
  qualification_exam: {
    zh: '当年通过职业资格考试科目，专业科目视同完成。',
    en: 'A subject of a professional qualification was passed: the professional subject is deemed complete.',
  },
  skill_grade_exam: {
    zh: '工勤技能岗位等级考试合格，专业科目视同完成。',
    en: "The workers' grade examination was passed: the professional subject is deemed complete.",
  },
  entrepreneurship_leave: {
    zh: '经批准离岗创业且考核合格，当年度视为完成。',
    en: 'On approved leave to found an enterprise, with a passed appraisal: the year is deemed complete.',
  },
  discretionary: {
    zh: '已按视情况认定的决定计算。',
    en: 'A discretionary recognition is taken into account.',
  },
  induction: {
    zh: '在规定期限内完成岗前培训并考核合格，视为完成当年度培训。',
    en: 'The induction was completed in time with its assessments passed: the year is deemed complete.',
  },
}

const notApplicable = ({ facts, annual, edition }: Assessment): Reason => {
  const { article } = edition.annual
  const { person, asOf } = facts
  if (annual.year < yearOf(person.hiredOn))
    return reason(
      article,
      'annual',
      `${annual.year} 年度尚未聘用，年度学时要求不适用。`,
      `Not hired yet in ${annual.year}: the yearly hours do not apply.`,
    )
  if (isLeader(person, Math.min(asOf, lastDayOf(annual.year))))
    return reason(
      '4',
      'annual',
      '领导人员的培训另有规定，本年度学时要求不适用。',
      'The training of leaders has rules of its own; the yearly hours do not apply.',
    )
  return reason(
    article,
    'annual',
    '不在编在册，年度学时要求不适用。',
    'Not on the register: the yearly hours do not apply.',
  )
}

const complete = ({ year, publicTenths, professionalTenths }: AnnualAssessment, article: string): Reason =>
  reason(
    article,
    'annual',
    `${year} 年度培训任务已完成：公共科目 ${hours(publicTenths)} 学时，专业科目 ${hours(professionalTenths)} 学时。`,
    `The training of ${year} is complete: public ${hours(publicTenths)} hours, professional ${hours(professionalTenths)} hours.`,
  )

const shortfall = ({ year, missing, dueOn }: AnnualAssessment, article: string): Reason => {
  const [both, date] = [hours(missing.public + missing.professional), formatDate(dueOn)]
  return reason(
    article,
    'annual',
    `${year} 年度还缺 ${both} 学时：公共科目 ${hours(missing.public)} 学时，专业科目 ${hours(missing.professional)} 学时；完成期限 ${date}。`,
    `${year} lacks ${both} hours: public ${hours(missing.public)}, professional ${hours(missing.professional)}; due on ${date}.`,
  )
}

/** The delay that is open, running, or past (Art. 32). */
const delayReason = ({ facts, annual, edition }: Assessment): Reason => {
  const { year, status, dueOn } = annual
  const { article } = edition.makeUp
  const date = formatDate(dueOn)
  if (makeUpDueIn(facts, year, edition) !== null)
    return status === 'overdue'
      ? reason(
          article,
          'annual',
          `延迟补训期限 ${date} 已过，不能再次延迟。`,
          `The make-up was due on ${date}; a second delay is not possible.`,
        )
      : reason(
          article,
          'annual',
          `已批准延迟补训，请于 ${date} 前（含当日）完成，申报次年培训时选择补 ${year} 年度。`,
          `A delay is approved: make up by ${date}, and choose ${year} when claiming training of the next year.`,
        )
  const { opensOn, closesOn } = delayWindowFor(year, facts.person.hiredOn, edition)
  const [opens, closes] = [formatDate(opensOn), formatDate(closesOn)]
  return facts.asOf > closesOn
    ? reason(
        article,
        'annual',
        `申请延迟补训的时间（${opens} 至 ${closes}）已过。`,
        `The time for asking for a make-up delay (${opens} to ${closes}) has passed.`,
      )
    : reason(
        article,
        'annual',
        `因故不能按期完成的，可在 ${opens} 至 ${closes} 申请延迟补训。`,
        `Whoever is prevented from finishing may ask for a make-up delay from ${opens} to ${closes}.`,
      )
}

/** The lawful ways to close what is missing, by article. */
const ways = ({ facts, annual }: Assessment): Reason[] => {
  const found: Reason[] = []
  if (annual.missing.public > 0)
    found.push(
      reason(
        '38',
        'annual',
        '公共科目：参加公共科目培训，由人事综合管理部门认定学时。',
        'Public subject: attend its training; the personnel authority recognises the hours.',
      ),
    )
  if (annual.missing.professional > 0) {
    found.push(
      reason(
        '41',
        'annual',
        '专业科目：参加行业主管部门组织的培训，或自治区确定的网络培训机构的线上培训。',
        "Professional subject: attend the sector departments' training, or online training of a provider that the region lists.",
      ),
      reason(
        '39(2)',
        'annual',
        '专业科目：当年结题的课题或项目，可申请视同完成。',
        'Professional subject: a research project that concludes in the year can complete it.',
      ),
      reason(
        '39(3)',
        'annual',
        '专业科目：当年通过一门学历（学位）课程或职业资格考试科目，可申请视同完成。',
        'Professional subject: one degree course or one qualification subject passed in the year can complete it.',
      ),
    )
    if (heldOn(facts.person, 'worker', facts.asOf))
      found.push(
        reason(
          '39(4)',
          'annual',
          '专业科目：工勤技能岗位等级考试合格，可申请视同完成。',
          "Professional subject: passing the workers' grade examination can complete it.",
        ),
      )
  }
  found.push(
    reason(
      '39(6)',
      'annual',
      '一年内退休、病休或孕产假超过三个月、因残疾不能按期培训的，可申请视情况认定。',
      'Retirement within a year, sick or maternity leave over three months, or disability: ask for a discretionary recognition.',
    ),
  )
  return found
}

/** Names entries that do not apply to the person, or not yet. */
const unfounded = ({ facts, annual, edition }: Assessment): Reason[] =>
  facts.deemed.flatMap((deemed) => {
    const { article } = edition.deemed[deemed.kind]
    if (deemed.year !== annual.year) return []
    if (!appliesTo(deemed, facts.person, edition))
      return [
        reason(
          article,
          'annual',
          '工勤技能岗位等级考试只适用于当时在工勤技能岗位的人员，本年度未据此视同完成。',
          'The grade examination counts for who held a worker post then; it completes nothing in this year.',
        ),
      ]
    return hasCome(deemed, facts)
      ? []
      : [
          reason(
            article,
            'annual',
            deemed.kind === 'entrepreneurship_leave'
              ? '离岗创业须在年度考核合格后才视为完成，目前尚未计算。'
              : '考试日期未到，目前尚未计算。',
            deemed.kind === 'entrepreneurship_leave'
              ? 'The leave completes the year once its appraisal is passed, and is not counted yet.'
              : 'The day of the examination has not come, and it is not counted yet.',
          ),
        ]
  })

/** The year of hiring waits for its induction (Art. 12, 39(5)); no delay need be asked for. */
const inducting = ({ facts, annual, induction, edition }: Assessment): Reason => {
  const { article } = edition.induction
  if (induction.status === 'not_applicable' || facts.person.highLevelTalent)
    return reason(
      article,
      'annual',
      `${annual.year} 年度为初任年度；完成岗前培训并考核合格后，视同完成，不必申请延迟补训。`,
      `${annual.year} is the year of hiring: the induction, once complete, completes it; no delay is needed.`,
    )
  const limit = formatDate(induction.limitOn)
  const closes = formatDate(delayWindowFor(annual.year, facts.person.hiredOn, edition).closesOn)
  return reason(
    article,
    'annual',
    `${annual.year} 年度为初任年度；于 ${limit} 前（含当日）完成岗前培训并考核合格的，视同完成，不必申请延迟补训；届时没有完成的，可在 ${closes} 前（含当日）申请。`,
    `${annual.year} is the year of hiring: an induction complete by ${limit} completes it, and no delay is needed; should it not be complete by then, one may be asked for until ${closes}.`,
  )
}

const incomplete = (assessment: Assessment): Reason[] => {
  const { annual, edition } = assessment
  const { article } = edition.annual
  return annual.status === 'inducting'
    ? [shortfall(annual, article), inducting(assessment)]
    : [shortfall(annual, article), ...ways(assessment), delayReason(assessment)]
}

/** What a year has, what it lacks, and the lawful ways to close the gap. */
export const annualReasons = (assessment: Assessment): Reason[] => {
  const { annual, edition } = assessment
  if (annual.status === 'not_applicable') return [notApplicable(assessment)]
  const { article } = edition.annual
  const founded = annual.deemed.grounds.map((ground) =>
    reason(
      ground === 'induction' ? '39(5)' : edition.deemed[ground].article,
      'annual',
      grounds[ground].zh,
      grounds[ground].en,
    ),
  )
  const done = annual.status === 'met' || annual.status === 'deemed'
  return [
    ...(done ? [complete(annual, article)] : incomplete(assessment)),
    ...founded,
    ...unfounded(assessment),
  ]
}

/** The lawful ways to complete a year that is not over, or whose make-up is still running, by article. */
export const waysToComplete = (assessment: Assessment): Reason[] => [
  ...ways(assessment),
  delayReason(assessment),
]
