import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { withCitations } from '../../../rules/citations.ts'
import { Cited } from '../../../web/shared/cited.tsx'

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

  test('in elements within elements; not in a link, a button or a heading', () => {
    const shown = renderToStaticMarkup(
      <Cited>
        <ul>
          <li>
            见<strong>第7条</strong>
          </li>
        </ul>
        <a href="/x">第8条</a>
        <button type="button">第9条</button>
        <h2>第10条</h2>
      </Cited>,
    )
    expect(shown.match(/href="[^"]+"/g)).toEqual(['href="/articles/7"', 'href="/x"'])
    expect(shown).toContain('<strong><a href="/articles/7" target="_blank" rel="noopener">第7条</a></strong>')
  })
})
