import { describe, expect, test } from 'vitest'
import { isKeptFrom, mayBeMeantIn, type Ties } from '../../functions/complaints/kept-from.ts'
import { isOfficeAlone, isOfficeNamedIn } from '../../functions/complaints/office-named.ts'

const NOW = '2026-06-15T09:00:00.000+08:00'
const none = { bodies: [], persons: [], described: '' }
const ties = (name: string, parts: string[] = []): Ties => ({
  ...{ bodies: new Map(), names: new Set([name]), parts: new Set(parts), loans: [] },
})
const bat = ties('阿拉坦巴特尔', ['阿拉坦', '巴特尔'])
const zhou = ties('周文斌')

describe('Art. 36: a person is recognised by what people write of them', () => {
  test('with any sign between the parts of a name, or around it', () => {
    for (const sign of ['·', '-', '－', '—', '。', '．', '•', 'ㆍ', 'ᐧ', '_', ' ', '（'])
      expect(isKeptFrom({ ...none, persons: [`阿拉坦${sign}巴特尔`] }, bat, NOW), sign).toBe(true)
    expect(isKeptFrom({ ...none, persons: ['“周文斌”（科长）'] }, zhou, NOW)).toBe(true)
  })

  test('by one part of a name with a dot where persons are named, not in what is written of a body', () => {
    for (const person of ['巴特尔', '巴特尔局长', '阿拉坦'])
      expect(isKeptFrom({ ...none, persons: [person] }, bat, NOW), person).toBe(true)
    expect(isKeptFrom({ ...none, described: '巴特尔小学' }, bat, NOW)).toBe(false)
    expect(isKeptFrom({ ...none, persons: ['周'] }, zhou, NOW)).toBe(false)
  })

  test('a surname with a title is no name; whoever has the complaint is told who may be meant', () => {
    for (const words of ['周科长', '周副局长', '周某', '姓周的办事员', '周副主任']) {
      expect(isKeptFrom({ ...none, persons: [words] }, zhou, NOW), words).toBe(false)
      expect(mayBeMeantIn(words, zhou), words).toBe(true)
    }
    expect(mayBeMeantIn('巴特尔也在场', bat)).toBe(true)
    for (const words of ['周一没有人到场', '校长代签', '李科长'])
      expect(mayBeMeantIn(words, zhou)).toBe(false)
  })
})

describe('Art. 36: an office is recognised by what people write of it', () => {
  const city = '呼和浩特市人社局'
  test('abridged, in what is written of the body', () => {
    for (const words of [
      '呼和浩特人社局的领导',
      '呼市人社局包庇',
      '呼和浩特市人力资源和社会保障局',
      '市人社局',
    ])
      expect(isOfficeNamedIn(words, city), words).toBe(true)
    expect(isOfficeNamedIn('昆区人社局', '昆都仑区人社局')).toBe(true)
    for (const words of ['包头市人社局', '包头人社局', '呼和浩特市教育局', '人'])
      expect(isOfficeNamedIn(words, city), words).toBe(false)
  })

  test('alone among the persons, with all of it or a title; before a name it says where they work', () => {
    const all = ['呼和浩特市人社局', '人社局', '呼市人社局全体工作人员', '市人社局的领导班子', '市人社局局长']
    for (const person of [...all, '内蒙古呼和浩特市（人社局）'])
      expect(isOfficeAlone(person, city), person).toBe(true)
    for (const person of ['市人社局周文斌', '呼和浩特市人社局 周文斌局长', '周文斌', '局长', '包头市人社局'])
      expect(isOfficeAlone(person, city), person).toBe(false)
    expect(isOfficeAlone('人社厅领导', '自治区人社厅')).toBe(true)
  })
})
