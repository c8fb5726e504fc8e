import { expect, test } from 'vitest'
import { codeInAddress, groupedCode, normalCode } from '../../../web/verify/code.ts'

test.each([
  [' abcd-efgh-jklm ', 'ABCDEFGHJKLM'],
  ['abcd efgh jklm', 'ABCDEFGHJKLM'],
  ['ＡＢＣＤ－ＥＦＧＨ—ＪＫＬＭ', 'ABCDEFGHJKLM'],
  ['abcd−efgh\tjklm', 'ABCDEFGHJKLM'],
  ['!', '!'],
  ['   ', ''],
])('%j, as it is typed, is the code %j', (typed, code) => {
  expect(normalCode(typed)).toBe(code)
})

test('a code of the right length is grouped as it is printed; any other stays', () => {
  expect(groupedCode('ABCDEFGHJKLM')).toBe('ABCD-EFGH-JKLM')
  for (const other of ['', 'ABC', 'ABCDEFGHJKLMN']) expect(groupedCode(other)).toBe(other)
})

test('a certificate’s number is grouped as it is printed', () => {
  expect(groupedCode(normalCode(' nmpx2026 a abcd—efgh jklm'))).toBe('NMPX-2026-A-ABCD-EFGH-JKLM')
  for (const other of ['NMPX2026', 'NMPX2026BABCDEFGHJKLM', 'NMPX2026AABCDEFGHJKLMN'])
    expect(groupedCode(other)).toBe(other)
})

test.each([
  ['/verify/ABCD-EFGH-JKLM', '', 'ABCD-EFGH-JKLM'],
  ['/verify/%41BCD', '', 'ABCD'],
  ['/verify/%E0%A4%A', '', '%E0%A4%A'],
  ['/verify', '?code=ABCD', 'ABCD'],
  ['/verify/', '?code=ABCD', 'ABCD'],
  ['/verify', '', ''],
])('the address %s%s bears the code %j', (pathname, search, code) => {
  expect(codeInAddress({ pathname, search })).toBe(code)
})
