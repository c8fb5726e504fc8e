import { isDeepStrictEqual } from 'node:util'
import { libraryArticles } from '../../rules/library-review.ts'
import type { Actor } from '../organisations/account.ts'
import { authorityOf } from '../organisations/authority-of.ts'
import { type Organisation, readOrganisation, readOrganisations } from '../organisations/organisation.ts'
import { timestamp } from '../platform/clock.ts'
import { requestIdFor } from '../platform/identifiers.ts'
import type { OrganisationId } from '../platform/ids.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { mailsDue } from '../platform/send-kept.ts'
import { type Table, write } from '../platform/table.ts'
import { keepDue } from '../platform/unsent-mail.ts'
import type { WritingHost } from '../platform/writing-host.ts'
import type { LibraryBody } from './api.ts'
import { contentFrom } from './content.ts'
import {
  entryOfLecturer,
  type LibraryContent,
  type LibraryEntry,
  newEntry,
  readEntry,
  replaceEntry,
} from './entry.ts'
import { actsFor } from './keep-lecturers.ts'
import { mailToReviewers, sent, type Told } from './tell-libraries.ts'
import { libraryFaults } from './words.ts'

/**
 * The city that recommends a lecturer to the region (Art. 30): the one above the body that proposes. Undefined where the
 * body is itself a city's or the region's, or stands under no city.
 */
const recommendingCity = async (table: Table, body: Organisation): Promise<OrganisationId | undefined> => {
  const authorityId = await authorityOf(table, body)
  const authority = authorityId === undefined ? undefined : await readOrganisation(table, authorityId)
  if (authority === undefined) return undefined
  const above = [authority, ...(await readOrganisations(table, authority.overseers))]
  const city = above.find(({ kind, level }) => kind === 'authority' && level === 'city')
  return city?.id === body.id ? undefined : city?.id
}

const roundOf = async (
  table: Table,
  body: Organisation,
  content: LibraryContent,
  actor: Actor,
  at: string,
): Promise<LibraryEntry['round']> => {
  const recommendedBy = content.kind === 'lecturer' ? await recommendingCity(table, body) : undefined
  return {
    ...{ content, submitter: actor.id, submitterName: actor.name, at, reviews: [], result: 'open' },
    ...(recommendedBy === undefined ? {} : { recommendedBy }),
  }
}

/** Of courses and institutions there are as many as are submitted. */
const idOf = (entry: LibraryBody, actor: Actor, key: string): string =>
  entry.kind === 'lecturer' ? entryOfLecturer(entry.lecturerId) : `b${requestIdFor(actor.id, key).slice(1)}`

type SubmitRefusal =
  | 'INPUT_INVALID'
  | 'NOT_ALLOWED'
  | 'KEY_REUSED'
  | 'LECTURER_REMOVED'
  | 'LIBRARY_ENTRY_KNOWN'

/** Submits something to a library; those who review it first are written to. */
export const submitEntry =
  (host: WritingHost) =>
  async (
    { organisationId, entry }: { readonly organisationId: string; readonly entry: LibraryBody },
    key: string,
    actor: Actor,
  ): Promise<Outcome<LibraryEntry, SubmitRefusal>> => {
    const { table, clock } = host
    const submitted = await retryOnConflict(async (): Promise<Outcome<Told, SubmitRefusal>> => {
      const body = await readOrganisation(table, organisationId)
      if (body === undefined || !(await actsFor(table, actor, organisationId)))
        return refuse('NOT_ALLOWED', { article: libraryArticles[entry.kind] })
      const content = await contentFrom(host, organisationId, entry)
      if (!content.ok) return content
      const id = idOf(entry, actor, key)
      const known = await readEntry(table, id)
      if (known !== undefined) {
        const isRepeat =
          known.round.submitter === actor.id &&
          known.submittedBy === body.id &&
          isDeepStrictEqual(known.round.content, content.value)
        if (isRepeat) return succeed({ entry: known, due: [] })
        return refuse(entry.kind === 'lecturer' ? 'LIBRARY_ENTRY_KNOWN' : 'KEY_REUSED')
      }
      const at = timestamp(clock)
      const made: LibraryEntry = {
        ...{ id, submittedBy: body.id, submittedByName: body.name, version: 1 },
        round: await roundOf(table, body, content.value, actor, at),
        acts: [{ at, actor: actor.id, actorName: actor.name, act: 'submit' }],
      }
      const due = mailsDue(await mailToReviewers(host, made), at)
      await write(table, [newEntry(made), ...keepDue(due)])
      return succeed({ entry: made, due })
    })
    return sent(host, submitted)
  }

type RenewRefusal = 'INPUT_INVALID' | 'NOT_FOUND' | 'STALE_VERSION' | 'WRONG_STATE' | 'LECTURER_REMOVED'

/**
 * Asks for an entry to be reviewed anew: before its time is over, or with another content. What is listed stays listed as
 * it is until the new reviews decide, and no longer than its time.
 */
export const renewEntry =
  (host: WritingHost) =>
  async (
    id: string,
    { entry, version }: { readonly entry: LibraryBody; readonly version: number },
    actor: Actor,
  ): Promise<Outcome<LibraryEntry, RenewRefusal>> => {
    const { table, clock } = host
    const renewed = await retryOnConflict(async (): Promise<Outcome<Told, RenewRefusal>> => {
      const before = await readEntry(table, id)
      const body = before && (await readOrganisation(table, before.submittedBy))
      if (before === undefined || body === undefined || !(await actsFor(table, actor, before.submittedBy)))
        return refuse('NOT_FOUND')
      if (before.version !== version) return refuse('STALE_VERSION', { details: { version: before.version } })
      if (before.removed !== undefined || before.round.result === 'open') return refuse('WRONG_STATE')
      const { content: was } = before.round
      const isOther =
        was.kind !== entry.kind ||
        (was.kind === 'lecturer' && entry.kind === 'lecturer' && was.lecturerId !== entry.lecturerId)
      if (isOther)
        return refuse('INPUT_INVALID', { errors: [{ pointer: '/entry', detail: libraryFaults.otherKind }] })
      const content = await contentFrom(host, before.submittedBy, entry)
      if (!content.ok) return content
      const at = timestamp(clock)
      const after: LibraryEntry = {
        ...before,
        round: await roundOf(table, body, content.value, actor, at),
        acts: [...before.acts, { at, actor: actor.id, actorName: actor.name, act: 'renew' }],
      }
      const next = { ...after, version: before.version + 1 }
      const due = mailsDue(await mailToReviewers(host, next), at)
      await write(table, [replaceEntry(before, after), ...keepDue(due)])
      return succeed({ entry: next, due })
    })
    return sent(host, renewed)
  }
