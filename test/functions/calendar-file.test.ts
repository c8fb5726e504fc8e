import { describe, expect, test } from 'vitest'
import { calendarFile } from '../../functions/notices/calendar-file.ts'

const day = {
  ...{ uid: 'u1@training-platform', on: '2026-12-31', url: 'https://example.cn/classes/p1' },
  ...{ summary: '上午 班；次', description: '市教育局, 教师\r\n发展中心' },
}
const linesOf = (text: string) => text.replaceAll('\r\n ', '').split('\r\n')
const fileOf = (more: object = {}) =>
  calendarFile('我的', [{ ...day, ...more }], '2026-06-15T09:00:00.000+08:00')

describe('a calendar file is what calendars take (RFC 5545)', () => {
  test('every line ends with CRLF and has 75 octets at most; none is cut within a character', () => {
    const text = fileOf({ summary: '呼和浩特市中小学教师信息技术应用能力提升培训班第二期𠮷'.repeat(3) })
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75)
    expect(text).not.toContain('\uFFFD')
  })

  test('an event has what it needs, once; a day ends with the next one, over the year’s end too', () => {
    const lines = linesOf(fileOf({ place: '中心, 二楼' }))
    for (const line of [
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'DTSTAMP:20260615T010000Z',
      'DTSTART;VALUE=DATE:20261231',
      'DTEND;VALUE=DATE:20270101',
      'SEQUENCE:0',
      'STATUS:CONFIRMED',
      'LOCATION:中心\\, 二楼',
    ])
      expect(
        lines.filter((one) => one === line),
        line,
      ).toHaveLength(1)
    expect(lines).toContain('DESCRIPTION:市教育局\\, 教师\\n发展中心')
  })

  test('what is not held any more is said, with a later number, and reminds nobody', () => {
    const lines = linesOf(fileOf({ sequence: 3, cancelled: true }))
    expect(lines).toContain('STATUS:CANCELLED')
    expect(lines).toContain('SEQUENCE:3')
    expect(lines).not.toContain('BEGIN:VALARM')
  })
})
