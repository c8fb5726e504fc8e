import { expect, test } from 'vitest'
import { PersonName } from '../../../functions/persons/api.ts'
import { CertificateContent } from '../../../functions/staff/certificate/content.ts'
import { certificateKinds } from '../../../functions/staff/certificate/number.ts'
import { deemedProfessional, deemedWhole, granted, longest, sample } from './samples.ts'

const accepted = (content: unknown) => CertificateContent.safeParse(content).success

test('what a certificate says survives storage unchanged', () => {
  const contents = [
    ...certificateKinds.map((kind) => sample(kind)),
    ...[deemedProfessional, deemedWhole, granted, longest].map((otherwise) => sample('annual', otherwise)),
  ]
  for (const content of contents)
    expect(CertificateContent.parse(JSON.parse(JSON.stringify(content)))).toEqual(content)
})

test('what the registers take, a certificate bears: one limit, counted in characters', () => {
  for (const name of ['李'.repeat(50), '𠮷'.repeat(50)]) {
    expect(PersonName.safeParse(name).success).toBe(true)
    expect(accepted({ ...sample(), name })).toBe(true)
  }
  expect(PersonName.safeParse('𠮷'.repeat(51)).success).toBe(false)
  expect(accepted({ ...sample(), institution: '𠮷'.repeat(100), issuer: '𠮷'.repeat(100) })).toBe(true)
})

test('what does not hold together is no certificate', () => {
  const { deemed, ...withoutDeemed } = sample()
  expect(accepted(sample())).toBe(true)
  const wrong: unknown[] = [
    withoutDeemed,
    { ...sample(), more: 1 },
    { ...sample(), obligation: 'annual:2025' },
    { ...sample('induction'), obligation: 'annual:2026' },
    { ...sample('transfer'), obligation: 'transfer:' },
    { ...sample('induction'), completedOn: '2025-08-21' },
    { ...sample('induction'), completedOn: null },
    { ...sample(), completedOn: '2026-05-01' },
    { ...sample(), issuedOn: '2026-02-29' },
    { ...sample(), number: `${sample().number.slice(0, -1)}${sample().number.endsWith('2') ? '3' : '2'}` },
    { ...sample(), verifyCode: '9999-9999-9999' },
    { ...sample(), hours: { public: 32, professional: 60.5, total: 92 } },
    { ...sample(), hours: { public: 32.25, professional: 60, total: 92.25 } },
    { ...sample(), hours: { public: -1, professional: 60, total: 59 } },
    { ...sample(), deemed: { ...deemed, professional: true } },
    { ...sample(), deemed: { ...deemed, granted: { public: 1, professional: 0 } } },
    { ...sample('transfer'), deemed: { ...deemed, articles: ['39(5)'] } },
    ...['', ' 李明', '李\n明', '李\u2028明', '李\ud842', '李'.repeat(51)].map((name) => ({
      ...sample(),
      name,
    })),
  ]
  for (const content of wrong) expect(accepted(content), JSON.stringify(content)).toBe(false)
})

test('hours have one decimal place, whatever their sum is in floating point', () => {
  // 0.1 + 0.2 is not 0.3 there.
  expect(accepted(sample('annual', { hours: { public: 0.1, professional: 0.2, total: 0.3 } }))).toBe(true)
})
