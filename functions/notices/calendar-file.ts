import { addDays } from '../platform/clock.ts'

/** A day of a calendar: all of it, without an hour. */
export interface CalendarDay {
  /** The same for the same matter, so that a calendar that takes the file again moves it and doubles nothing. */
  readonly uid: string
  /** `YYYY-MM-DD` */
  readonly on: string
  readonly summary: string
  readonly description: string
  readonly url: string
  /** Where it is, for what is somewhere. */
  readonly place?: string
  /** How often it was moved: a calendar that has an earlier one takes the later (RFC 5545, 3.8.7.4). */
  readonly sequence?: number
  /** Whether it is not held any more: what merely left the file would stay in a calendar that took it before. */
  readonly cancelled?: boolean
}

/** RFC 5545, 3.3.11: what would end a text, or a line. */
const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replace(/\r\n?|\n/g, '\\n')

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
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'X-WR-TIMEZONE:Asia/Shanghai',
    `X-WR-CALNAME:${escaped(name)}`,
    ...days.flatMap(({ uid, on, summary, description, url, place, sequence = 0, cancelled = false }) => [
      'BEGIN:VEVENT',
      `UID:${uid}`,
      `DTSTAMP:${stampOf(now)}`,
      `SEQUENCE:${sequence}`,
      `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
      `DTSTART;VALUE=DATE:${compact(on)}`,
      `DTEND;VALUE=DATE:${compact(addDays(on, 1))}`,
      `SUMMARY:${escaped(summary)}`,
      `DESCRIPTION:${escaped(description)}`,
      ...(place === undefined ? [] : [`LOCATION:${escaped(place)}`]),
      `URL:${url}`,
      'TRANSP:TRANSPARENT',
      // Nobody is reminded of what is not held.
      ...(cancelled
        ? []
        : [
            'BEGIN:VALARM',
            'ACTION:DISPLAY',
            `DESCRIPTION:${escaped(summary)}`,
            'TRIGGER:-P7D',
            'END:VALARM',
          ]),
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n')
