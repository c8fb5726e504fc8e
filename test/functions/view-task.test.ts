import { expect, test } from 'vitest'
import { viewTask } from '../../functions/desks/view-task.ts'
import { RecognitionRequest } from '../../functions/requests/request.ts'
import type { Task } from '../../functions/requests/task.ts'

const AT = '2026-06-01T09:00:00.000+08:00'
const line = (activity: boolean) => ({
  ...{ status: 'in_review', round: 1, awaiting: true, activity },
  ...{ subject: 'professional', category: 'in_service', mode: 'offline' },
  ...{ from: '2026-05-11', to: '2026-05-15', halfDays: 10, claimedTenths: 400 },
})
const request = RecognitionRequest.parse({
  ...{ id: 'r', type: 'recognition', status: 'in_review', round: 1, version: 1, title: '培训' },
  ...{ institutionId: 'i', staffId: 'staff.li', submittedBy: 'staff.li', submittedAt: AT },
  ...{ evidence: [], fingerprints: [], bodyHash: '', acts: [], lines: [line(false), line(true)] },
})
const taskAt = (stage: Task['stage'], line?: number): Task => ({
  ...{ requestId: 'r', place: `1.${stage}`, type: 'recognition', stage, role: stage, round: 1 },
  ...{ organisationId: 'o', openedAt: AT, dueOn: '2026-06-08', status: 'open', tokens: {} },
  ...{ lateNotices: 0, version: 1 },
  ...(line === undefined ? {} : { line }),
})

test.each([
  ['institution', undefined, '34'],
  ['authority', 0, '38'],
  ['department', 0, '38'],
  ['authority', 1, '37'],
] as const)('a task of the %s, line %s, names Article %s', (stage, line, article) => {
  const actor = { id: 'hr.city', name: '包丽', email: 'hr@demo.example', roles: [] }
  const clock = { now: () => Date.parse(AT) }
  expect(viewTask(request, taskAt(stage, line), actor, clock).article).toBe(article)
})
