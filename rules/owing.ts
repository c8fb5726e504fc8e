import type { Assessment } from './assess.ts'
import { formatDate } from './calendar.ts'
import type { Obligation } from './obligations.ts'

/** Whether an obligation is still owed; `complete` also where it asks nothing of the person now. */
export type Owing = 'complete' | 'open' | 'overdue'

const owingBy = (completed: boolean, overdue: boolean): Owing => {
  if (completed) return 'complete'
  return overdue ? 'overdue' : 'open'
}

/** How an obligation stands in the assessment of its year, on the day of that assessment. */
export const owingOf = (
  { name, kind }: Obligation,
  { annual, induction, transfers, terms }: Assessment,
): Owing => {
  switch (kind) {
    case 'make_up':
      return owingBy(['met', 'deemed', 'not_applicable'].includes(annual.status), annual.status === 'overdue')
    case 'induction':
      return induction.status === 'not_applicable'
        ? 'complete'
        : owingBy(induction.completedOn !== null, induction.status === 'overdue')
    case 'transfer': {
      const own = transfers.find(({ change }) => name === `transfer:${change.id}`)
      return owingBy(own === undefined || own.completedOn !== null, own?.status === 'overdue')
    }
    case 'term': {
      const own = terms.find(({ term }) => name === `term:${formatDate(term.from)}`)
      return owingBy(own === undefined || own.status === 'met', own?.status === 'short')
    }
  }
}
