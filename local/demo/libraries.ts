import { type LibraryContent, type LibraryEntry, newEntry } from '../../functions/libraries/entry.ts'
import type { Item } from '../../functions/platform/table.ts'
import { listedUntil } from '../../rules/library-review.ts'
import { authorityId, departmentId } from './organisations.ts'

const HOHHOT = { id: authorityId('1501'), name: '呼和浩特市人社局' }
const EDUCATION = { id: departmentId('1501', 'education'), name: '呼和浩特市教育局' }
const REGION = { id: authorityId('15'), name: '内蒙古自治区人力资源和社会保障厅' }
const BAOTOU = { id: authorityId('1502'), name: '包头市人社局' }
const AT = '2026-02-09T10:00:00.000+08:00'
const DAY = '2026-02-09'

type Body = typeof HOHHOT

/** An entry as it was submitted; with the bodies that reviewed it, one that is listed. */
const entry = (id: string, by: Body, content: LibraryContent, reviewedBy: readonly Body[]): LibraryEntry => {
  const isListed = reviewedBy.length > 0
  const until = listedUntil(content.kind, DAY)
  const did = { at: AT, actor: 'demo', actorName: '演示' }
  return {
    ...{ id, submittedBy: by.id, submittedByName: by.name, version: 1 },
    round: {
      ...{ content, submitter: 'demo', submitterName: '演示', at: AT, result: isListed ? 'listed' : 'open' },
      reviews: reviewedBy.map(({ id: organisationId, name: organisationName }) => ({
        ...{ by: 'demo', byName: '演示', organisationId, organisationName, at: AT },
        ...{ approves: true, reason: '符合要求' },
      })),
    },
    ...(isListed && until !== undefined ? { listing: { content, from: DAY, until } } : {}),
    acts: [
      { ...did, act: 'submit' },
      ...reviewedBy.map(() => ({ ...did, act: 'approve' as const, reason: '符合要求' })),
      ...(isListed ? [{ ...did, act: 'list' as const }] : []),
    ],
  }
}

const entries: readonly LibraryEntry[] = [
  entry(
    'b-lecturer-bai',
    HOHHOT,
    {
      ...{ kind: 'lecturer', lecturerId: 'lecturer-bai', name: '白音', field: '政策法规' },
      ...{ body: '呼和浩特市委党校', rank: '副教授', courses: '事业单位政策法规', consentedOn: '2026-02-02' },
    },
    [REGION],
  ),
  entry(
    'demo-course-listed',
    EDUCATION,
    {
      ...{ kind: 'course', name: '信息化教学能力提升', edition: '2026 版', subject: 'professional' },
      ...{ minutes: 720, provider: '学习在线', outline: '信息化教学的设计、实施和评价，共十六课时。' },
    },
    [REGION, BAOTOU],
  ),
  entry(
    'demo-course-open',
    EDUCATION,
    {
      ...{ kind: 'course', name: '课堂教学诊断', edition: '第一版', subject: 'professional', minutes: 360 },
      outline: '课堂观察、教学诊断和改进，共八课时。',
    },
    [],
  ),
  entry(
    'demo-institution',
    HOHHOT,
    {
      ...{ kind: 'institution', name: '青城培训中心', place: '呼和浩特市', fields: '公共科目、教师培训' },
      criteria: {
        teachers: '专职教师二十人，兼职教师三十人。',
        staff: '教学管理人员均有三年以上经历。',
        premises: '教室十二间，可同时培训六百人。',
        management: '有考勤、考核和评估制度。',
        quality: '近三年学员评价良好。',
      },
    },
    [REGION],
  ),
]

/** What the libraries hold in the demo: a lecturer, a course and an institution that are listed, a course in review. */
export const demoLibraries = (): readonly Item[] =>
  entries.map(newEntry).flatMap((write) => ('put' in write ? [write.put] : []))
