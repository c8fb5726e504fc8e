import { expect, test } from 'vitest'
import { inDigits } from '../../functions/policies/in-digits.ts'

test('numbers are found however they are written', () => {
  expect(inDigits('十二天')).toBe('12天')
  expect(inDigits('第二十条、三十日、九十五')).toBe('第20条、30日、95')
  expect(inDigits('十个，五年')).toBe('10个，5年')
  // Larger ones, and those said digit by digit, stay as they are.
  expect(inDigits('二〇二四年、一百二十')).toBe('二〇二四年、一百二十')
})
