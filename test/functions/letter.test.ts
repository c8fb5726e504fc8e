import { describe, expect, test } from 'vitest'
import { toMail } from '../../functions/platform/letter.ts'

const letter = {
  ...{ subject: '主题', greeting: '您好：' },
  paragraphs: ['符合条件的，也可申请视同完成（第三十九条）。'],
  facts: [['依据', '<第7条>']] as const,
  link: { label: '查看', url: 'https://training.example/task/t1' },
}

describe('Art. 48: a letter that cites an article leads to it', () => {
  test('in HTML, on the pages of its own link; its plain text stays as it is', () => {
    const { html, text } = toMail(letter, 'm1', ['a@people.example'])
    expect(html).toContain('href="https://training.example/articles/39"')
    expect(html).toContain('&lt;<a href="https://training.example/articles/7"')
    expect(text).toContain('视同完成（第三十九条）。')
    expect(text).not.toContain('/articles/')
  })
})
