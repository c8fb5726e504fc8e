import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { evaluationTerms } from '../../rules/evaluations.ts'
import type { Actor } from '../organisations/account.ts'
import { readOrganisation } from '../organisations/organisation.ts'
import { oversees } from '../organisations/visibility.ts'
import { addDays, today } from '../platform/clock.ts'
import { ConditionFailedError } from '../platform/condition-failed.ts'
import type { ProgrammeId, StaffId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { isNew, read, readPartition, type Table, write } from '../platform/table.ts'
import type { EvaluationView } from './api.ts'
import { findClass } from './class-powers.ts'
import { type Closing, readClosing } from './closing.ts'

/** What somebody thinks of a class: five questions, 1 to 5 each. It bears neither who nor when. */
const Evaluation = z.object({
  scores: z.array(z.number().int().min(1).max(5)).length(5),
  comment: z.string().optional(),
})
export type Evaluation = z.infer<typeof Evaluation>

const lastDayOf = ({ at }: Closing): string => addDays(at.slice(0, 10), evaluationTerms.openDays)

/** Whether somebody who was in a class may still evaluate it, or has. */
export const evaluationOf = async (
  table: Table,
  programmeId: ProgrammeId,
  staffId: StaffId,
  closing: Closing | undefined,
  day: string,
): Promise<'open' | 'given' | 'none'> => {
  if (!closing?.results.some((one) => one.staffId === staffId)) return 'none'
  if ((await read(table, keys.evaluated(programmeId, staffId))) !== undefined) return 'given'
  return day <= lastDayOf(closing) ? 'open' : 'none'
}

/**
 * Somebody who was there evaluates a closed class, once. That they did and what they said are two items that nothing
 * joins; a repeat changes nothing, and nobody can take an answer back, since nobody knows whose it is.
 */
export const evaluate =
  ({ table, clock }: RecordsHost) =>
  async (
    programmeId: ProgrammeId,
    said: Evaluation,
    actor: Actor,
  ): Promise<Outcome<{ given: true }, 'NOT_FOUND' | 'NOT_ALLOWED' | 'NOT_ENROLLED' | 'WRONG_STATE'>> => {
    const { staffId } = actor
    if (staffId === undefined) return refuse('NOT_ALLOWED')
    const found = await findClass(table, programmeId)
    if (!found.ok) return found
    const closing = await readClosing(table, programmeId)
    if (closing === undefined) return refuse('WRONG_STATE')
    const may = await evaluationOf(table, programmeId, staffId, closing, today(clock))
    if (may === 'given') return succeed({ given: true })
    if (may === 'none')
      return closing.results.some((one) => one.staffId === staffId)
        ? refuse('WRONG_STATE')
        : refuse('NOT_ENROLLED')
    try {
      await write(table, [
        { put: { ...keys.evaluated(programmeId, staffId) }, when: isNew },
        { put: { ...keys.evaluation(programmeId, randomUUID()), ...said }, when: isNew },
      ])
    } catch (error) {
      // Another call of theirs came first.
      if (!(error instanceof ConditionFailedError)) throw error
    }
    return succeed({ given: true })
  }

const average = (scores: readonly number[]): number =>
  Math.round((scores.reduce((sum, one) => sum + one, 0) / scores.length) * 10) / 10

/**
 * What participants thought of a class, for its organiser and those above it: once the time for it is over, so that
 * nobody reads one answer off the difference of two days, and from five answers on.
 */
export const viewEvaluation = async (
  { table, clock }: RecordsHost,
  programmeId: ProgrammeId,
  actor: Actor,
): Promise<Outcome<EvaluationView, 'NOT_FOUND'>> => {
  const found = await findClass(table, programmeId)
  if (!found.ok) return found
  const organiser = await readOrganisation(table, found.value.organiserId)
  if (organiser === undefined || !oversees(actor, organiser)) return refuse('NOT_FOUND')
  return succeed(await evaluationFigures(table, programmeId, today(clock)))
}

/** The same, for whoever has been let in. */
export const evaluationFigures = async (
  table: Table,
  programmeId: ProgrammeId,
  day: string,
): Promise<EvaluationView> => {
  const closing = await readClosing(table, programmeId)
  const none = { averages: null, comments: null, answers: null, least: evaluationTerms.leastAnswers }
  if (closing === undefined) return { ...none, until: null }
  const until = lastDayOf(closing)
  if (day <= until) return { ...none, until }
  const given = (await readPartition(table, keys.programme(programmeId).pk, 'EVALUATION#')).map((item) =>
    Evaluation.parse(item),
  )
  if (given.length < evaluationTerms.leastAnswers) return { ...none, until, answers: given.length }
  return {
    ...{ until, answers: given.length, least: evaluationTerms.leastAnswers },
    averages: [0, 1, 2, 3, 4].map((question) => average(given.map(({ scores }) => scores[question] ?? 0))),
    // By their own words, so that no order says who answered when.
    comments: given.flatMap(({ comment }) => comment ?? []).toSorted(),
  }
}
