import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  conclude,
  decide,
  hold,
  linesOf,
  mayWithdraw,
  refuseByRule,
  resume,
  settleLine,
  withdraw,
} from '../../functions/requests/lifecycle.ts'
import {
  type PostChangeRequest,
  type RecognitionRequest,
  type Request,
  statusOf,
  type TrainingLine,
} from '../../functions/requests/request.ts'
import type { Task } from '../../functions/requests/task.ts'

const AT = '2026-06-01T09:00:00.000+08:00'
const decider = { id: 'hr.city', name: '包丽' }

const line = (more: Partial<TrainingLine> = {}): TrainingLine => ({
  subject: 'public',
  category: 'in_service',
  mode: 'offline',
  activity: false,
  from: '2026-05-11',
  to: '2026-05-15',
  halfDays: 10,
  status: 'in_review',
  round: 1,
  claimedTenths: 400,
  awaiting: true,
  ...more,
})

const request = (lines: TrainingLine[], more: Partial<RecognitionRequest> = {}): RecognitionRequest => ({
  id: 'r1',
  type: 'recognition',
  staffId: 'staff.li',
  institutionId: 'i1',
  submittedBy: 'staff.li',
  submittedAt: AT,
  status: 'in_review',
  round: 1,
  title: '培训',
  lines,
  evidence: [],
  fingerprints: [],
  bodyHash: '',
  acts: [],
  version: 1,
  ...more,
})

const task = (more: Partial<Task> = {}): Task => ({
  requestId: 'r1',
  place: '1.institution',
  type: 'recognition',
  stage: 'institution',
  round: 1,
  organisationId: 'i1',
  role: 'institution',
  openedAt: AT,
  dueOn: '2026-06-08',
  status: 'open',
  tokens: {},
  lateNotices: 0,
  version: 1,
  ...more,
})

describe('a decision moves just the lines that its desk has', () => {
  test('the institution decides on all lines of the round', () => {
    const before = request([line(), line({ subject: 'professional' }), line({ status: 'approved' })])
    expect(linesOf(task(), before)).toEqual([0, 1])
    const after = decide(before, task(), { decision: 'approve' }, decider, AT)
    expect(after.request.lines.map(({ awaiting }) => awaiting)).toEqual([true, true, true])
    expect(after.request.lines.map(({ grantedTenths }) => grantedTenths)).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect(after.task).toMatchObject({ status: 'decided', decided: { by: 'hr.city', decision: 'approve' } })
  })

  test('a recognising desk decides on its line, and grants what was claimed unless it says less', () => {
    const before = request([line({ stage: 'authority' }), line()])
    const authority = task({ place: '1.0.authority', stage: 'authority', line: 0 })
    expect(
      decide(before, authority, { decision: 'approve' }, decider, AT).request.lines[0]?.grantedTenths,
    ).toBe(400)
    const less = decide(before, authority, { decision: 'approve', grantedTenths: 320 }, decider, AT).request
    expect(less.lines[0]).toMatchObject({ grantedTenths: 320, status: 'in_review' })
    expect(less.lines[0]?.stage).toBeUndefined()
    expect(less.lines[1]).toEqual(before.lines[1])
  })

  test('what the department granted is not raised again by silence of the authority', () => {
    const before = request([line({ stage: 'authority', grantedTenths: 200 })])
    const authority = task({ place: '1.0.authority', stage: 'authority', line: 0 })
    expect(
      decide(before, authority, { decision: 'approve' }, decider, AT).request.lines[0]?.grantedTenths,
    ).toBe(200)
  })

  test.each([
    ['return', 'returned'],
    ['reject', 'rejected'],
  ] as const)('%s makes the line %s', (decision, status) => {
    const after = decide(request([line()]), task(), { decision, reason: '缺材料' }, decider, AT).request
    expect(after.lines[0]).toMatchObject({ status, awaiting: true })
    expect(after.acts).toEqual([
      { at: AT, actor: 'hr.city', actorName: '包丽', act: decision, stage: 'institution', reason: '缺材料' },
    ])
  })

  test('a line of an earlier round is not touched by a later round’s desk', () => {
    const before = request([line({ round: 1 }), line({ round: 2 })], { round: 2 })
    expect(linesOf(task({ round: 2, place: '2.institution' }), before)).toEqual([1])
  })
})

describe('what the lines say together', () => {
  test.each([
    [['approved', 'rejected'], 'approved'],
    [['rejected', 'rejected'], 'rejected'],
    [['approved', 'in_review'], 'in_review'],
    [['returned', 'in_review'], 'returned'],
    [['withdrawn'], 'withdrawn'],
    [['withdrawn', 'rejected'], 'rejected'],
    [['withdrawn', 'approved'], 'approved'],
  ] as const)('%s → %s', (statuses, status) => {
    expect(statusOf(request(statuses.map((one) => line({ status: one }))))).toBe(status)
  })
})

describe('withdrawal', () => {
  test('until the first decision of the round, or after a return', () => {
    expect(mayWithdraw(request([line()]), [task()])).toBe(true)
    expect(mayWithdraw(request([line()]), [task({ status: 'decided' })])).toBe(false)
    expect(
      mayWithdraw(request([line({ status: 'returned' })], { status: 'returned' }), [
        task({ status: 'decided' }),
      ]),
    ).toBe(true)
    expect(mayWithdraw(request([line({ round: 2 })], { round: 2 }), [task({ status: 'decided' })])).toBe(true)
    expect(mayWithdraw(request([line({ status: 'approved' })], { status: 'approved' }), [])).toBe(false)
    expect(mayWithdraw(request([line({ status: 'withdrawn' })], { status: 'withdrawn' }), [])).toBe(false)
  })

  test('closes open tasks and leaves decided ones and credited lines as they are', () => {
    const before = request([line(), line({ status: 'approved', awaiting: false })])
    const after = withdraw(before, [task(), task({ place: '1.1.authority', status: 'decided' })], decider, AT)
    expect(after.request.lines.map(({ status }) => status)).toEqual(['withdrawn', 'approved'])
    expect(after.closed.map((one) => one.after.status)).toEqual(['withdrawn'])
  })
})

describe('a filing that waits for its training (Art. 21, 45)', () => {
  const filing = (more: Partial<PostChangeRequest> = {}): PostChangeRequest => ({
    id: 'r2',
    type: 'post_change',
    staffId: 'staff.li',
    institutionId: 'i1',
    submittedBy: 'unit.admin',
    submittedAt: AT,
    status: 'in_review',
    round: 1,
    title: '岗位变动备案',
    kind: 'duties',
    effectiveOn: '2026-05-01',
    reason: '轮岗',
    lines: [{ status: 'in_review', round: 1, awaiting: true }],
    evidence: [],
    fingerprints: [],
    bodyHash: '',
    acts: [],
    version: 1,
    ...more,
  })
  const wait = { token: 't1', until: '2026-08-01' }
  const onHold = (): PostChangeRequest => {
    const held = hold(filing(), wait, AT)
    if (held.type !== 'post_change') throw new Error('A filing was expected.')
    return { ...held, status: statusOf(held) }
  }

  test('is on hold until it goes on, and the execution is told by the token that it left', () => {
    expect(onHold()).toMatchObject({ status: 'on_hold', lines: [{ awaiting: false }] })
    const resumed = resume(onHold(), 'i2', AT)
    expect(statusOf(resumed)).toBe('in_review')
    expect(resumed).toMatchObject({
      institutionId: 'i2',
      hold: { token: 't1', over: true, nth: 1 },
      lines: [{ awaiting: true }],
    })
  })

  test('a hold is data: nobody is to be told when it is taken back, and the next one is another', () => {
    const held = hold(filing(), { until: '2026-08-01' }, AT)
    if (held.type !== 'post_change') throw new Error('A filing was expected.')
    const actor = { id: 'unit.admin', name: '登记' }
    expect(withdraw(held, [], actor, AT).request.lines[0]).toMatchObject({
      status: 'withdrawn',
      awaiting: false,
    })
    const resumed = resume(held, 'i1', AT)
    if (resumed.type !== 'post_change') throw new Error('A filing was expected.')
    expect(hold(resumed, { until: '2026-08-01' }, AT)).toMatchObject({ hold: { nth: 2, over: false } })
  })

  test('a wait that is taken up again is no second entry of the timeline', () => {
    const again = hold(onHold(), { ...wait, token: 't2' }, AT)
    expect(again.acts.map(({ act }) => act)).toEqual(['hold'])
    expect(again).toMatchObject({ hold: { token: 't2' } })
  })

  test('may be taken back, and is then over', () => {
    expect(mayWithdraw(onHold(), [])).toBe(true)
    const { request: taken } = withdraw(onHold(), [], decider, AT)
    expect(statusOf(taken)).toBe('withdrawn')
    expect(taken).toMatchObject({ hold: { over: true } })
  })

  test('a refusal by a rule names the article, and nothing is awaited after it', () => {
    const refused = refuseByRule(onHold(), 0, '45', '逾期', AT)
    expect(statusOf(refused)).toBe('rejected')
    expect(refused.lines[0]?.awaiting).toBe(false)
    expect(refused.acts.at(-1)).toMatchObject({ actor: 'system', act: 'refuse', article: '45' })
  })
})

test('the workflow’s own steps: crediting and telling end the wait', () => {
  const waiting = request([line(), line({ stage: 'authority' })])
  expect(conclude(waiting, 1, 'credit', AT).lines[1]).toMatchObject({ status: 'approved', awaiting: false })
  expect(settleLine(request([line({ status: 'rejected' })]), 0).lines[0]?.awaiting).toBe(false)
})

test('property: whatever the desks decide, no line is granted more than was claimed and every act is one entry', () => {
  const verdict = fc.record({
    decision: fc.constantFrom('approve' as const, 'return' as const, 'reject' as const),
    line: fc.nat({ max: 2 }),
    cut: fc.nat({ max: 10 }),
  })
  fc.assert(
    fc.property(fc.array(verdict, { maxLength: 12 }), (verdicts) => {
      let current: Request = request([line(), line(), line()])
      for (const { decision, line: index, cut } of verdicts) {
        const most: number = current.lines[index]?.grantedTenths ?? 400
        const granted: { grantedTenths?: number } =
          decision === 'approve' ? { grantedTenths: Math.max(40, most - cut * 40) } : {}
        const at = task({ stage: 'authority', place: `1.${index}.authority`, line: index })
        current = decide(current, at, { decision, ...granted }, decider, AT).request
      }
      expect(current.acts).toHaveLength(verdicts.length)
      for (const one of current.lines) expect(one.grantedTenths ?? 0).toBeLessThanOrEqual(400)
    }),
  )
})
