import { daysFrom, parseDate } from '../../rules/calendar.ts'
import { spanText } from '../platform/words.ts'
import { type Flag, noProof } from './flag.ts'
import type { TrainingLine } from './request.ts'

/** More online hours a day of the dates are possible, and unlikely. */
const LIKELY_HOURS_A_DAY = 8

const daysOf = ({ from, to }: Pick<TrainingLine, 'from' | 'to'>): number => {
  const [start, end] = [parseDate(from), parseDate(to)]
  return start === undefined || end === undefined ? 1 : Math.max(1, daysFrom(start, end))
}

/** What a claim lacks or has too much of, and no rule refuses: for the desks to look at (Art. 40, 41). */
export const plausibilityNotices = (
  lines: readonly Pick<TrainingLine, 'mode' | 'from' | 'to' | 'hours'>[],
  evidence: readonly string[],
): Flag[] => [
  ...(evidence.length === 0 ? [noProof] : []),
  ...lines.flatMap((line) => {
    const days = daysOf(line)
    return line.mode === 'online' && (line.hours ?? 0) > days * LIKELY_HOURS_A_DAY
      ? [
          {
            code: 'UNLIKELY_HOURS' as const,
            zh: `${spanText(line.from, line.to).zh} 共 ${days} 天，线上 ${line.hours} 学时，每天超过 ${LIKELY_HOURS_A_DAY} 学时，请核对。`,
            en: `${line.hours} online hours on ${days} days from ${line.from}: more than ${LIKELY_HOURS_A_DAY} a day.`,
          },
        ]
      : []
  }),
]
