import { always, type Item, isNew, type Table, write } from '../functions/platform/table.ts'
import { type Capacity, countedSoFar, resetCapacity } from './capacity.ts'

/** The six steps of a recognition of one level: who has it on their list after each. */
const STEPS = [
  { step: 'submit', list: 'none' },
  { step: 'open-institution', list: 'institution' },
  { step: 'decide-institution', list: 'decided-institution' },
  { step: 'open-authority', list: 'authority' },
  { step: 'decide-authority', list: 'decided-authority' },
  { step: 'credit', list: 'none' },
] as const

/**
 * What the same recognition costs as it is often written: the request is one item with its tasks and its timeline in it,
 * rewritten whole at every step in a transaction with a record of idempotency, as middleware for handlers keeps one; the
 * last step enters the ledger in the same transaction. It is in the same lists. `stored`: the request and its tasks, as
 * the platform has stored them, are what it holds.
 */
export const countNaive = async (table: Table, capacity: Capacity, stored: readonly Item[]) => {
  const [request, ...parts] = stored.map(({ pk: _, sk: __, ...content }) => content)
  const whole = (step: number, list: string): Item => ({
    ...request,
    parts: parts.slice(0, step + 1),
    ...{ pk: 'NAIVE#request', sk: 'REQUEST', found: 'NAIVE#claims', foundOrder: '1' },
    ...(list === 'none' ? {} : { listed: `NAIVE#${list}`, listedOrder: '1' }),
    ...(step < STEPS.length - 1 ? { open: 'NAIVE#open', openOrder: '1' } : { open: undefined }),
  })
  resetCapacity(capacity)
  for (const [place, { step, list }] of STEPS.entries())
    await write(table, [
      { put: whole(place, list), when: always },
      { put: { pk: `NAIVE#once#${step}`, sk: 'ONCE', answer: step, until: 'tomorrow' }, when: isNew },
      ...(step === 'credit' ? [{ put: { pk: 'NAIVE#staff', sk: 'LEDGER#1' }, when: isNew }] : []),
    ])
  return countedSoFar(capacity)
}
