import { describe, expect, test } from 'vitest'
import { decisionFrom, faultOf, type Grant } from '../../../web/task/grant.ts'
import { words } from '../../../web/task/words.ts'

const say = words.zh
const offline: Grant = { hours: { most: 40, isOffline: true } }
const online: Grant = { hours: { most: 12.5, isOffline: false } }
const fieldIn = (grant: Grant, hours: string, reason = '天数不足') =>
  faultOf({ choice: 'approve', reason, hours }, grant, say)?.field

describe('hours that are granted', () => {
  test.each([
    ['0', 'hours'],
    ['4', undefined],
    ['6', 'hours'],
    ['36', undefined],
    ['40', undefined],
    ['44', 'hours'],
    ['', 'hours'],
  ])('Art. 39(1): of 40 offline hours %s is %s', (hours, field) => {
    expect(fieldIn(offline, hours)).toBe(field)
  })

  test.each([
    ['12.4', undefined],
    ['12.5', undefined],
    ['12.6', 'hours'],
    ['12.45', 'hours'],
    ['-1', 'hours'],
    ['viele', 'hours'],
  ])('of 12.5 online hours %s is %s', (hours, field) => {
    expect(fieldIn(online, hours)).toBe(field)
  })

  test('fewer than claimed want a reason, all of them none', () => {
    expect(fieldIn(offline, '36', ' ')).toBe('reason')
    expect(fieldIn(offline, '40', '')).toBeUndefined()
  })
})

test.each(['return', 'reject'] as const)('%s wants a reason, whatever is granted', (choice) => {
  expect(faultOf({ choice, reason: '  ', hours: '3' }, offline, say)?.field).toBe('reason')
  expect(faultOf({ choice, reason: '看不清', hours: '3' }, offline, say)).toBeUndefined()
})

test.each([
  [{ public: '', professional: '' }, 'scope'],
  [{ public: '0', professional: '0' }, 'scope'],
  [{ public: '10.55', professional: '' }, 'scope'],
  [{ public: '10.5', professional: '' }, undefined],
  ['all', undefined],
] as const)('Art. 39(6): the scope %o is %s', (scope, field) => {
  expect(faultOf({ choice: 'approve', reason: '', scope }, { scope: 'all' }, say)?.field).toBe(field)
})

describe('a decision as it is sent', () => {
  test('says hours only where they are fewer, and a reason only where there is one', () => {
    expect(decisionFrom('approve', { reason: ' ', hours: '40' }, offline)).toEqual({ decision: 'approve' })
    expect(decisionFrom('approve', { reason: ' 少一天 ', hours: '32' }, offline)).toEqual({
      decision: 'approve',
      reason: '少一天',
      grantedHours: 32,
    })
  })

  test('says no hours where nothing is granted', () => {
    expect(decisionFrom('return', { reason: '看不清', hours: '32' }, offline)).toEqual({
      decision: 'return',
      reason: '看不清',
    })
  })

  test('says the scope that was asked for, or the one that was typed', () => {
    expect(decisionFrom('approve', { reason: '' }, { scope: 'all' })).toMatchObject({ scope: 'all' })
    const scope = { public: '10', professional: '' }
    expect(decisionFrom('approve', { reason: '', scope }, { scope: 'all' })).toMatchObject({
      scope: { public: 10, professional: 0 },
    })
  })
})
