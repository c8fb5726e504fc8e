import { chanceOf } from './chance.ts'

/** A completion as a provider delivers it: the body of `POST /api/feeds/{provider}/completions` holds such records. */
export interface DeliveredRecord {
  readonly recordNo: string
  readonly staffNo: string
  readonly name: string
  readonly course: string
  readonly subject: 'professional'
  readonly from: string
  readonly to: string
  readonly hours: number
  readonly passed: boolean
}

/** Someone who studies there, as the provider knows them. */
export interface Learner {
  readonly staffNo: string
  readonly name: string
}

const COURSES = [
  '信息化教学能力提升',
  '班级管理与家校沟通',
  '实验室安全',
  '公文写作实务',
  '档案管理基础',
] as const

/**
 * What a provider of online training delivers of one day: so many records of its learners, the same ones whenever it is
 * asked. One in a hundred names somebody unknown, and one has more hours than a day has likely.
 */
export const providerDay = (
  day: string,
  learners: readonly Learner[],
  count: number,
): readonly DeliveredRecord[] => {
  const chance = chanceOf(`provider ${day}`)
  return Array.from({ length: count }, (_, position) => {
    const learner = chance.pick(learners)
    const isUnknown = chance.percent(1)
    return {
      recordNo: `${day.replaceAll('-', '')}-${String(position + 1).padStart(6, '0')}`,
      staffNo: isUnknown ? `unknown-${position}` : learner.staffNo,
      name: learner.name,
      course: chance.pick(COURSES),
      subject: 'professional',
      from: day,
      to: day,
      hours: chance.percent(1) ? 10 : chance.between(1, 8) / 2,
      passed: true,
    }
  })
}

/** What the provider sends the day after: the same records, of which some are corrected and some taken back. */
export const correctedDay = (records: readonly DeliveredRecord[]): readonly DeliveredRecord[] =>
  records.map((record) => {
    const chance = chanceOf(`correction ${record.recordNo}`)
    if (chance.percent(2)) return { ...record, passed: false }
    return chance.percent(3) && record.hours > 0.5 ? { ...record, hours: record.hours - 0.5 } : record
  })
