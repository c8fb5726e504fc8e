import {
  institutionCriteria,
  libraryArticles,
  listedUntil,
  type Reviewer,
  reviewResult,
  reviewTurn,
} from '../../rules/library-review.ts'
import type { Actor } from '../organisations/account.ts'
import { readOrganisations } from '../organisations/organisation.ts'
import { isRegional } from '../organisations/region.ts'
import { timestamp, today } from '../platform/clock.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { mailsDue } from '../platform/send-kept.ts'
import { type Table, write } from '../platform/table.ts'
import { keepDue } from '../platform/unsent-mail.ts'
import type { WritingHost } from '../platform/writing-host.ts'
import { samePersonsAmong } from '../staff/one-person.ts'
import { type LibraryAct, type LibraryEntry, readEntry, replaceEntry } from './entry.ts'
import { readLecturers } from './lecturer.ts'
import { mailToReviewers, mailToSubmitter, sent, type Told } from './tell-libraries.ts'
import { libraryFaults } from './words.ts'

/** Somebody as the reviews see them: every seat of their own, whatever it is for; powers that were lent lend no review. */
export const reviewerOf = async (table: Table, { id, roles }: Actor): Promise<Reviewer> => {
  const authorities = roles.filter(({ role }) => role === 'authority').map((seat) => seat.organisationId)
  const region = (await readOrganisations(table, authorities)).find(isRegional)
  return { id, seats: roles.map(({ organisationId }) => organisationId), authorities, region: region?.id }
}

/** What the rules look at of an entry in review. */
export const askedOf = ({ submittedBy, round }: LibraryEntry) => ({
  kind: round.content.kind,
  submittedBy,
  submitter: round.submitter,
  recommendedBy: round.recommendedBy,
})

export interface ReviewBody {
  readonly approves: boolean
  readonly reason: string
  readonly criteria?: readonly (typeof institutionCriteria)[number][] | undefined
}

type ReviewRefusal =
  | 'INPUT_INVALID'
  | 'NOT_FOUND'
  | 'NOT_ALLOWED'
  | 'OWN_LIBRARY_ENTRY'
  | 'ALREADY_DECIDED'
  | 'WRONG_STATE'
  | 'LECTURER_REMOVED'

const refusedTurns = {
  own: 'OWN_LIBRARY_ENTRY',
  given: 'ALREADY_DECIDED',
  not_theirs: 'NOT_ALLOWED',
} as const

/** The entry with what its reviews come to; listed from today on where they agree. */
const decided = (
  entry: LibraryEntry,
  result: 'listed' | 'refused',
  { day, act }: { readonly day: string; readonly act: Omit<LibraryAct, 'act' | 'reason'> },
): LibraryEntry => {
  const until = listedUntil(entry.round.content.kind, day)
  return {
    ...entry,
    round: { ...entry.round, result },
    ...(result === 'listed' && until !== undefined
      ? { listing: { content: entry.round.content, from: entry.listing?.from ?? day, until } }
      : {}),
    acts: [...entry.acts, { ...act, act: result === 'listed' ? 'list' : 'refuse' }],
  }
}

/** Reviews an entry, in one's turn; the last review that is asked for decides. */
export const reviewEntry =
  (host: WritingHost) =>
  async (id: string, given: ReviewBody, actor: Actor): Promise<Outcome<LibraryEntry, ReviewRefusal>> => {
    const { table, clock } = host
    const reviewed = await retryOnConflict(async (): Promise<Outcome<Told, ReviewRefusal>> => {
      const before = await readEntry(table, id)
      if (before === undefined) return refuse('NOT_FOUND')
      const { round } = before
      const { kind } = round.content
      if (round.result !== 'open' || before.removed !== undefined) return refuse('WRONG_STATE')
      const reviewer = await reviewerOf(table, actor)
      const acted = [
        { id: round.submitter, name: round.submitterName },
        ...round.reviews.map(({ by, byName }) => ({ id: by, name: byName })),
      ]
      if ((await samePersonsAmong(table, [actor], acted)).length > 0)
        return refuse('OWN_LIBRARY_ENTRY', { article: libraryArticles[kind] })
      const turn = reviewTurn(askedOf(before), round.reviews, reviewer)
      if ('not' in turn) return refuse(refusedTurns[turn.not], { article: libraryArticles[kind] })
      if (
        kind === 'institution' &&
        given.approves &&
        new Set(given.criteria).size < institutionCriteria.length
      )
        return refuse('INPUT_INVALID', {
          errors: [{ pointer: '/criteria', detail: libraryFaults.criteriaMissing }],
        })
      if (round.content.kind === 'lecturer') {
        const [lecturer] = await readLecturers(table, [round.content.lecturerId])
        if (lecturer?.removed !== undefined) return refuse('LECTURER_REMOVED', { article: '31' })
      }
      const [organisation] = await readOrganisations(table, [turn.as])
      const act = { at: timestamp(clock), actor: actor.id, actorName: actor.name }
      const review = {
        ...{ by: actor.id, byName: actor.name, at: act.at, approves: given.approves, reason: given.reason },
        ...{ organisationId: turn.as, organisationName: organisation?.name ?? '' },
      }
      const reviews = [...round.reviews, review]
      const open: LibraryEntry = {
        ...before,
        round: { ...round, reviews },
        acts: [
          ...before.acts,
          { ...act, act: given.approves ? 'approve' : 'disapprove', reason: given.reason },
        ],
      }
      const result = reviewResult(askedOf(before), reviews)
      const after = result === 'open' ? open : decided(open, result, { day: today(clock), act })
      const next = { ...after, version: before.version + 1 }
      const mailsOf = result === 'open' ? mailToReviewers : mailToSubmitter
      const due = mailsDue(await mailsOf(host, next), act.at)
      await write(table, [replaceEntry(before, after), ...keepDue(due)])
      return succeed({ entry: next, due })
    })
    return sent(host, reviewed)
  }
