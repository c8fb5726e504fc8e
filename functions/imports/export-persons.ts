import type { Actor } from '../organisations/account.ts'
import { readOrganisation } from '../organisations/organisation.ts'
import { oversees } from '../organisations/visibility.ts'
import { allPages } from '../platform/every-page.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import type { Table } from '../platform/table.ts'
import { leaveKinds, populations, postTypes } from '../platform/words.ts'
import { type Period, type Person, personsOf } from '../staff/person.ts'
import { type Field, personColumns } from './person-rows.ts'
import { yesAndNo } from './words.ts'

type Cells = Partial<Record<Field, string | undefined>>

/** A flag where the register has no dates of it: with dates, these say it. */
const flag = (value: boolean, periods: readonly Period[] = []): string | undefined =>
  periods.length > 0 ? undefined : yesAndNo[value ? 'yes' : 'no'].zh

/** What of a person's dated facts stands in one row: of each kind the one in that place. */
const datesAt = (person: Person, at: number): Cells => {
  const { posts = [], leaves = [], terms } = person
  const [post, leave, term] = [posts[at], leaves[at], terms[at]]
  const { leaderPeriods, talentPeriods, quotaPeriods, registerPeriods } = person
  const [leader, talent, quota, register] = [leaderPeriods, talentPeriods, quotaPeriods, registerPeriods].map(
    (periods) => periods?.[at],
  )
  return {
    ...(post === undefined ? {} : { postType: postTypes[post.postType].zh }),
    ...{ postFrom: post?.from, postTo: post?.to, termFrom: term?.from, termTo: term?.to },
    ...{ leaveKind: leave && leaveKinds[leave.kind].zh, leaveFrom: leave?.from, leaveTo: leave?.to },
    ...{ leaderFrom: leader?.from, leaderTo: leader?.to, talentFrom: talent?.from, talentTo: talent?.to },
    ...{ quotaFrom: quota?.from, quotaTo: quota?.to, registerFrom: register?.from, registerTo: register?.to },
  }
}

/** A person as a file has them: one row, and a further one for each further post, term, leave or period. */
const rowsFor = (person: Person): Cells[] => {
  const { staffNo, name, postType, hiredOn, retiresOn, disability } = person
  const { leaderPeriods, talentPeriods, quotaPeriods, registerPeriods } = person
  const lists = [person.posts, person.leaves, person.terms, leaderPeriods, talentPeriods, quotaPeriods]
  const length = Math.max(1, ...[...lists, registerPeriods].map((list) => list?.length ?? 0))
  const first: Cells = {
    ...{ name, postType: postTypes[postType].zh, hiredOn, retiresOn },
    leader: flag(person.leader, leaderPeriods),
    onRegister: flag(person.onRegister, registerPeriods),
    highLevelTalent: flag(person.highLevelTalent, talentPeriods),
    population: populations[person.population ?? 'institution'].zh,
    disability: disability === undefined ? undefined : yesAndNo[disability ? 'yes' : 'no'].zh,
  }
  return Array.from({ length }, (_, at) => ({
    staffNo,
    // Whoever has no number is told by name and day of hiring, in each of their rows.
    ...(at === 0 ? first : staffNo === undefined ? { name, hiredOn } : {}),
    ...datesAt(person, at),
  }))
}

/**
 * An institution's register in the columns of its import, header first, for those who may list it: the file comes back
 * in and changes nothing. Addresses are the accounts' own and not in it.
 */
export const exportPersons = async (
  table: Table,
  institutionId: string | undefined,
  actor: Actor,
): Promise<Outcome<string[][], 'NOT_FOUND'>> => {
  const id = institutionId ?? actor.roles.find(({ role }) => role === 'institution')?.organisationId
  const institution = id === undefined ? undefined : await readOrganisation(table, id)
  if (institution === undefined || !oversees(actor, institution)) return refuse('NOT_FOUND')
  const persons = await allPages((cursor) => personsOf(table, institution.id, { limit: 100, cursor }))
  const columns = personColumns.filter(({ field }) => field !== 'email' && field !== 'invite')
  return succeed([
    columns.map(({ names: [name] }) => name),
    ...persons.flatMap(rowsFor).map((cells) => columns.map(({ field }) => cells[field] ?? '')),
  ])
}
