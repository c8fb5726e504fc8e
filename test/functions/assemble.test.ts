import { describe, expect, test } from 'vitest'
import { assemble } from '../../functions/requests/assemble.ts'
import { barredTasks } from '../../functions/requests/bar-desks.ts'
import { RecognitionRequest, type TrainingLine } from '../../functions/requests/request.ts'
import { advanceAtDesk } from '../../functions/requests/stored-request.ts'
import { type Task, taskFrom, taskPlace } from '../../functions/requests/task.ts'

const AT = '2026-06-01T09:00:00.000+08:00'

const line = (more: Partial<TrainingLine> = {}): object => ({
  subject: 'professional',
  category: 'in_service',
  mode: 'online',
  activity: false,
  from: '2026-05-11',
  to: '2026-05-15',
  hours: 40,
  status: 'in_review',
  round: 1,
  claimedTenths: 400,
  awaiting: true,
  ...more,
})

const request = (...lines: object[]) =>
  RecognitionRequest.parse({
    id: 'r1',
    type: 'recognition',
    staffId: 'staff.li',
    institutionId: 'i',
    submittedBy: 'staff.li',
    submittedAt: AT,
    status: 'in_review',
    round: 1,
    title: '培训',
    lines,
    evidence: [],
    fingerprints: [],
    bodyHash: '',
    acts: [{ at: AT, actor: 'staff.li', actorName: 'Li', act: 'submit' }],
    version: 1,
  })

const task = (stage: Task['stage'], more: Partial<Task> = {}): Task => ({
  requestId: 'r1',
  place: taskPlace(1, stage, more.line ?? 0),
  type: 'recognition',
  stage,
  ...(stage === 'institution' ? {} : { line: 0 }),
  round: 1,
  organisationId: 'o',
  role: stage,
  openedAt: AT,
  dueOn: '2026-06-08',
  status: 'open',
  tokens: { 0: 't0' },
  lateNotices: 0,
  version: 1,
  ...more,
})

const decided = (nth: number, more: Partial<NonNullable<Task['decided']>> = {}): Partial<Task> => ({
  status: 'decided',
  decided: { at: AT, by: 'x', byName: 'X', decision: 'approve', nth, ...more },
})

const progressOf = (...tasks: Task[]) =>
  assemble(request(line(), line()), tasks).lines.map(({ stage, awaiting, grantedTenths }) => [
    stage,
    awaiting,
    grantedTenths,
  ])

describe('how far a line is follows from its tasks', () => {
  test('no desk has it yet: its workflow is awaited', () => {
    expect(progressOf()).toEqual([
      [undefined, true, undefined],
      [undefined, true, undefined],
    ])
  })

  test('a desk holds the lines that it decides on; the one whose execution has not come is awaited', () => {
    expect(progressOf(task('institution'))).toEqual([
      ['institution', false, undefined],
      ['institution', true, undefined],
    ])
  })

  test('a desk that has approved holds it no more', () => {
    expect(progressOf(task('institution', decided(1)))).toEqual([
      [undefined, true, undefined],
      [undefined, true, undefined],
    ])
  })

  test('a recognising desk grants what was claimed, or what it says; silence of the next one raises nothing', () => {
    const institution = task('institution', decided(1))
    expect(progressOf(institution, task('department', decided(2)))[0]).toEqual([undefined, true, 400])
    const cut = task('department', decided(2, { grantedTenths: 320 }))
    expect(progressOf(institution, cut)[0]).toEqual([undefined, true, 320])
    expect(progressOf(institution, cut, task('authority', decided(3)))[0]).toEqual([undefined, true, 320])
    expect(progressOf(institution, cut, task('authority'))).toEqual([
      ['authority', false, 320],
      [undefined, true, undefined],
    ])
  })

  test('a desk of another round, or one that was closed, says nothing', () => {
    expect(progressOf(task('institution', { round: 2 }), task('authority', { status: 'withdrawn' }))).toEqual(
      [
        [undefined, true, undefined],
        [undefined, true, undefined],
      ],
    )
  })

  test('what the request says of a line that came to an end is final', () => {
    const ended = assemble(request(line({ status: 'returned', awaiting: false, grantedTenths: 80 })), [
      task('authority'),
    ])
    expect(ended.lines[0]).toMatchObject({ status: 'returned', awaiting: false, grantedTenths: 80 })
    expect(ended.lines[0]?.stage).toBeUndefined()
  })
})

describe('the timeline is one, wherever its entries stand', () => {
  test('who saw more acts comes later, also by a clock that is behind', () => {
    const early = '2026-05-31T09:00:00.000+08:00'
    const acts = assemble(request(line()), [
      task('institution', decided(1)),
      task('authority', {
        ...decided(3, { at: early }),
        notes: [{ at: AT, actor: 'system', actorName: '系统', act: 'remind', nth: 2 }],
      }),
    ]).acts
    expect(acts.map(({ act, nth }) => [act, nth])).toEqual([
      ['submit', 0],
      ['approve', 1],
      ['remind', 2],
      ['approve', 3],
    ])
  })

  test('an act of a desk is written with its task alone, and read again as it was', () => {
    const before = { request: assemble(request(line()), [task('institution')]), task: task('institution') }
    const act = { at: AT, actor: 'x', actorName: 'X', act: 'approve' as const, stage: 'institution' as const }
    const after = {
      request: { ...before.request, acts: [...before.request.acts, act] },
      task: {
        ...before.task,
        status: 'decided' as const,
        decided: { at: AT, by: 'x', byName: 'X', decision: 'approve' as const },
      },
    }
    const [written, ...others] = advanceAtDesk(before, after)
    expect(others).toEqual([])
    const stored = written && 'put' in written ? taskFrom(written.put) : undefined
    expect(assemble(request(line()), stored ? [stored] : []).acts.at(-1)).toMatchObject(act)
  })

  test('one that ends a line is written with the request and its head as well', () => {
    const before = { request: request(line()), task: task('institution') }
    const rejected = {
      ...before.request,
      lines: before.request.lines.map((one) => ({ ...one, status: 'rejected' as const })),
    }
    expect(advanceAtDesk(before, { request: rejected, task: before.task })).toHaveLength(3)
  })
})

test('a withdrawal bars every desk that could yet open, and none that has', () => {
  const places = (lines: object[], tasks: Task[]) =>
    barredTasks(request(...lines), tasks, AT).map(({ place }) => place)
  expect(places([line()], [])).toEqual(['1.institution', '1.0.department', '1.0.authority'])
  expect(places([line(), line()], [task('institution')])).toEqual([
    '1.0.department',
    '1.0.authority',
    '1.1.department',
    '1.1.authority',
  ])
  expect(places([line({ status: 'returned' }), line({ status: 'approved' })], [])).toEqual([])
})
