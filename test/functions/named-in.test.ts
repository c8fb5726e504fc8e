import { expect, test } from 'vitest'
import { isNamedIn } from '../../functions/staff/named-in.ts'

const who = { name: '张 三丰', contact: '13812345678 或微信 zsf99@Mail.example' }

test.each([
  '投诉人张三丰反映',
  '张　三丰同志',
  '电话138-1234-5678',
  '１３８１２３４５６７８',
  'ZSF99@mail.example 来信',
])('%s names who complained', (words) => {
  expect(isNamedIn(words, who)).toBe(true)
})

test.each(['经查证属实', '张老师', '1381234', '微信群里'])('%s names nobody', (words) => {
  expect(isNamedIn(words, who)).toBe(false)
})

test('whoever gave neither is named by nothing', () => {
  expect(isNamedIn('任何话', { name: '', contact: '' })).toBe(false)
})
