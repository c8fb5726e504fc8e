import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { maskName } from '../../../functions/certificates/sheet/masked.ts'

test.each([
  ['李明', '李*'],
  ['王小明', '王**'],
  ['欧阳娜娜', '欧**'],
  ['阿拉坦·巴特尔', '阿**'],
  ['𠮷田', '𠮷*'],
  ['𠮷', '*'],
  ['李', '*'],
  ['阿·巴', '阿*'],
  ['葛󠄀明', '葛󠄀*'],
  [' 李 明 ', '李*'],
  ['', ''],
])('a stranger sees %s as %s', (name, masked) => {
  expect(maskName(name)).toBe(masked)
})

test('a masked name tells no more than its first character, and not how long it is', () => {
  const han = fc.integer({ min: 0x4e00, max: 0x9fff }).map((point) => String.fromCodePoint(point))
  const rare = fc.integer({ min: 0x20000, max: 0x2a6df }).map((point) => String.fromCodePoint(point))
  fc.assert(
    fc.property(fc.array(fc.oneof(han, rare), { minLength: 2, maxLength: 50 }), (characters) => {
      const [first = ''] = characters
      expect(maskName(characters.join(''))).toBe(first + (characters.length > 2 ? '**' : '*'))
    }),
  )
})
