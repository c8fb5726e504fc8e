import type { Actor } from '../organisations/account.ts'
import { placesOf } from '../organisations/visibility.ts'
import { A_LOOK, joinToDo, type MattersToDo } from '../platform/matter-to-do.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import type { Table } from '../platform/table.ts'
import { type Oneself, oneselfOf } from '../staff/one-person.ts'
import { mayAnswer } from './answer-matter.ts'
import {
  cameTo,
  isAsked,
  isClosed,
  type Matter,
  mattersAbout,
  mattersAskedOf,
  mattersOf,
} from './inspection.ts'
import { MatterKind } from './terms.ts'
import { isApartFrom, mayCheck } from './who-checks.ts'

interface Page {
  readonly items: readonly Matter[]
  readonly cursor: string | null
}

/** Those of a page that are somebody's to act on; closed ones stand last in every list. */
const toDoIn = async (
  page: Promise<Page>,
  isTheirs: (matter: Matter) => boolean | Promise<boolean>,
): Promise<MattersToDo> => {
  const { items, cursor } = await page
  const theirs = await Promise.all(items.map(isTheirs))
  const waiting = items.filter((_, nth) => theirs[nth])
  return {
    items: waiting.map((one) => ({ id: one.id, came: cameTo(one), dueOn: one.dueOn })),
    more: cursor !== null && waiting.length > 0 && !items.some(isClosed),
  }
}

/** What somebody has to look at as its authority: answered, and nothing that they acted in (Art. 35). */
export const checksToDo =
  ({ table }: Pick<RecordsHost, 'table'>) =>
  async (actor: Actor): Promise<MattersToDo> => {
    const places = placesOf(actor, 'authority')
    if (places.length === 0) return joinToDo([])
    const oneself = await oneselfOf(table, actor)
    const pages = places.flatMap((id) =>
      MatterKind.options.map((kind) =>
        toDoIn(
          mattersOf(table, kind, id, A_LOOK),
          (one) =>
            !isClosed(one) &&
            !isAsked(one) &&
            mayCheck(one, actor, oneself) &&
            isApartFrom(table, one, actor),
        ),
      ),
    )
    return joinToDo(await Promise.all(pages))
  }

const asksOf = (table: Table, actor: Actor, oneself: Oneself): Promise<MattersToDo>[] => [
  ...placesOf(actor, 'institution', 'department', 'authority').map((id) =>
    toDoIn(mattersAskedOf(table, id, A_LOOK), (one) => mayAnswer(table, one, actor, oneself)),
  ),
  ...[...oneself.records].map((id) =>
    toDoIn(mattersAbout(table, id, A_LOOK), (one) => mayAnswer(table, one, actor, oneself)),
  ),
]

/** What somebody has to answer: for their body, or about themselves. */
export const answersToDo =
  ({ table }: Pick<RecordsHost, 'table'>) =>
  async (actor: Actor): Promise<MattersToDo> =>
    joinToDo(await Promise.all(asksOf(table, actor, await oneselfOf(table, actor))))
