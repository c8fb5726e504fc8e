import type { Letter } from '../platform/letter.ts'
import type { TrainingPlan } from './training-plan.ts'

/** To the desk above: an annual plan was filed with it, or adjusted; nothing has to be decided. */
export const planFiledLetter = (
  { organisationId, organisationName, year, rows, acts }: TrainingPlan,
  publicUrl: string,
): Letter => {
  const last = acts.at(-1)
  const isAdjusted = last?.act === 'adjust'
  return {
    subject: isAdjusted ? '一份年度培训计划已调整' : '一份年度培训计划已报送',
    greeting: '您好：',
    paragraphs: [
      isAdjusted
        ? '下列年度培训计划已调整，调整前的内容保留在案，不需要办理。'
        : '下列年度培训计划已报送，现予告知，不需要办理。',
    ],
    facts: [
      ['单位', organisationName],
      ['年度', `${year} 年`],
      ['项目', `${rows.length} 个`],
      ...(last?.reason === undefined ? [] : [['调整原因', last.reason] as const]),
    ],
    link: {
      label: '查看年度培训计划',
      url: `${publicUrl}/plans/${encodeURIComponent(organisationId)}?year=${year}`,
    },
  }
}
