import { expect, test } from 'vitest'
import { classFields, emptyClass } from '../../../web/workbench/institution/import-values.ts'
import { changedFields, emptyPerson, newPersonOf } from '../../../web/workbench/institution/person-values.ts'

const kept = { ...emptyPerson, name: '李娜', postType: 'professional', hiredOn: '2020-03-01' } as const

test('of a record only what was changed is sent; what was emptied is sent as nothing', () => {
  expect(changedFields({ ...kept, staffNo: 'A1' }, { ...kept, staffNo: 'A1' })).toEqual({})
  expect(changedFields({ ...kept, staffNo: '' }, { ...kept, staffNo: ' ' })).toEqual({})
  expect(changedFields({ ...kept, staffNo: 'A1' }, { ...kept, staffNo: '' })).toEqual({ staffNo: null })
  const terms = [{ from: '2026-01-01', to: '2028-12-31' }]
  expect(changedFields(kept, { ...kept, name: '李丽娜', terms })).toEqual({ name: '李丽娜', terms })
})

test('a new person is sent without what was left empty', () => {
  const sent = newPersonOf('i1', { ...kept, staffNo: ' A1 ', retiresOn: '', reason: '新聘用' })
  expect(sent).toMatchObject({ institutionId: 'i1', staffNo: 'A1', reason: '新聘用' })
  expect(sent).not.toHaveProperty('retiresOn')
  expect(newPersonOf('i1', { ...kept, reason: '新聘用' })).not.toHaveProperty('staffNo')
})

test('a class says half-days where it is offline, and hours where it is online', () => {
  const values = { ...emptyClass, title: ' 班 ', halfDays: 10, hours: 5, evidence: [{ id: 'e1', name: 'a' }] }
  const offline = classFields({ ...values, fullTime: true })
  expect(offline).toMatchObject({ title: '班', halfDays: 10, fullTime: 'true', evidence: 'e1' })
  expect(offline).not.toHaveProperty('hours')
  const online = classFields({ ...values, trainingMode: 'online' })
  expect(online).toMatchObject({ hours: 5 })
  for (const name of ['halfDays', 'fullTime']) expect(online).not.toHaveProperty(name)
})
