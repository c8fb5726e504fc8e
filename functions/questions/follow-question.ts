import { spelt } from '../complaints/file-complaint.ts'
import { keyFits } from '../complaints/secrecy.ts'
import type { Actor } from '../organisations/account.ts'
import { sha256 } from '../platform/identifiers.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import type { FollowedQuestion } from './api.ts'
import { isOver, type Question, questionOfCode, questionsBy, readQuestion } from './question.ts'

/** A question as whoever asked sees it: names of officials are left out. */
const followed = (question: Question): FollowedQuestion => {
  const { id, code, status, askedAt, text, desk, dueOn, answer, requestId, published } = question
  return {
    ...{ code, status, askedAt, text, answer: answer ?? null, requestId: requestId ?? null },
    desk: desk.name,
    dueOn: isOver(question) ? null : dueOn,
    publishedId: published ? id : null,
  }
}

/** Where a question stands, by code and key; a wrong key and an unknown code look alike. */
export const followQuestion =
  ({ table }: Pick<RecordsHost, 'table'>) =>
  async (code: string, key: string): Promise<Outcome<FollowedQuestion, 'NOT_FOUND'>> => {
    const found = await questionOfCode(table, sha256(spelt(code)))
    const isTheirs = keyFits(found?.keyHash, spelt(key))
    const question = found && isTheirs ? await readQuestion(table, found.questionId) : undefined
    return question === undefined ? refuse('NOT_FOUND') : succeed(followed(question))
  }

/** What an account has asked, the latest first. */
export const ownQuestions =
  ({ table }: Pick<RecordsHost, 'table'>) =>
  async (page: { readonly limit: number; readonly cursor?: string | undefined }, actor: Actor) => {
    const { items, cursor } = await questionsBy(table, actor.id, page)
    return { items: items.map(followed), cursor }
  }
