import { formatDate } from './calendar.ts'
import type { Edition } from './edition.ts'
import type { Facts } from './facts.ts'
import { hours } from './hours.ts'
import type { InductionProgress } from './induction.ts'
import { type Reason, reason } from './reason.ts'
import type { TermAssessment } from './term-session.ts'
import type { TransferAssessment } from './transfer.ts'

const completed = (completedOn: number | null): string =>
  completedOn === null ? '' : formatDate(completedOn)

/** Where a new hire's induction stands (Art. 9, 12, 43). */
export const inductionReason = (
  progress: InductionProgress,
  { person }: Pick<Facts, 'person'>,
  { induction }: Edition,
): Reason => {
  const { article } = induction
  const [lacks, due, limit] = [
    hours(progress.missingTenths),
    formatDate(progress.dueOn),
    formatDate(progress.limitOn),
  ]
  const done = completed(progress.completedOn)
  switch (progress.status) {
    case 'met':
      return reason(
        article,
        'induction',
        `岗前培训已于 ${done} 完成。`,
        `The induction was completed on ${done}.`,
      )
    case 'late':
      if (progress.completedOn !== null && progress.completedOn > progress.limitOn)
        return reason(
          '9',
          'induction',
          `岗前培训已于 ${done} 完成；高层次人才的岗前培训灵活安排。`,
          `The induction was completed on ${done}; for high-level talent it is arranged flexibly.`,
        )
      return reason(
        article,
        'induction',
        `岗前培训已于 ${done} 完成，晚于一般期限 ${due}，在最长期限 ${limit} 之内。`,
        `The induction was completed on ${done}: after ${due}, within the limit of ${limit}.`,
      )
    case 'after_limit':
      return reason(
        article,
        'induction',
        `岗前培训于 ${done} 完成，已超过最长期限 ${limit}。`,
        `The induction was completed on ${done}, after the limit of ${limit}.`,
      )
    case 'open':
      if (person.highLevelTalent)
        return reason(
          '9',
          'induction',
          `岗前培训还缺 ${lacks} 学时；高层次人才的岗前培训灵活安排，一般应于 ${due} 前完成，没有最长期限。`,
          `The induction lacks ${lacks} hours: as a rule due on ${due}; for high-level talent it is arranged flexibly, without a limit.`,
        )
      return reason(
        article,
        'induction',
        `岗前培训还缺 ${lacks} 学时，应于 ${due} 前完成，最迟 ${limit}；岗前培训和专项培训均可计入。`,
        `The induction lacks ${lacks} hours: due on ${due}, ${limit} at the latest. Induction and special training count.`,
      )
    case 'overdue':
      return reason(
        '43',
        'induction',
        `岗前培训还缺 ${lacks} 学时，最长期限 ${limit} 已过；补齐后方可办理转正定级。`,
        `The induction lacks ${lacks} hours and its limit of ${limit} has passed; regularization waits until it is complete.`,
      )
  }
}

/** Why the rules apply to workers of organs, and to nobody else there (Art. 47); `isWorker`: they hold such a post. */
export const organReason = (isWorker: boolean): Reason =>
  isWorker
    ? reason(
        '47',
        'annual',
        '机关（参公单位）工勤人员的培训参照本细则执行，要求与事业单位工勤技能人员相同。',
        'Workers of organs follow the same rules: what is asked of them is what is asked of an institution’s workers.',
      )
    : reason(
        '47',
        'annual',
        '机关（参公单位）只有工勤人员参照本细则；其他人员另有规定，本结果不适用于他们。',
        'Of an organ’s staff only workers follow these rules: others have rules of their own, and this result is not theirs.',
      )

/** A failed assessment keeps the induction from completing a year (Art. 39(5)); how it is mended. */
export const failedInductionReason = (): Reason =>
  reason(
    '39(5)',
    'induction',
    '岗前培训有考核不合格的记录；期限内再次参加同一科目的岗前培训并考核合格后，方可视同完成初任年度。',
    'An induction assessment was failed: pass a later induction training of its subject in time, and it completes the year.',
  )

/** Where the session of a term stands (Art. 16). */
export const termReason = ({ term, status }: TermAssessment, edition: Edition): Reason => {
  const { termSession } = edition
  const { article } = termSession
  const [from, to, least, days] = [
    formatDate(term.from),
    formatDate(term.to),
    hours(termSession.tenths),
    termSession.halfDays / 2,
  ]
  switch (status) {
    case 'met':
      return reason(
        article,
        'term',
        `聘期 ${from} 至 ${to} 已参加公共科目脱产培训。`,
        `The full-time public session of the term ${from} to ${to} was held.`,
      )
    case 'open':
      return reason(
        article,
        'term',
        `请于 ${to} 前（含当日）参加一次不少于 ${least} 学时或 ${days} 天的公共科目脱产培训，多次不累计。`,
        `By ${to}, attend one full-time public session of at least ${least} hours or ${days} days; sessions are not summed.`,
      )
    case 'short':
      return reason(
        article,
        'term',
        `聘期 ${from} 至 ${to} 内没有一次不少于 ${least} 学时或 ${days} 天的公共科目脱产培训；聘期内已参加、尚未申报的，可补办学时认定。`,
        `The term ${from} to ${to} has no full-time public session of at least ${least} hours or ${days} days; one that was held in it and not claimed yet can still be recognised.`,
      )
  }
}

/** Where the training for a post change stands (Art. 21, 45). */
export const transferReason = (transfer: TransferAssessment, edition: Edition): Reason => {
  const { article } = edition.transfer
  const { change, status, missingTenths, dueOn, completedOn } = transfer
  const [effective, lacks, due, done] = [
    formatDate(change.effectiveOn),
    hours(missingTenths),
    formatDate(dueOn),
    completed(completedOn),
  ]
  switch (status) {
    case 'met':
      return reason(
        article,
        'transfer',
        `${effective} 岗位变动的转岗培训已于 ${done} 完成。`,
        `The transfer training for the change of ${effective} was completed on ${done}.`,
      )
    case 'open':
      return reason(
        article,
        'transfer',
        `${effective} 岗位变动的转岗培训还缺 ${lacks} 学时，最迟 ${due} 完成。`,
        `The transfer training for the change of ${effective} lacks ${lacks} hours; due on ${due} at the latest.`,
      )
    case 'overdue':
      return reason(
        '45',
        'transfer',
        `${effective} 岗位变动的转岗培训还缺 ${lacks} 学时，期限 ${due} 已过，不能办理转岗聘用和岗位变动备案；补齐后由人事综合管理部门判断。`,
        `The transfer training for the change of ${effective} lacks ${lacks} hours and was due on ${due}: no appointment, no filing; once it is complete, the personnel authority judges.`,
      )
    case 'after_limit':
      return reason(
        '45',
        'transfer',
        `${effective} 岗位变动的转岗培训于 ${done} 完成，已超过期限 ${due}，由人事综合管理部门判断。`,
        `The transfer training for the change of ${effective} was completed on ${done}, after ${due}: the personnel authority must judge.`,
      )
  }
}
