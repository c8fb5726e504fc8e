import type { Actor } from '../organisations/account.ts'
import { today } from '../platform/clock.ts'
import { pagesOf } from '../platform/pages-of.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import type { QuestionRow, QuestionView } from './api.ts'
import { questionAtDesk } from './at-desk.ts'
import { entriesOfQuestion, isOver, type Question, questionsOf, readAsker } from './question.ts'

const rowOf = (question: Question, day: string): QuestionRow => {
  const { id, text, status, askedAt, dueOn, desk, published } = question
  return { id, text, status, askedAt, dueOn, desk, published, overdue: !isOver(question) && dueOn < day }
}

interface Asked {
  readonly box: 'at' | 'above'
  readonly limit: number
  readonly cursor?: string | undefined
}

/** The questions at someone's desks, the ones due first. */
export const listQuestions =
  ({ table, clock }: RecordsHost) =>
  async ({ box, limit, cursor }: Asked, actor: Actor) => {
    const day = today(clock)
    const desks = [...new Set(actor.roles.map(({ organisationId }) => organisationId))]
    const found = await pagesOf(desks, { limit, cursor }, (desk, page) => questionsOf(table, desk, box, page))
    return { items: found.items.map((one) => rowOf(one, day)), cursor: found.cursor }
  }

/** A question for whoever has it at their desk. */
export const viewQuestion =
  (host: RecordsHost) =>
  async (id: string, actor: Actor): Promise<Outcome<QuestionView, 'NOT_FOUND'>> => {
    const found = await questionAtDesk(host, id, actor)
    if (found === undefined) return refuse('NOT_FOUND')
    const { question, atDesk } = found
    const [entries, asker] = await Promise.all([entriesOfQuestion(host.table, id), readAsker(host.table, id)])
    return succeed({
      ...rowOf(question, today(host.clock)),
      ...{ code: question.code, answer: question.answer ?? null, requestId: question.requestId ?? null },
      asker: asker ?? null,
      entries: entries.map(({ at, by, byName, act, text }) => ({
        ...{ at, act, text },
        by: by === 'asker' || by === 'system' ? by : ('desk' as const),
        byName: byName === '' ? null : byName,
      })),
      may: {
        answer: atDesk && !isOver(question),
        publish: atDesk && question.status === 'answered' && !question.published,
        retract: atDesk && question.published,
        takeOver: !atDesk && !isOver(question),
      },
    })
  }
