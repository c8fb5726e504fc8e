import { type Lecturer, newLecturer } from '../../functions/libraries/lecturer.ts'
import type { Item, Write } from '../../functions/platform/table.ts'
import { newProgramme, type Programme } from '../../functions/programmes/programme.ts'
import { putPlan, type TrainingPlan } from '../../functions/programmes/training-plan.ts'
import { authorityId, departmentId } from './organisations.ts'

const HOHHOT = authorityId('1501')
const EDUCATION = departmentId('1501', 'education')
const AT = '2026-02-02T09:30:00.000+08:00'

const lecturer = (id: string, name: string, field: string, by: string): Lecturer => ({
  ...{ id, name, field, proposedBy: by, version: 1 },
  vetted: [{ organisationId: by, at: AT, by: 'demo' }],
})

const programme = (
  id: string,
  title: string,
  organiser: { readonly id: string; readonly name: string },
  subject: 'public' | 'professional',
  days: readonly string[],
  teaches: string,
  row: string,
): Programme => ({
  ...{ id, title, year: 2026, organiserId: organiser.id, organiserName: organiser.name },
  courses: [
    {
      ...{ title, category: 'in_service', subject, mode: 'offline', kind: 'theory', fullTime: true },
      ...{ feeFen: 0, minutes: days.length * 480, lecturers: [teaches] },
    },
  ],
  sessions: days.flatMap((day) =>
    (['morning', 'afternoon'] as const).map((half) => ({ day, half, course: 0 })),
  ),
  firstDay: days[0] ?? '',
  lastDay: days.at(-1) ?? '',
  place: '呼和浩特市委党校',
  capacity: 60,
  audience: { organisations: [organiser.id], postTypes: [] },
  plan: { year: 2026, item: title, row },
  budget: '部门预算',
  filedBy: 'demo',
  filedAt: AT,
  state: 'accepted',
  acceptedAt: AT,
  acts: [
    { at: AT, act: 'file' },
    { at: AT, act: 'accept' },
  ],
  version: 1,
})

const city = { id: HOHHOT, name: '呼和浩特市人社局' }
const education = { id: EDUCATION, name: '呼和浩特市教育局' }

const planned = (id: string, title: string, subject: 'public' | 'professional', month: number) => ({
  ...{ id, title, subject, month, audience: '所属单位工作人员', people: 60, halfDays: 4 },
  budgetFen: 1_200_000,
})

const plan = (
  organiser: { readonly id: string; readonly name: string },
  filedTo: string,
  rows: TrainingPlan['rows'],
): TrainingPlan => ({
  ...{ organisationId: organiser.id, organisationName: organiser.name, year: 2026, rows, filedTo },
  ...{ state: 'filed', filedAt: AT, lastRow: rows.length, version: 1 },
  acts: [{ at: AT, actor: 'demo', actorName: organiser.name, act: 'file' }],
})

const writes: readonly Write[] = [
  putPlan(
    undefined,
    plan(city, authorityId('15'), [
      planned('1', '公共科目集中培训', 'public', 6),
      planned('2', '政策法规专题培训', 'public', 11),
      planned('3', '公文写作与处理', 'public', 12),
      planned('4', '新进人员岗前培训', 'public', 9),
    ]),
  ),
  putPlan(undefined, plan(education, HOHHOT, [planned('1', '教学能力提升', 'professional', 12)])),
  newLecturer(lecturer('lecturer-bai', '白音', '政策法规', HOHHOT)),
  newLecturer(lecturer('lecturer-feng', '冯远', '公文写作', HOHHOT)),
  newLecturer(lecturer('lecturer-qin', '秦岚', '课程教学', EDUCATION)),
  newProgramme(
    programme(
      'demo-public',
      '公共科目集中培训',
      city,
      'public',
      ['2026-06-15', '2026-06-16'],
      'lecturer-bai',
      '1',
    ),
  ),
  newProgramme(
    programme(
      'demo-november',
      '政策法规专题培训',
      city,
      'public',
      ['2026-11-02', '2026-11-03'],
      'lecturer-bai',
      '2',
    ),
  ),
  newProgramme(
    programme(
      'demo-autumn',
      '公文写作与处理',
      city,
      'public',
      ['2026-12-14', '2026-12-15'],
      'lecturer-feng',
      '3',
    ),
  ),
  newProgramme(
    programme(
      'demo-teaching',
      '教学能力提升',
      education,
      'professional',
      ['2026-12-21', '2026-12-22', '2026-12-23'],
      'lecturer-qin',
      '1',
    ),
  ),
]

/** A few programmes of this year that are on file, and who teaches in them. */
export const demoProgrammes = (): readonly Item[] =>
  writes.flatMap((write) => ('put' in write ? [write.put] : []))
