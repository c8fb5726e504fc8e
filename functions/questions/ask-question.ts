import { questionTerms } from '../../rules/questions.ts'
import { solvedNonce } from '../complaints/challenge.ts'
import { codeAndKey, macOf, type SecretHost, secretText } from '../complaints/secrecy.ts'
import { readComplaintSettings } from '../complaints/settings.ts'
import type { Actor } from '../organisations/account.ts'
import { type Organisation, readOrganisation } from '../organisations/organisation.ts'
import { timestamp, today } from '../platform/clock.ts'
import type { DecidingHost } from '../platform/deciding-host.ts'
import { sha256 } from '../platform/identifiers.ts'
import { startMatter } from '../platform/matter-way.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { type Table, write } from '../platform/table.ts'
import { inputFaults } from '../platform/words.ts'
import { addWorkingDays } from '../platform/working-days.ts'
import { readPerson } from '../staff/person.ts'
import type { OwnQuestionBody, QuestionBody, QuestionReceipt } from './api.ts'
import { type Asker, newQuestion, type Question, readQuestion } from './question.ts'
import { questionWay } from './question-way.ts'

export type AskingHost = DecidingHost & SecretHost

type Refused = 'INPUT_INVALID' | 'QUESTIONS_NOT_OPEN'

/** Who asks: nobody that is known, somebody by name, or an account. */
interface By {
  readonly asker: Asker | undefined
  readonly accountId?: string
}

/** The authority that answers whoever names none: that of one's own institution, else the region. */
const usualDesk = async (table: Table, actor: Actor | undefined, regionId: string): Promise<string> => {
  const person = actor?.staffId === undefined ? undefined : await readPerson(table, actor.staffId)
  const institution = person && (await readOrganisation(table, person.institutionId))
  return institution?.authorityId ?? regionId
}

const receiptOf = async (
  host: SecretHost,
  seed: string,
  { desk, dueOn }: Pick<Question, 'desk' | 'dueOn'>,
): Promise<QuestionReceipt> => ({
  ...(await codeAndKey(host, seed)),
  desk: desk.name,
  dueOn,
})

/** The desk that is asked; refused where it is none that answers questions. */
const deskOf = async (table: Table, id: string): Promise<Outcome<Organisation, 'INPUT_INVALID'>> => {
  const desk = await readOrganisation(table, id)
  return desk === undefined || desk.kind === 'institution'
    ? refuse('INPUT_INVALID', { errors: [{ pointer: '/deskId', detail: inputFaults.organisationUnknown }] })
    : succeed(desk)
}

/**
 * Takes a question under a seed that nobody can guess: id, code and key are made of it, so that a call that is
 * repeated finds what is there; with other words it is refused as `reused`.
 */
const take = <R extends 'CHALLENGE_USED' | 'KEY_REUSED'>(
  reused: R,
  host: AskingHost,
  { text, deskId }: OwnQuestionBody,
  seed: string,
  { asker, accountId }: By,
  actor?: Actor,
): Promise<Outcome<QuestionReceipt, Refused | R>> =>
  retryOnConflict(async () => {
    const { table, clock } = host
    const settings = await readComplaintSettings(table)
    if (settings === undefined) return refuse('QUESTIONS_NOT_OPEN', { article: '8' })
    const id = `q${await secretText(host, `${seed}\nid`, 15)}`
    const said = JSON.stringify([text, deskId ?? '', asker ?? null])
    const bodyHash = (await macOf(host, 'code', said)).toString('base64url')
    const known = await readQuestion(table, id)
    if (known !== undefined)
      return known.bodyHash === bodyHash ? succeed(await receiptOf(host, seed, known)) : refuse(reused)
    const desk = await deskOf(table, deskId ?? (await usualDesk(table, actor, settings.regionId)))
    if (!desk.ok) return desk
    const dueOn = addWorkingDays(today(clock), questionTerms.answerWorkingDays)
    const receipt = await receiptOf(host, seed, { desk: desk.value, dueOn })
    const at = timestamp(clock)
    const question: Question = {
      ...{ id, code: receipt.code, keyHash: sha256(receipt.key), askedAt: at, text, bodyHash },
      ...{ status: 'received', desk: { id: desk.value.id, name: desk.value.name }, dueOn },
      ...(accountId === undefined ? {} : { byAccount: accountId }),
      ...{ published: false, entries: 1, awaiting: at, attempt: 1, version: 1 },
    }
    const entry = { at, by: 'asker', byName: '', act: 'ask' as const, text: '' }
    await write(table, newQuestion(question, sha256(receipt.code), asker, entry))
    await startMatter(questionWay, host, question)
    return succeed(receipt)
  })

/** Asks from the public page, with a name or without one: by a puzzle that was solved for it. */
export const askQuestion =
  (host: AskingHost) =>
  async ({
    challenge,
    solution,
    asker,
    ...asked
  }: QuestionBody): Promise<Outcome<QuestionReceipt, Refused | 'CHALLENGE_INVALID' | 'CHALLENGE_USED'>> => {
    const nonce = await solvedNonce(host, { challenge, solution })
    if (nonce === undefined) return refuse('CHALLENGE_INVALID')
    return take('CHALLENGE_USED', host, asked, `question\nweb\n${nonce}`, { asker })
  }

/** Asks with an account: the answer stands among one's own questions. The Idempotency-Key names the question. */
export const askWithAccount =
  (host: AskingHost) =>
  (
    asked: OwnQuestionBody,
    key: string,
    actor: Actor,
  ): Promise<Outcome<QuestionReceipt, Refused | 'KEY_REUSED'>> =>
    take(
      'KEY_REUSED',
      host,
      asked,
      `question\naccount\n${actor.id}\n${key}`,
      { asker: { name: actor.name, mail: actor.email }, accountId: actor.id },
      actor,
    )
