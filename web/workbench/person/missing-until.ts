import { day } from '../../shared/dates.ts'
import { fill } from '../../shared/fill.ts'
import type { Language } from '../../shared/language.ts'
import { words } from './ledger-words.ts'

/** The days by which a training is completed: as a rule and, where the rules leave more time, at the latest (Art. 12, 21). */
interface Times {
  readonly dueOn: string
  readonly limitOn?: string
}

/**
 * What an obligation lacks and by when, as it stands on a day: a day that has passed is nobody's to meet any more. Without
 * a last day, as high-level talent has none (Art. 9), only the hours.
 */
export const missingUntil = (
  hours: number,
  { dueOn, limitOn = dueOn }: Times,
  { asOf, status }: { readonly asOf: string; readonly status: string },
  language: Language,
): string => {
  const say = words[language]
  const [due, limit] = [day(dueOn, language), day(limitOn, language)]
  if (asOf <= dueOn) return fill(say.missingUntil, { hours, day: due })
  if (asOf <= limitOn) return fill(say.missingAtLatest, { hours, day: due, limit })
  return fill(status === 'overdue' ? say.missingSince : say.missing, { hours, day: limit })
}
