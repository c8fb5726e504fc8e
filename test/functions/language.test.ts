import { expect, test } from 'vitest'
import { languageOf } from '../../functions/platform/language.ts'

test.each([
  [undefined, 'zh'],
  ['', 'zh'],
  ['fr', 'zh'],
  ['*', 'zh'],
  ['en', 'en'],
  ['EN-us', 'en'],
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
  ['en-US,en;q=0.9,zh-CN;q=0.8', 'en'],
  ['en;q=0.1, zh;q=0.9', 'zh'],
  ['zh;q=0.2,en;q=0.7', 'en'],
  ['fr,en;q=0.5', 'en'],
  ['en;q=0', 'zh'],
  ['en;q=nonsense', 'zh'],
  ['enm', 'zh'],
])('the reader of %j reads %s', (acceptLanguage, language) => {
  expect(languageOf(acceptLanguage)).toBe(language)
})
