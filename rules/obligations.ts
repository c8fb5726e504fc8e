import { type CalendarDate, formatDate, yearOf } from './calendar.ts'
import { type Edition, edition2024 } from './edition.ts'
import type { Facts } from './facts.ts'
import { heldForMonths } from './held.ts'
import { inductionDates } from './induction.ts'
import { makeUpDueOn } from './make-up.ts'
import { transferDueOn } from './transfer.ts'

/** What a person owes by a day, apart from the year itself: `make_up:2026`, `induction`, `transfer:ID`, `term:FROM`. */
export interface Obligation {
  readonly name: string
  readonly kind: 'make_up' | 'induction' | 'transfer' | 'term'
  readonly article: string
  /** The year in whose assessment it stands. */
  readonly year: number
  readonly dueOn: CalendarDate
  /** The last day that still helps; later than `dueOn` where the time may be extended. */
  readonly limitOn: CalendarDate
}

const once = (
  name: string,
  kind: Obligation['kind'],
  article: string,
  dueOn: CalendarDate,
  year = yearOf(dueOn),
): Obligation => ({ name, kind, article, year, dueOn, limitOn: dueOn })

/** High-level talent has no due date for the induction (Art. 9). */
const inductionOf = ({ person }: Owing, edition: Edition): Obligation[] => {
  const { article } = edition.induction
  const dates = inductionDates(person.hiredOn, edition)
  return person.hiredOn < edition.inForceFrom || person.highLevelTalent
    ? []
    : [{ name: 'induction', kind: 'induction', article, year: yearOf(dates.dueOn), ...dates }]
}

type Owing = Pick<Facts, 'person' | 'delays'>

/** Everything with a due date of its own that a person's record asks for, met or not (Art. 12, 16, 21, 32). */
export const obligationsOf = (facts: Owing, edition: Edition = edition2024): readonly Obligation[] => {
  const { person, delays } = facts
  const terms = person.terms.filter(
    (term) =>
      term.to >= edition.inForceFrom &&
      heldForMonths(person, 'management', term, edition.readings.termSessionMonths),
  )
  const changes = person.postChanges.filter(({ effectiveOn }) => effectiveOn >= edition.inForceFrom)
  return [
    ...inductionOf(facts, edition),
    ...changes.map((change) =>
      once(`transfer:${change.id}`, 'transfer', edition.transfer.article, transferDueOn(change, edition)),
    ),
    ...terms.map(({ from, to }) => once(`term:${formatDate(from)}`, 'term', edition.termSession.article, to)),
    ...delays.flatMap(({ year }) => {
      const dueOn = makeUpDueOn(delays, year, edition)
      return dueOn === null ? [] : [once(`make_up:${year}`, 'make_up', edition.makeUp.article, dueOn, year)]
    }),
  ]
}
