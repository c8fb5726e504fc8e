import type { Actor } from '../organisations/account.ts'
import { readOrganisation } from '../organisations/organisation.ts'
import type { ActingHost } from '../platform/acting-host.ts'
import { timestamp, today } from '../platform/clock.ts'
import { toMail } from '../platform/letter.ts'
import type { Mail } from '../platform/mail.ts'
import { resumeMatter } from '../platform/matter-way.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { mailsDue, sendDue } from '../platform/send-kept.ts'
import { type Write, write } from '../platform/table.ts'
import { keepDue } from '../platform/unsent-mail.ts'
import { inputFaults } from '../platform/words.ts'
import { readRequest } from '../requests/stored-request.ts'
import { isNamedIn } from '../staff/named-in.ts'
import type { QuestionActBody } from './api.ts'
import { questionAtDesk } from './at-desk.ts'
import { publishAnswer, retractAnswer } from './published.ts'
import {
  type Asker,
  changeQuestion,
  isOver,
  keepAskerUntilTerm,
  type Question,
  readAsker,
} from './question.ts'
import { answeredLetter } from './question-letters.ts'
import { questionWay } from './question-way.ts'
import { namesTheAsker, passedOnBefore } from './words.ts'

type Refused = 'INPUT_INVALID' | 'NOT_FOUND' | 'WRONG_STATE'

/** What an act makes of a question: how it stands after it, what is written down, what else is written. */
interface Did {
  readonly after: Question
  readonly text: string
  readonly besides?: readonly Write[]
}

const fault = (pointer: string, detail: { readonly zh: string; readonly en: string }) =>
  refuse('INPUT_INVALID', { errors: [{ pointer, detail }] })

/** Ends a question: what it is answered with, or where a single case belongs. */
const end = async (
  { table, clock }: ActingHost,
  question: Question,
  body: Extract<QuestionActBody, { act: 'answer' | 'refer' }>,
): Promise<Outcome<Did, Refused>> => {
  const requestId = body.act === 'refer' ? body.requestId : undefined
  if (requestId !== undefined && (await readRequest(table, requestId)) === undefined)
    return fault('/requestId', inputFaults.wrongForm)
  const closedOn = today(clock)
  return succeed({
    after: {
      ...question,
      status: body.act === 'answer' ? 'answered' : 'referred',
      answer: { text: body.text, articles: body.act === 'answer' ? body.articles : [] },
      ...(requestId === undefined ? {} : { requestId }),
      closedOn,
    },
    text: body.text,
    besides: await keepAskerUntilTerm(table, question.id, closedOn),
  })
}

/** To the office that knows, and that did not pass it on itself; the day by which it is answered stays. */
const passOn = async (
  { table }: ActingHost,
  { above: _, remindedOn: __, had = [], ...question }: Question,
  { deskId, reason }: Extract<QuestionActBody, { act: 'pass_on' }>,
): Promise<Outcome<Did, Refused>> => {
  const desk = await readOrganisation(table, deskId)
  if (desk === undefined || desk.kind === 'institution' || desk.id === question.desk.id)
    return fault('/deskId', inputFaults.organisationUnknown)
  if (had.includes(desk.id)) return fault('/deskId', passedOnBefore)
  return succeed({
    after: { ...question, desk: { id: desk.id, name: desk.name }, had: [...had, question.desk.id] },
    text: reason,
  })
}

const names = (asker: Asker | undefined, text: string): boolean =>
  asker !== undefined && isNamedIn(text, { name: asker.name, contact: asker.mail })

/** Publishes question and answer in words of the desk's own, without whoever asked. */
const publish = async (
  { table, clock }: ActingHost,
  question: Question,
  { question: asked, answer, articles }: Extract<QuestionActBody, { act: 'publish' }>,
): Promise<Outcome<Did, Refused>> => {
  const asker = await readAsker(table, question.id)
  if (names(asker, asked)) return fault('/question', namesTheAsker)
  if (names(asker, answer)) return fault('/answer', namesTheAsker)
  const published = {
    ...{ id: question.id, question: asked, articles },
    ...{ desk: question.desk.name, publishedAt: timestamp(clock) },
  }
  return succeed({
    after: { ...question, published: true },
    text: `${asked}\n\n${answer}`,
    besides: publishAnswer(published, answer),
  })
}

const done = (
  host: ActingHost,
  question: Question,
  body: QuestionActBody,
  actor: Actor,
): Promise<Outcome<Did, Refused>> | Outcome<Did, Refused> => {
  switch (body.act) {
    case 'answer':
    case 'refer':
      return end(host, question, body)
    case 'pass_on':
      return passOn(host, question, body)
    case 'publish':
      return publish(host, question, body)
    case 'retract':
      return succeed({
        after: { ...question, published: false },
        text: body.reason,
        besides: retractAnswer(question.id),
      })
    case 'take_over': {
      const { above, ...rest } = question
      return above === undefined
        ? refuse('WRONG_STATE')
        : succeed({ after: { ...rest, desk: above }, text: `${actor.name}\n${body.reason}` })
    }
  }
}

/** Whether the question's state lets a desk do this; what is overdue the one above takes over first. */
const mayDo = (question: Question, atDesk: boolean, { act }: QuestionActBody): boolean => {
  if (act === 'take_over') return !atDesk && !isOver(question)
  if (!atDesk) return false
  if (act === 'publish') return question.status === 'answered' && !question.published
  if (act === 'retract') return question.published
  return !isOver(question)
}

/** To whoever left an address: that there is an answer. */
const mailToAsker = async ({ table, publicUrl }: ActingHost, question: Question): Promise<Mail[]> => {
  const asker = await readAsker(table, question.id)
  if (asker === undefined || asker.mail === '') return []
  return [toMail(answeredLetter(question, publicUrl), `question-${question.id}-answered`, [asker.mail])]
}

/** Does an act with a question, on record, and lets its way go on. */
export const actOnQuestion =
  (host: ActingHost) =>
  async (
    id: string,
    body: QuestionActBody,
    actor: Actor,
  ): Promise<Outcome<{ id: string; status: Question['status'] }, Refused>> => {
    const acted = await retryOnConflict(async () => {
      const found = await questionAtDesk(host, id, actor)
      if (found === undefined) return refuse('NOT_FOUND')
      const { question: before, atDesk } = found
      if (!mayDo(before, atDesk, body)) return refuse('WRONG_STATE')
      const outcome = await done(host, before, body, actor)
      if (!outcome.ok) return outcome
      const { after, text, besides = [] } = outcome.value
      const at = timestamp(host.clock)
      // The machine waits for the end, or for another desk: it hears of it.
      const goesOn = after.status !== before.status || after.desk.id !== before.desk.id
      const next = goesOn ? { ...after, awaiting: at } : after
      const entry = { at, by: actor.id, byName: actor.name, act: body.act, text }
      const hasEnded = !isOver(before) && isOver(after)
      const due = mailsDue(hasEnded ? await mailToAsker(host, next) : [], at)
      await write(host.table, [...changeQuestion(before, next, [entry]), ...besides, ...keepDue(due)])
      return succeed({ next, goesOn, due })
    })
    if (!acted.ok) return acted
    const { next, goesOn, due } = acted.value
    if (goesOn) await resumeMatter(questionWay, host, next)
    await sendDue(host, due)
    return succeed({ id, status: next.status })
  }
