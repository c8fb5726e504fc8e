import { addMonths, type CalendarDate, nextDay } from './calendar.ts'

/** A training from its first day to its last. */
interface Span {
  readonly from: CalendarDate
  readonly to: CalendarDate
}

const MONTHS_OF_CADRE_FORM = 2

/**
 * Art. 34: full-time training of two months or more is entered in the cadre form as well. 以上 includes the number
 * itself, and months are counted by the calendar: 1 March to 30 April are two.
 */
export const isForCadreForm = ({ from, to }: Span): boolean =>
  nextDay(to) >= addMonths(from, MONTHS_OF_CADRE_FORM)
