import { describe, expect, test } from 'vitest'
import {
  DeemedRequest,
  DelayRequest,
  PostChangeRequest,
  RecognitionRequest,
} from '../../functions/requests/request.ts'
import { stagesAhead } from '../../functions/requests/stages-ahead.ts'

const AT = '2026-06-01T09:00:00.000+08:00'
const shared = {
  id: 'r',
  status: 'in_review',
  round: 1,
  version: 1,
  institutionId: 'i',
  staffId: 'staff.li',
  title: '培训',
  submittedBy: 'staff.li',
  submittedAt: AT,
  evidence: [],
  fingerprints: [],
  bodyHash: '',
  acts: [],
}
const progress = { status: 'in_review', round: 1, awaiting: true }
const line = (subject: 'public' | 'professional', more: object = {}) => ({
  ...progress,
  ...{ subject, category: 'in_service', mode: 'offline', activity: false },
  ...{ from: '2026-05-11', to: '2026-05-15', halfDays: 10, claimedTenths: 400 },
  ...more,
})
const claim = (...lines: object[]) => RecognitionRequest.parse({ ...shared, type: 'recognition', lines })
const deemed = (kind: string) =>
  DeemedRequest.parse({
    ...{ ...shared, type: 'deemed', staffId: 'staff.li' },
    ...{ kind, year: 2026, reason: '理由', lines: [progress] },
  })

type Stage = 'institution' | 'department' | 'authority'
const openAt = (stage: Stage, line?: number) => ({
  ...{ status: 'open' as const, stage },
  ...(line === undefined ? {} : { line }),
})
const WITH = { departmentId: 'd' }
const WITHOUT = {}

describe('Art. 34, 38: the desks that are still to come', () => {
  test.each([
    ['public, with a department', line('public'), WITH, ['authority']],
    ['professional, with a department', line('professional'), WITH, ['department', 'authority']],
    ['professional, without one: its authority in one step', line('professional'), WITHOUT, ['authority']],
    ['an activity of Art. 37', line('professional', { activity: true }), WITH, ['authority']],
  ] as const)('%s', (_, one, institution, stages) => {
    expect(stagesAhead(claim(one), [openAt('institution')], institution)).toEqual([{ line: 0, stages }])
  })

  test('each line by its own task; none after its last desk, or where it has been decided', () => {
    const both = claim(line('public'), line('professional'))
    expect(stagesAhead(both, [openAt('institution')], WITH)).toEqual([
      { line: 0, stages: ['authority'] },
      { line: 1, stages: ['department', 'authority'] },
    ])
    const apart = [openAt('authority', 0), openAt('department', 1)]
    expect(stagesAhead(both, apart, WITH)).toEqual([{ line: 1, stages: ['authority'] }])
    const half = claim(line('public', { status: 'returned' }), line('professional'))
    expect(stagesAhead(half, [openAt('institution')], WITHOUT)).toEqual([{ line: 1, stages: ['authority'] }])
    expect(stagesAhead(both, [{ ...openAt('institution'), status: 'decided' }], WITH)).toEqual([])
  })

  test('a department that the institution has lost since does not begin anew', () => {
    expect(stagesAhead(claim(line('professional')), [openAt('department', 0)], WITHOUT)).toEqual([
      { line: 0, stages: ['authority'] },
    ])
  })

  test.each([
    ['degree_course', WITH, ['department', 'authority']],
    ['degree_course', WITHOUT, ['authority']],
    ['entrepreneurship_leave', WITH, ['authority']],
  ] as const)('Art. 39: %s below %j', (kind, institution, stages) => {
    expect(stagesAhead(deemed(kind), [openAt('institution')], institution)).toEqual([{ line: null, stages }])
    expect(stagesAhead(deemed(kind), [openAt('authority')], institution)).toEqual([])
  })
})

test('Art. 32: one desk decides on a delay; Art. 45: a filing on hold comes to the authority', () => {
  const delay = DelayRequest.parse({
    ...{ ...shared, type: 'make_up_delay', year: 2026, reason: '理由', lines: [progress] },
  })
  expect(stagesAhead(delay, [openAt('department')], WITH)).toEqual([])
  const change = (status: string) =>
    PostChangeRequest.parse({
      ...{ ...shared, type: 'post_change', status, kind: 'duties', effectiveOn: '2026-03-01' },
      ...{ reason: '理由', lines: [progress] },
    })
  expect(stagesAhead(change('on_hold'), [], WITHOUT)).toEqual([{ line: null, stages: ['authority'] }])
  expect(stagesAhead(change('in_review'), [openAt('authority')], WITHOUT)).toEqual([])
})
