import type { ReadLedgerResponse } from '../../shared/api/types.gen.ts'
import { period } from '../../shared/dates.ts'
import { term } from '../../shared/terms.ts'
import { Empty } from '../parts/panel.tsx'
import { Table } from '../parts/table.tsx'
import { fill, useSay } from '../preferences.tsx'
import './ledger.module.css'
import { words } from './ledger-words.ts'

const HOURS_PER_HALF_DAY = 4

type Credit = NonNullable<ReadLedgerResponse['facts']['credits']>[number]

/** The hours of a year as they were entered, and why each of them counts or does not. */
export const Credits = ({ ledger, year }: { readonly ledger: ReadLedgerResponse; readonly year: number }) => {
  const { say, language } = useSay(words)
  const { facts, assessment } = ledger
  const credits = (facts.credits ?? [])
    .filter(({ from, makeUpFor }) => Number(from.slice(0, 4)) === year || makeUpFor === year)
    .toSorted((one, other) => one.from.localeCompare(other.from))
  const reasonsOf = (credit: Credit): string[] => {
    const ignored = assessment.ignored.filter(({ creditId }) => creditId === credit.id)
    if (ignored.some(({ reason }) => reason === 'after_as_of')) return [say.later]
    const cut = ignored.find(({ reason }) => reason === 'day_full')
    const whole = cut?.halfDaysCut !== undefined && cut.halfDaysCut >= (credit.halfDays ?? 0)
    if (whole) return [say.none_counted]
    // What was not passed counts for no year, induction or change.
    if (credit.passed === false) return [say.failed]
    return [
      credit.makeUpFor === undefined
        ? fill(say.countsYear, { year: Number(credit.from.slice(0, 4)) })
        : fill(say.countsMakeUp, { year: credit.makeUpFor }),
      ...(credit.category === 'induction' || credit.category === 'special' ? [say.countsInduction] : []),
      ...(credit.forChange === undefined ? [] : [say.countsTransfer]),
      ...(cut?.halfDaysCut === undefined ? [] : [fill(say.cut, { halfDays: cut.halfDaysCut })]),
      ...ignored.flatMap(({ reason }) =>
        reason === 'after_as_of' || reason === 'day_full' ? [] : [say[reason]],
      ),
    ]
  }
  if (credits.length === 0) return <Empty>{say.noCredits}</Empty>
  return (
    <Table<Credit>
      label={fill(say.credits, { year })}
      rowKey={({ id }) => id}
      items={credits}
      columns={[
        { title: say.when, key: 'when', render: (_, { from, to }) => period(from, to, language) },
        {
          title: say.subject,
          key: 'subject',
          render: (_, { subject }) => term('subject', subject, language),
        },
        {
          title: say.kind,
          key: 'kind',
          render: (_, { category, mode }) =>
            `${term('category', category, language)} · ${term('mode', mode, language)}`,
        },
        {
          title: say.amount,
          key: 'amount',
          align: 'right',
          className: 'amount',
          render: (_, { hours, halfDays }) => hours ?? (halfDays ?? 0) * HOURS_PER_HALF_DAY,
        },
        {
          title: say.why,
          key: 'why',
          render: (_, credit) => reasonsOf(credit).map((reason) => <div key={reason}>{reason}</div>),
        },
      ]}
    />
  )
}
