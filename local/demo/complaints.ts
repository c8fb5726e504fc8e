import { type Complaint, changeComplaint, newComplaint } from '../../functions/complaints/complaint.ts'
import { writeComplaintSettings } from '../../functions/complaints/settings.ts'
import { sha256 } from '../../functions/platform/identifiers.ts'
import { keys } from '../../functions/platform/keys.ts'
import { isNew, type Write } from '../../functions/platform/table.ts'
import { authorityId, departmentId, QINGCHENG } from './organisations.ts'

/** By these the demo's complainant follows the complaint that was closed. */
const CODE = 'dem0c0de01'
const KEY = 'dem0key0dem0key0dem0key0'

const CITY = { id: authorityId('1501'), name: '呼和浩特市人社局' }
const inquirer = { by: 'hr.city', byName: '阿拉坦·巴特尔' }

const closed: Complaint = {
  ...{ id: 'demo-complaint', code: CODE, keyHash: sha256(KEY), channel: 'web' },
  filedAt: '2026-02-02T10:00:00.000+08:00',
  bodies: [{ id: QINGCHENG, name: '青城实验中学' }],
  ...{ persons: [], described: '', bodyHash: '' },
  text: '去年秋季的一次校内培训只签到、没有上课，却按两天登记了学时。',
  ...{ city: CITY, status: 'closed', desk: CITY, dueOn: '2026-03-16', extended: false },
  inquirers: [{ id: inquirer.by, name: inquirer.byName }],
  ...{ finding: 'partly', closedOn: '2026-03-11', named: false, entries: 0, attempt: 1, version: 1 },
}

const entries = [
  { at: '2026-02-02T10:00:00.000+08:00', by: 'complainant', byName: '', act: 'file' as const, text: '' },
  { at: '2026-02-04T09:30:00.000+08:00', ...inquirer, act: 'accept' as const, text: '' },
  {
    at: '2026-03-09T16:00:00.000+08:00',
    ...inquirer,
    act: 'find' as const,
    text: '经核对签到表和课程安排，第二天下午没有上课。',
  },
  {
    at: '2026-03-10T11:00:00.000+08:00',
    ...inquirer,
    act: 'measure' as const,
    text: 'suspend_hours\n\n已由本局在台账中更正半天学时。',
  },
  {
    at: '2026-03-11T09:00:00.000+08:00',
    ...inquirer,
    act: 'report' as const,
    text: '反映的情况部分属实，多登记的半天学时已更正。感谢监督。',
  },
].map((entry) => ({ ...entry, shown: ['file', 'accept', 'report'].includes(entry.act) }))

/** Complaints as the demo begins with them: open, one closed, and as many closed in a quarter as are published. */
export function* demoComplaints(): Generator<Write> {
  yield* writeComplaintSettings({
    ...{ regionId: authorityId('15'), aboveRegionId: departmentId('15', 'culture') },
    ...{
      at: '2024-01-25T09:00:00.000+08:00',
      by: 'hr.region',
      reason: '演示：商定由文旅厅代为受理',
      version: 1,
    },
  })
  const [, code] = newComplaint(closed, sha256(CODE), undefined)
  yield* changeComplaint(closed, closed, entries)
  if (code !== undefined) yield code
  yield {
    put: {
      ...keys.complaintFigure('2026-Q1', CITY.id),
      ...{ quarter: '2026-Q1', cityId: CITY.id, city: CITY.name, closed: 6, version: 6 },
    },
    when: isNew,
  }
}
