import * as fc from 'fast-check'
import PDFDocument from 'pdfkit'
import { create } from 'qrcode'
import { describe, expect, test } from 'vitest'
import { measuring } from '../../../functions/certificates/sheet/draw-text.ts'
import { loadFont } from '../../../functions/certificates/sheet/font.ts'
import { boxOf, PAGE } from '../../../functions/certificates/sheet/line.ts'
import { openRuns } from '../../../functions/certificates/sheet/outlines.ts'
import { layoutSheet, type Sheet } from '../../../functions/certificates/sheet/sheet.ts'
import { wrap } from '../../../functions/certificates/sheet/wrap.ts'
import { undrawable } from '../../../functions/platform/drawable.ts'
import { CertificateContent } from '../../../functions/staff/certificate/content.ts'
import { certificateKinds, groupVerifyCode } from '../../../functions/staff/certificate/number.ts'
import { deemedProfessional, deemedWhole, granted, longest, sample, wordiest } from './samples.ts'

const doc = new PDFDocument({ font: '', autoFirstPage: false }).font(loadFont())
const measure = measuring(doc, await openRuns('ᠪᠠᠲᠤ'))

const CODE = groupVerifyCode(sample().verifyCode)
const VERIFY = `https://px.example.gov.cn/verify/${CODE}`
const KEY = '1234abcd-12ab-34cd-56ef-1234567890ab'

const layout = (content: CertificateContent, verifyUrl = VERIFY): Sheet =>
  layoutSheet(
    { content: CertificateContent.parse(content), signature: '', keyId: KEY, algorithm: 'ES256' },
    verifyUrl,
    measure,
  )

const linesOf = (sheet: Sheet) => sheet.blocks.flatMap(({ lines }) => lines)
const textOf = (sheet: Sheet) =>
  linesOf(sheet)
    .map(({ text }) => text)
    .join('\n')

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const overlap = (one: Box, two: Box): boolean =>
  one.x < two.x + two.width &&
  two.x < one.x + one.width &&
  one.y < two.y + two.height &&
  two.y < one.y + one.height

/** Inside the inner frame, with room to it; no line upon another, upon the QR code's white or upon a rule. */
const faultsOf = (sheet: Sheet): string[] => {
  const boxes = linesOf(sheet).map((line) => ({ ...boxOf(line), text: line.text }))
  const { modules } = create(sheet.code.text, { errorCorrectionLevel: 'M' })
  const white = (sheet.code.size / modules.size) * 3.9
  const { x, y, size } = sheet.code
  const code = { x: x - white, y: y - white, width: size + 2 * white, height: size + 2 * white, text: 'code' }
  const rules = sheet.rules.map((rule) => ({ ...rule, height: rule.thickness, text: 'rule' }))
  const outside = [...boxes, ...rules, code].filter(
    (box) =>
      box.x < 52 ||
      box.x + box.width > PAGE.width - 52 ||
      box.y < 52 ||
      box.y + box.height > PAGE.height - 44,
  )
  const all = [...boxes, ...rules, code]
  const upon = all.flatMap((one, index) =>
    all.slice(index + 1).flatMap((two) => (overlap(one, two) ? [`${one.text} / ${two.text}`] : [])),
  )
  return [...outside.map(({ text }) => `outside: ${text}`), ...upon]
}

const kinds = certificateKinds.map((kind) => sample(kind))
const years = [deemedProfessional, deemedWhole, granted, wordiest].map((otherwise) =>
  sample('annual', otherwise),
)

describe('the sheet of a certificate', () => {
  test('nothing leaves the frame or stands upon anything else, with short and with the longest names', () => {
    for (const content of [...kinds, ...years])
      for (const names of [{}, longest]) expect(faultsOf(layout({ ...content, ...names }))).toEqual([])
  })

  test('air stays above the table, the statement is set smaller before it is crowded', () => {
    for (const otherwise of [{}, deemedProfessional, granted, wordiest]) {
      const sheet = layout(sample('annual', { ...longest, ...otherwise }))
      const last = linesOf(sheet).find(({ text }) => text === '特发此证。')
      const table = sheet.rules.at(-2)
      expect((table?.y ?? 0) - (last?.baseline ?? 0)).toBeGreaterThan(16)
    }
  })

  test('nor with names of any length', () => {
    const text = (most: number) =>
      fc
        .string({
          unit: fc.constantFrom(...'李明阿拉坦巴特尔龘·（）《》、，“”—ABW10', '𠮷'),
          minLength: 1,
          maxLength: most,
        })
        .filter((name) => [...name].length <= most)
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds, ...years),
        text(50),
        text(100),
        text(100),
        (content, name, institution, issuer) => {
          const sheet = layout({ ...content, name, institution, issuer })
          expect(faultsOf(sheet)).toEqual([])
          for (const whole of [name, institution, issuer])
            expect(textOf(sheet).replaceAll('\n', '')).toContain(whole)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('nor with Mongolian script, which stands beside what lies, word by word', () => {
    const word = fc.string({ unit: fc.constantFrom(...'ᠠᠡᠢᠣᠤᠪᠭᠮᠯᠰᠳᠴᠶᠷ'), minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds, ...years),
        fc.array(word, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('', '巴图', '阿拉坦·巴特尔', '买买提·阿卜杜拉·吾买尔江·热合曼'),
        (content, words, lying) => {
          const sheet = layout({ ...content, name: `${lying} ${words.join(' ')}`.trim() })
          expect(faultsOf(sheet)).toEqual([])
          const standing = linesOf(sheet).filter((line) => line.standing)
          expect(standing.map(({ text }) => text)).toEqual(words)
          if (lying.length < 9) expect(textOf(sheet)).toContain(lying)
        },
      ),
      { numRuns: 60 },
    )
    const [first, second] = linesOf(layout({ ...sample(), name: 'ᠪᠠᠲᠤ ᠮᠣᠩᠭᠣᠯ' })).filter(
      (line) => line.standing,
    )
    expect(first?.x).toBeLessThan(second?.x ?? 0)
  })

  test('nor with a long address of the verify page', () => {
    const address = `https://${'shiyedanwei-peixun.'.repeat(4)}example.gov.cn/verify/${CODE}`
    expect(faultsOf(layout(sample('annual', longest), address))).toEqual([])
  })

  test('says all that it is for: who, where, what, by whom, when, and how to verify it', () => {
    const content = sample('annual', deemedProfessional)
    const text = textOf(layout(content))
    for (const part of [
      '培训合格证书',
      content.number,
      content.name,
      content.institution,
      '专业技术人员',
      '第三十九条第三项',
      content.issuer,
      '二〇二六年十二月三十一日',
      CODE,
      'px.example.gov.cn/verify 输入验证码',
      KEY,
    ])
      expect(text.replaceAll('\n', '')).toContain(part)
    expect(layout(content).code.address).toBe(VERIFY)
    expect(text).not.toContain(content.staffId)
  })

  test('every character of ours is in the font', () => {
    const texts = [...kinds, ...years].map((content) => textOf(layout(content)).replaceAll('\n', ''))
    expect(undrawable(texts)).toEqual([])
  })
})

describe('lines of Chinese text', () => {
  const square = (text: string, size: number) => Array.from(text).length * size
  const set = (text: string, width: number) => wrap(text, { size: 1, width }, square)

  test('no line begins with a closing mark or ends with an opening one; a number keeps its unit', () => {
    expect(set('一二三四，五', 4)).toEqual(['一二三', '四，五'])
    expect(set('一二三《四五》', 4)).toEqual(['一二三', '《四五》'])
    expect(set('一二 12 日三', 6)).toEqual(['一二', '12 日三'])
  })

  test('a word that is wider than a line is broken, and nothing is lost', () => {
    expect(set('一ABCDEFGH', 3)).toEqual(['一AB', 'CDE', 'FGH'])
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'一二，《》A1') }),
        fc.integer({ min: 2, max: 9 }),
        (text, width) => {
          const lines = set(text, width)
          expect(lines.join('')).toBe(text)
          for (const line of lines) expect(Array.from(line).length).toBeLessThanOrEqual(width)
        },
      ),
    )
  })
})
