import { describe, expect, test } from 'vitest'
import type { Programme } from '../../../web/shared/api/types.gen.ts'
import { FilingFacts } from '../../../web/task/filing.tsx'
import { drawn } from './drawn.tsx'

const course = {
  title: '师德师风',
  category: 'in_service',
  subject: 'public',
  mode: 'offline',
  kind: 'theory',
  feeFen: 19_100,
  minutes: 1440,
} as const
const programme: Programme = {
  ...{ id: 'p1', title: '集中培训', organiser: { id: 'a', name: '市人社局' }, entrusted: null },
  ...{ state: 'in_review', firstDay: '2026-07-06', lastDay: '2026-07-07', halfDays: 3, place: '市委党校' },
  ...{ capacity: 50, subjects: ['public'], feeFen: 19_100, acceptedUnanswered: false },
  ...{ filedAt: '2026-06-15T09:00:00+08:00', acts: [] },
  courses: [{ ...course, mostFen: 19_200 }],
  audience: { organisations: ['a'], postTypes: ['professional'], calledUp: false, note: '高校教师' },
  lecturers: [
    { id: 'l1', name: '秦岚', removed: false },
    { id: 'l2', name: '冯远', removed: true },
  ],
  filing: {
    ...{ organiserId: 'a', title: '集中培训', place: '市委党校', capacity: 50, budget: '部门预算' },
    courses: [{ ...course, lecturers: ['l1', 'l2'] }],
    sessions: [
      { day: '2026-07-06', half: 'morning', course: 0 },
      { day: '2026-07-06', half: 'afternoon', course: 0 },
      { day: '2026-07-07', half: 'morning', course: 0 },
    ],
    audience: { organisations: ['a'], postTypes: ['professional'], note: '高校教师' },
    plan: { why: '新出台政策急需培训' },
  },
}

describe('whoever decides a filing sees beside the task what is filed (Art. 8)', () => {
  const page = drawn(<FilingFacts of={programme} />)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

  test.each([
    ['Art. 26: the fee beside its cap', /191\.00 元（上限 192\.00 元，\s*第26条\s*）/],
    ['Art. 31: who teaches, and who was removed since', /秦岚、冯远（已清退出库）/],
    ['the days', /2026年7月6日 全天；2026年7月7日 上午/],
    ['the place', /地点 市委党校/],
    ['how many', /名额 50 人/],
    ['for whom', /举办单位及所属单位人员.*专业技术.*高校教师/],
    ['why it is not planned, and that it is not', /没有列入年度计划的原因 新出台政策急需培训/],
  ])('%s', (_, text) => {
    expect(page).toMatch(text)
  })
})
