import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { routes } from '../../functions/catalog.ts'
import { halvedTexts } from '../../functions/platform/halved-text.ts'
import { holdsIdentityNumber } from '../../functions/platform/identity-number.ts'
import { toMail } from '../../functions/platform/letter.ts'
import { line, prose, proseOrNothing } from '../../functions/platform/shapes.ts'

/** Made up: a birthday in 1990, and a check character that fits. */
const OF_EIGHTEEN = '150102199003078199'
const OF_EIGHTEEN_X = '11010519491231002X'
const OF_FIFTEEN = '150102900307819'

const takes = (schema: z.ZodType, text: string) => schema.safeParse(text).success

describe('a title, a name, a reason', () => {
  test.each<[string, string]>([
    ['a line break', '培训\n办理：\nhttps://evil.example'],
    ['a carriage return', '培训\rhttps://evil.example'],
    ['a line separator', '培训\u2028二'],
    ['a paragraph separator', '培训\u2029二'],
    ['the next line of C1', '培训\u0085二'],
    ['a NUL', '培训\u0000'],
    ['an override of direction', '培训\u202Etxt.exe'],
    ['an isolate', '培训\u2066二'],
    ['a mark of direction', '培训\u200F二'],
    ['a space without width', '培\u200B训'],
    ['a byte order mark', '培\uFEFF训'],
    ['a soft hyphen', '培\u00AD训'],
    ['a tag', '培\u{E0041}训'],
    ['half a surrogate pair', '培训\ud800二'],
    ['an identity number', `参训人员 ${OF_EIGHTEEN}`],
  ])('on one line: no %s', (_, text) => {
    expect(takes(line(200), text)).toBe(false)
  })

  test('a reason may have lines, and nothing else that is unseen', () => {
    expect(takes(prose(100), '一、住院\n二、已补\r\n\t附件')).toBe(true)
    for (const text of ['a\u202Eb', 'a\u0000b', 'a\u2028b', 'a\udfffb', '', ' \n '])
      expect(takes(prose(100), text)).toBe(false)
    expect(takes(proseOrNothing(100), '')).toBe(true)
  })

  test('lengths count characters, at the bound', () => {
    expect(takes(line(60), '𠮷'.repeat(60))).toBe(true)
    expect(takes(line(60), '𠮷'.repeat(61))).toBe(false)
    expect(takes(line(60), '字'.repeat(61))).toBe(false)
    expect(takes(line(60), '')).toBe(false)
  })

  test('what people write is taken: ·, rare characters, Mongolian with its joiners, emoji', () => {
    for (const text of [
      '阿不都热合曼·阿不力孜',
      '𬱖',
      'ᠮᠣᠩᠭᠣᠯ\u180Eᠠ',
      'a\u200Db',
      '2026 年“双碳”培训（第 3 期）',
    ])
      expect(takes(line(200), text), text).toBe(true)
  })
})

describe('identity numbers', () => {
  test.each([
    OF_EIGHTEEN,
    OF_EIGHTEEN_X,
    OF_EIGHTEEN_X.toLowerCase(),
    `证件${OF_EIGHTEEN}。`,
    '150102 19900307 8199',
    '150102-19900307-8199',
    '１５０１０２１９９００３０７８１９９',
    OF_FIFTEEN,
    `身份证号：${OF_FIFTEEN}`,
  ])('%s is one', (text) => {
    expect(holdsIdentityNumber(text)).toBe(true)
  })

  test.each([
    ['another check character', '150102199003078195'],
    ['no birthday', '150102199013078199'],
    ['no province', '990102199003078199'],
    ['part of a longer number', `1${OF_EIGHTEEN}`],
    ['fifteen digits of a certificate', `证书编号 ${OF_FIFTEEN}`],
    ['fifteen digits that are no birthday', '身份证 150102999999999'],
    ['a telephone', '0471-1234567 13800138000'],
  ])('%s is none', (_, text) => {
    expect(holdsIdentityNumber(text)).toBe(false)
  })

  test('a megabyte of digits is read at once', () => {
    const begun = performance.now()
    for (const text of ['1 '.repeat(500_000), '1'.repeat(1_000_000), OF_FIFTEEN.repeat(66_000)])
      holdsIdentityNumber(text)
    expect(performance.now() - begun).toBeLessThan(2_000)
  })
})

test('half a character anywhere in a body is named, however deep', () => {
  const deep = `${'['.repeat(50_000)}"\\ud800"${']'.repeat(50_000)}`
  expect(halvedTexts(JSON.parse(deep))).toHaveLength(1)
  expect(
    halvedTexts({ evidence: ['a', '\udc00'], 'a/b': '\ud800' })
      .map(({ pointer }) => pointer)
      .sort(),
  ).toEqual(['/a~1b', '/evidence/1'])
})

test('a letter’s lines are its own, whatever a title on record from before holds', () => {
  const { text, html, subject } = toMail(
    {
      subject: '待办\r\nBcc: x@evil.example',
      greeting: '您好：',
      paragraphs: ['培训\n链接：\nhttps://evil.example'],
      facts: [['培训名称', '培训\r\n\r\n办理：\u202E\nhttps://evil.example']],
      link: { label: '办理', url: 'https://own.example/task/1' },
    },
    'id',
    ['a@own.example'],
  )
  expect(text.split('\n').filter((one) => /^\s*https:/.test(one))).toEqual(['https://own.example/task/1'])
  expect(text.split('\n').filter((one) => one === '办理：')).toHaveLength(1)
  expect(`${subject}${text}${html}`).not.toMatch(/[\u202E\r]/u)
  expect(subject).not.toContain('\n')
})

/** The schemas of texts inside one, each by its pointer. */
const textsIn = (schema: unknown, pointer = ''): [string, z.ZodType][] => {
  if (schema instanceof z.ZodString) return [[pointer, schema]]
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([name, one]) => textsIn(one, `${pointer}/${name}`))
  if (schema instanceof z.ZodArray) return textsIn(schema.element, `${pointer}/0`)
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((one) => textsIn(one, pointer))
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return textsIn(schema.unwrap(), pointer)
  return []
}

/** Names of other things, which are looked up, and what is read by a format of its own: never shown as they were sent. */
const NAMES =
  /\/(?:\w*[iI]d|to|into|below|releasedTo|staffNo|(?:evidence|supporting|files|papers)\/0|publicKey|file|listed|tasks\/0|seen\/0|staffIds\/0|institution|from|hiredOn|retiresOn|\w+On|\w+From|\w+Until|forChange)$/

test('every text that an operation takes and people read is one of those shapes', () => {
  const loose = routes.flatMap(({ key, operation }) =>
    operation.id === 'assess'
      ? []
      : textsIn(operation.body)
          .filter(([pointer, schema]) => !NAMES.test(pointer) && schema.safeParse('a\u202Eb').success)
          .map(([pointer]) => `${key} ${pointer}`),
  )
  expect(loose).toEqual([])
})
