import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Cited } from '../../../web/shared/cited.tsx'

describe('Art. 48: wherever an article is cited, it opens', () => {
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
