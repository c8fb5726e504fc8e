import { describe, expect, test } from 'vitest'
import { withCitations } from '../../rules/citations.ts'

const articlesIn = (text: string) => withCitations(text).flatMap(({ article }) => article ?? [])

describe('Art. 48: wherever an article is cited, it opens', () => {
  test.each([
    ['按培训时间计入（第7条）', ['7']],
    ['（第7、35、43–46条）', ['7', '35', '43', '46']],
    ['第18条至第21条', ['18', '21']],
    ['第39条第（二）至第（六）项', ['39']],
    ['第39条第2项、第40条', ['39', '40']],
    ['counts (Art. 7)', ['7']],
    ['Art. 7, 35, 43–46.', ['7', '35', '43', '46']],
    ['(Art. 18 to 21)', ['18', '21']],
    ['Art. 39(2): concluded', ['39']],
    ['Art. 39(2), 40', ['39', '40']],
    ['（第七条）', ['7']],
    ['（第三十二条、第三十九条）', ['32', '39']],
    ['第十条、第二十一条第二项、第四十九条', ['10', '21', '49']],
    ['依《事业单位人事管理条例》第三十九条', []],
    ['第五十条', []],
    ['更正第 3 条记录', []],
    ['第50条、第0条，Art. 50', []],
  ])('%s', (text, articles) => {
    expect(articlesIn(text)).toEqual(articles)
    expect(
      withCitations(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text)
  })

  test('what opens is the citation, or each of its numbers by itself; the words between stay as they are', () => {
    expect(withCitations('见第7条')).toStrictEqual([{ text: '见' }, { text: '第7条', article: '7' }])
    expect(withCitations('第39条第2项。')).toStrictEqual([
      { text: '第39条第2项', article: '39' },
      { text: '。' },
    ])
    expect(withCitations('Art. 7, 35.')).toStrictEqual([
      { text: 'Art. ' },
      { text: '7', article: '7' },
      { text: ', ' },
      { text: '35', article: '35' },
      { text: '.' },
    ])
    expect(withCitations('第7、35条')).toStrictEqual([
      { text: '第' },
      { text: '7', article: '7' },
      { text: '、' },
      { text: '35', article: '35' },
      { text: '条' },
    ])
    expect(withCitations('第50条')).toStrictEqual([{ text: '第50条' }])
    expect(withCitations('Art. 7, 50')).toStrictEqual([
      { text: 'Art. ' },
      { text: '7', article: '7' },
      { text: ', ' },
      { text: '50' },
    ])
    expect(withCitations('没有引用')).toStrictEqual([{ text: '没有引用' }])
    expect(withCitations('')).toStrictEqual([])
  })

  test.each([
    ['第十条', '10'],
    ['第十一条', '11'],
    ['第二十条', '20'],
    ['第四十九条', '49'],
    ['第一条', '1'],
    ['第49条', '49'],
    ['第1条', '1'],
  ])('%s is article %s', (text, article) => {
    expect(articlesIn(text)).toEqual([article])
  })
})
