import { describe, expect, test } from 'vitest'
import {
  cellReader,
  dateCell,
  daysCell,
  isErrorCell,
  markCell,
  numberCell,
  resultCell,
  textCell,
} from '../../../functions/imports/import-cells.ts'
import type { RowFault } from '../../../functions/imports/import-table.ts'
import { rowFaults } from '../../../functions/imports/words.ts'
import { isSameName } from '../../../functions/staff/name-key.ts'

const read = <T>(cell: { ok: true; value: T } | { ok: false; detail: unknown }) =>
  cell.ok ? cell.value : cell.detail

describe('a day as people write it', () => {
  test.each([
    ['2026-03-16', '2026-03-16'],
    ['２０２０－０３－１６', '2020-03-16'],
    ['２０２０年３月１６日', '2020-03-16'],
    ['2020/5/1 8:30', '2020-05-01'],
    ['2020/5/1 08:30:00', '2020-05-01'],
    ['2020-05-01T08:30:00.000Z', '2020-05-01'],
    ['2020/5/1 上午 8:30', '2020-05-01'],
    ['2020年5月1日', '2020-05-01'],
    ['2020年5月1日8时30分', '2020-05-01'],
    ['2020年 5月 1号', '2020-05-01'],
    ['2020.5.1', '2020-05-01'],
    ['20200501', '2020-05-01'],
    ['2020–05–01', '2020-05-01'],
    ['46097', '2026-03-16'],
    ['46097.354166', '2026-03-16'],
    ['', undefined],
  ])('%s is %s', (text, day) => {
    expect(read(dateCell(text))).toBe(day)
  })
  test.each(['2020-02-30', '2020/13/1', '昨天', '5月1日', '1.5', '2020-5-1 abc', '202005011'])(
    '%s is no day',
    (text) => {
      expect(read(dateCell(text))).toBe(rowFaults.noDay)
    },
  )
  test.each(['2020年5月', '2020-05', '2020.5', '２０２０／５'])(
    '%s is a month alone: the day is asked',
    (text) => {
      expect(read(dateCell(text))).toBe(rowFaults.monthAlone)
    },
  )
})

describe('results as people write them', () => {
  test.each([
    ['优秀', true],
    ['良 好', true],
    ['合格', true],
    ['及格', true],
    ['结业', true],
    ['不合格', false],
    ['不及格', false],
    ['缺考', false],
    ['85', true],
    ['８５分', true],
    ['60', true],
    ['59.5', false],
    ['100', true],
    ['是', true],
    ['1', true],
    ['0', false],
    ['', undefined],
  ])('%s', (text, passed) => {
    expect(read(resultCell(text))).toBe(passed)
  })
  test('in a column of marks 1 is a mark', () => {
    expect([read(markCell('1')), read(markCell('0')), read(markCell('优秀')), read(markCell(''))]).toEqual([
      false,
      false,
      true,
      undefined,
    ])
  })
  test.each(['101', '一般般', '-1', '85/100'])('%s is no result', (text) => {
    expect(read(resultCell(text))).toBe(rowFaults.noResult)
  })
})

describe('days and numbers', () => {
  test.each([
    ['4', 8],
    ['4.5天', 9],
    ['５ 天', 10],
    ['0.5', 1],
    ['', undefined],
  ])('%s days are %s half-days', (text, halfDays) => {
    expect(read(daysCell(text))).toBe(halfDays)
  })
  test('a quarter of a day is none', () => {
    expect(read(daysCell('4.25'))).toBe(rowFaults.noHalfDays)
    expect(read(daysCell('四天'))).toBe(rowFaults.noNumber)
  })
  test('numbers may bear their unit', () => {
    expect([read(numberCell('40学时')), read(numberCell('８ 个半天')), read(numberCell('40课时'))]).toEqual([
      40,
      8,
      rowFaults.noNumber,
    ])
  })
})

describe('a formula that came to nothing is a fault, whatever the column', () => {
  test.each(['#N/A', '#VALUE!', '#REF!', '#DIV/0!', '#NAME?', '#NULL!', '#NUM!', '#####', '#n/a'])(
    '%s',
    (text) => {
      const faults: RowFault[] = []
      expect(cellReader(3, faults).read('姓名', text, textCell)).toBe(undefined)
      expect(faults).toMatchObject([
        { row: 3, column: '姓名', value: text, detail: rowFaults.errorCell(text) },
      ])
    },
  )
  test.each(['#1', 'N/A', '#', '王#N/A'])('%s is a text', (text) => {
    expect(isErrorCell(text)).toBe(false)
  })
})

describe('a name is one name, however its dots and spaces were typed', () => {
  test.each([
    ['李　明', '李明'],
    ['李 明', '李明'],
    ['阿拉坦•巴特尔', '阿拉坦·巴特尔'],
    ['阿拉坦・巴特尔', '阿拉坦·巴特尔'],
    ['阿拉坦.巴特尔', '阿拉坦·巴特尔'],
    ['阿拉坦．巴特尔', '阿拉坦·巴特尔'],
    ['阿拉坦 ‧ 巴特尔', '阿拉坦·巴特尔'],
    ['Ａnna Li', 'anna li'],
  ])('%s is %s', (one, other) => {
    expect(isSameName(one, other)).toBe(true)
  })
  test.each([
    ['李明', '李朋'],
    ['阿拉坦巴特尔', '阿拉坦·巴特尔'],
  ])('%s is not %s', (one, other) => {
    expect(isSameName(one, other)).toBe(false)
  })
})
