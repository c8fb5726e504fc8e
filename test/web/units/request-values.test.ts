import { describe, expect, test } from 'vitest'
import { changesBetween } from '../../../web/workbench/requests/changes.ts'
import {
  bodyOf,
  emptyLine,
  fieldOf,
  type LineValues,
  type RequestValues,
  valuesOf,
} from '../../../web/workbench/requests/request-values.ts'
import { words } from '../../../web/workbench/requests/words.ts'
import { returned } from './sample-request.ts'

const proof = { id: 'e1', name: '结业证书.pdf' }
const offline: LineValues = { ...emptyLine, from: '2026-05-11', to: '2026-05-15', days: 5 }

const claimWith = (line: LineValues, more: Partial<RequestValues> = {}) =>
  bodyOf('recognition', { staffId: 's1', title: '培训', lines: [line], evidence: [proof], ...more })

describe('a claim as the API takes it', () => {
  test('days are half-days, and hours belong to online training alone', () => {
    expect(claimWith({ ...offline, days: 2.5, hours: 99 })).toMatchObject({
      lines: [{ mode: 'offline', halfDays: 5 }],
    })
    expect(claimWith(offline)).not.toHaveProperty('lines.0.hours')
    const online = claimWith({ ...offline, mode: 'online', hours: 12.5, fullTime: true })
    expect(online).toMatchObject({ lines: [{ mode: 'online', hours: 12.5 }] })
    for (const name of ['halfDays', 'fullTime', 'days']) expect(online).not.toHaveProperty(`lines.0.${name}`)
  })

  test.each([
    ['transfer', true],
    ['in_service', false],
  ] as const)('of %s training: whether it names the change of post is %s', (category, isNamed) => {
    const body = claimWith({ ...offline, category, forChange: 'c1' })
    expect('lines' in body && 'forChange' in (body.lines[0] ?? {})).toBe(isNamed)
  })

  test('what is blank is left out, what is written loses its blanks', () => {
    const body = claimWith(offline, { title: ' 春季培训 ', provider: '  ', certificateNo: '' })
    expect(body).toMatchObject({ title: '春季培训', evidence: ['e1'] })
    for (const name of ['provider', 'certificateNo', 'organisedBy']) expect(body).not.toHaveProperty(name)
  })
})

test.each([
  [{ kind: 'research_project', scopeOf: 'some', scopePublic: 3 }, undefined],
  [{ kind: 'discretionary', scopeOf: 'all' }, 'all'],
  [
    { kind: 'discretionary', scopeOf: 'some', scopePublic: 10 },
    { public: 10, professional: 0 },
  ],
] as const)('Art. 39(6): %o asks for the scope %o', (values, scope) => {
  const body = bodyOf('deemed', { staffId: 's1', year: 2026, evidence: [], ...values })
  expect('scope' in body ? body.scope : undefined).toEqual(scope)
})

test('Art. 18: a change of duties names no other type of post', () => {
  const values = { staffId: 's1', toPostType: 'worker', effectiveOn: '2026-05-01', evidence: [] }
  expect(bodyOf('post_change', { ...values, kind: 'post_type' })).toMatchObject({ toPostType: 'worker' })
  expect(bodyOf('post_change', { ...values, kind: 'duties' })).not.toHaveProperty('toPostType')
})

describe('a returned request in its form', () => {
  const values = valuesOf(returned, (place) => `材料 ${place + 1}`)

  test('stands there as it was asked for, in days', () => {
    expect(values).toMatchObject({
      organisedByDepartment: true,
      lines: [{ days: 1.5 }],
      evidence: [{ id: 'e1', name: '材料 1' }],
    })
    expect(bodyOf('recognition', values)).toMatchObject({
      title: returned.title,
      organisedBy: 'department',
      lines: [{ halfDays: 3, from: '2026-05-11' }],
      evidence: ['e1'],
    })
  })

  test('shows what changes, field by field, and nothing else', () => {
    const [line] = values.lines ?? []
    const after = { ...values, provider: '内蒙古师范大学', lines: line ? [{ ...line, days: 2 }] : [] }
    expect(changesBetween(values, after, words.zh, 'zh')).toEqual([
      { field: '举办机构', before: '内蒙古大学', after: '内蒙古师范大学' },
      { field: '第 1 项 培训天数', before: '1.5', after: '2' },
    ])
    expect(changesBetween(values, values, words.zh, 'zh')).toEqual([])
  })
})

test.each([
  ['/title', ['title']],
  ['/organisedBy', ['organisedByDepartment']],
  ['/lines', ['lines']],
  ['/lines/1/halfDays', ['lines', 1, 'days']],
  ['/lines/0', ['lines', 0, 'from']],
  ['/lines/2/to', ['lines', 2, 'to']],
  ['/scope/professional', ['scopeProfessional']],
  ['/scope', ['scopePublic']],
])('a fault at %s leads to the field %o', (pointer, field) => {
  expect(fieldOf(pointer)).toEqual(field)
})
