import type { ListedTask } from '../../shared/api/types.gen.ts'

/** How many tasks the API approves at once. */
export const MOST_AT_ONCE = 50

/** What is approved together: one business at one place of its route. */
export const kindOf = ({ type, stage }: Pick<ListedTask, 'type' | 'stage'>): string => `${type} ${stage}`

/** Overdue first, then by what is left; at the end those that have waited least. */
export const byUrgency = (one: ListedTask, other: ListedTask): number =>
  one.dueOn.localeCompare(other.dueOn) || one.openedAt.localeCompare(other.openedAt)

export interface Kind {
  readonly key: string
  readonly type: ListedTask['type']
  readonly stage: ListedTask['stage']
  readonly tasks: readonly ListedTask[]
}

/** The kinds among some tasks, in the order in which they first appear. */
export const kindsAmong = (tasks: readonly ListedTask[]): Kind[] =>
  [...Map.groupBy(tasks, kindOf)].flatMap(([key, among]) => {
    const [first] = among
    return first === undefined ? [] : [{ key, type: first.type, stage: first.stage, tasks: among }]
  })
