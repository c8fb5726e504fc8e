/** A day of a calendar: all of it, without an hour. */
export interface CalendarDay {
  /** The same for the same matter, so that a calendar that takes the file again moves it and doubles nothing. */
  readonly uid: string
  /** `YYYY-MM-DD` */
  readonly on: string
  readonly summary: string
  readonly description: string
  readonly url: string
}

/** RFC 5545, 3.3.11: what would end a text, or a line. */
const escaped = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll(';', '\\;').replaceAll(',', '\\,').replaceAll('\n', '\\n')

/** RFC 5545, 3.1: a line has at most 75 octets; the next one goes on after a space. No character is cut. */
const folded = (line: string): string => {
  const parts: string[] = ['']
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > 75) {
      parts.push(' ')
      octets = 1
    }
    parts[parts.length - 1] += character
    octets += size
  }
  return parts.join('\r\n')
}

const compact = (day: string): string => day.replaceAll('-', '')

/** A moment, `2026-06-15T09:00:00.000+08:00`, as calendars write it: in UTC, to the second. */
const stampOf = (moment: string): string =>
  `${compact(new Date(moment).toISOString().slice(0, 19)).replaceAll(':', '')}Z`

/**
 * Days as a calendar file (iCalendar, RFC 5545), each with a reminder a week before. The days are dates of
 * Shanghai and have no hour, so that they are the same days in every zone.
 */
export const calendarFile = (name: string, days: readonly CalendarDay[], now: string): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//training-platform//due dates//ZH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...days.flatMap(({ uid, on, summary, description, url }) => [
      'BEGIN:VEVENT',
      `UID:${uid}`,
      `DTSTAMP:${stampOf(now)}`,
      `DTSTART;VALUE=DATE:${compact(on)}`,
      `SUMMARY:${escaped(summary)}`,
      `DESCRIPTION:${escaped(description)}`,
      `URL:${url}`,
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${escaped(summary)}`,
      'TRIGGER:-P7D',
      'END:VALARM',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n')
