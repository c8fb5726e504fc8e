import { describe, expect, test } from 'vitest'
import type { FeedRowAtDesk, Programme } from '../../../web/shared/api/types.gen.ts'
import { RowsFound } from '../../../web/task/batch-rows.tsx'
import { PartFacts } from '../../../web/task/class-part.tsx'
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

describe('what a desk recognises for many people stands beside its task', () => {
  test('Art. 39(1): of a class’s part who was there, from where, and how it was noted', () => {
    const page = drawn(
      <PartFacts
        of={{
          ...{
            classId: 'p1',
            title: '暑期研修班',
            organiser: { id: 'd', name: '市教育局' },
            course: '公共课',
          },
          ...{ halfDays: 6, closedAt: '2026-07-08T18:00:00+08:00', closedBy: '王芳' },
          participants: [
            {
              ...{ staffId: 's1', name: '图雅', institution: '鹿鸣小学', present: 3, byCode: 2, byList: 1 },
              ...{ absent: 3, corrected: 1, passed: true, mark: '优' },
            },
          ],
        }}
      />,
    )
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
    expect(page).toMatch(/由市教育局举办，王芳 于 2026年7月8日 18:00 结业/)
    expect(page).toMatch(/图雅 鹿鸣小学 3 \/ 6 扫码 2，登记 1，缺席 3 · 更正过 1 次 合格 优/)
  })

  test('Art. 41: of a day’s online hours how many records of how many people, and whether there are more', () => {
    const row: FeedRowAtDesk = {
      ...{ provider: 'p', recordNo: '1', staffNo: '1', name: '李静怡', course: '课堂教学', hours: 2 },
      ...{ subject: 'professional', from: '2026-07-01', to: '2026-07-02', passed: true, state: 'accepted' },
      ...{ code: null, article: null, detail: null, reason: null, day: null, version: 1, batch: 'b' },
      ...{ receivedAt: '2026-07-03T09:00:00+08:00', staffId: 's1' },
    }
    const items = [row, { ...row, recordNo: '2' }, { ...row, recordNo: '3', staffId: 's2' }]
    expect(drawn(<RowsFound of={{ items, cursor: null }} />)).toContain('3 条学习记录，2 人。')
    expect(drawn(<RowsFound of={{ items, cursor: 'c' }} />)).toContain('先列出 3 条（2 人），另有更多。')
  })
})
