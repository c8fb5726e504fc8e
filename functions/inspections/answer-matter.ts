import { inspectionTerms } from '../../rules/inspections.ts'
import type { Actor } from '../organisations/account.ts'
import { readOrganisation } from '../organisations/organisation.ts'
import { hasSeatAt } from '../organisations/visibility.ts'
import { timestamp, today } from '../platform/clock.ts'
import type { DecidingHost } from '../platform/deciding-host.ts'
import { resumeMatter } from '../platform/matter-way.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { type Table, write } from '../platform/table.ts'
import { addWorkingDays } from '../platform/working-days.ts'
import { ownFiles } from '../requests/evidence.ts'
import { isOneself, type Oneself, oneselfOf } from '../staff/one-person.ts'
import type { AnswerBody } from './api.ts'
import { withBodyNow } from './body-now.ts'
import { changeInspection, isAsked, type Matter, type MatterEntry, readMatter } from './inspection.ts'
import { inspectionWay } from './inspection-way.ts'
import { speaksForBody } from './who-answers.ts'
import { inspectionFaults } from './words.ts'

/**
 * Whether somebody answers a matter now: the person, or a seat of their institution's desk that did not act in the hours,
 * or of the body that was ordered. About a violation its person is heard alone; then the institution says its word, nobody
 * for themselves.
 */
export const mayAnswer = async (
  table: Table,
  matter: Matter,
  actor: Actor,
  oneself: Oneself,
): Promise<boolean> => {
  if (!isAsked(matter)) return false
  const isPerson = isOneself(oneself, matter.staffId)
  if (matter.kind === 'violation' && matter.status === 'asked') return isPerson
  if (isPerson) return matter.kind !== 'violation'
  const body = await readOrganisation(table, matter.body.id)
  return body !== undefined && hasSeatAt(actor, body.id, body.kind) && speaksForBody(matter, oneself)
}

/** What an answer makes of a matter, and the act that it is. */
const answered = (
  matter: Matter,
  { agrees, evidence }: AnswerBody,
  day: string,
  actor: Actor,
): { readonly after: Matter; readonly act: MatterEntry['act'] } | undefined => {
  const dueOn = addWorkingDays(day, inspectionTerms.checkWorkingDays)
  const after = {
    ...matter,
    dueOn,
    evidence: [...new Set([...matter.evidence, ...evidence])],
    // Who answered does not check it afterwards.
    actedBefore: [...new Set([...matter.actedBefore, actor.id])],
  }
  if (matter.status === 'with_institution')
    return agrees === undefined
      ? undefined
      : {
          after: { ...after, status: 'answered', institutionAgrees: agrees },
          act: agrees ? 'agree' : 'disagree',
        }
  if (matter.status === 'rectifying') return { after: { ...after, status: 'rectified' }, act: 'answer' }
  return {
    after: { ...after, status: matter.kind === 'violation' ? 'with_institution' : 'answered' },
    act: 'answer',
  }
}

/** Answers what was asked (Art. 32, 35): with words, and with files as proof. The same words again change nothing. */
export const answerMatter =
  (host: DecidingHost) =>
  async (
    id: string,
    body: AnswerBody,
    actor: Actor,
  ): Promise<Outcome<Pick<Matter, 'id' | 'status'>, 'INPUT_INVALID' | 'NOT_FOUND' | 'WRONG_STATE'>> => {
    const { table, clock } = host
    const done = await retryOnConflict(async () => {
      const known = await readMatter(table, id)
      const matter = known && (await withBodyNow(table, known))
      const oneself = await oneselfOf(table, actor)
      if (known === undefined || matter === undefined || !(await isConcerned(table, matter, actor, oneself)))
        return refuse('NOT_FOUND')
      if (!(await mayAnswer(table, matter, actor, oneself))) return refuse('WRONG_STATE')
      if ((await ownFiles(table, body.evidence, actor.id)) === undefined)
        return refuse('INPUT_INVALID', {
          errors: [{ pointer: '/evidence', detail: inspectionFaults.filesUnknown }],
        })
      const outcome = answered(matter, body, today(clock), actor)
      if (outcome === undefined)
        return refuse('INPUT_INVALID', {
          errors: [{ pointer: '/agrees', detail: inspectionFaults.agreesMissing }],
        })
      const at = timestamp(clock)
      const entry = { at, by: actor.id, byName: actor.name, act: outcome.act, text: body.text }
      const after = { ...outcome.after, awaiting: at }
      await write(table, changeInspection(known, after, [entry]))
      return succeed(after)
    })
    if (!done.ok) return done
    await resumeMatter(inspectionWay, host, done.value)
    return succeed({ id, status: done.value.status })
  }

/** Whether a matter is somebody's to know as one who is asked: the person, or its body once it is told. */
export const isConcerned = async (
  table: Table,
  matter: Matter,
  actor: Actor,
  oneself: Oneself,
): Promise<boolean> => {
  if (isOneself(oneself, matter.staffId)) return true
  if (matter.kind === 'violation' && matter.status === 'asked') return false
  if (!speaksForBody(matter, oneself)) return false
  const body = await readOrganisation(table, matter.body.id)
  return body !== undefined && hasSeatAt(actor, body.id, body.kind)
}
