import { expect, test } from 'vitest'
import { articleText } from '../../../web/shared/terms.ts'

test.each([
  ['7', '第7条', 'Art. 7'],
  [35, '第35条', 'Art. 35'],
  [[7, 35], '第7、35条', 'Art. 7, 35'],
  ['39(2)', '第39条第2项', 'Art. 39(2)'],
  [['39(2)', '7'], '第39条第2项、第7条', 'Art. 39(2), 7'],
])('%s in both languages', (articles, chinese, english) => {
  expect(articleText(articles, 'zh')).toBe(chinese)
  expect(articleText(articles, 'en')).toBe(english)
})
