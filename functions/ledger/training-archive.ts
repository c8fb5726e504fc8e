import { isForCadreForm } from '../../rules/archive-forms.ts'
import { parseDate } from '../../rules/calendar.ts'
import { toDate } from '../../rules/credit-reading.ts'
import { edition2024 } from '../../rules/edition.ts'
import { inTrainings } from '../../rules/one-training.ts'
import type { Actor } from '../organisations/account.ts'
import { readOrganisations } from '../organisations/organisation.ts'
import type { StaffId } from '../platform/ids.ts'
import { type Outcome, succeed } from '../platform/refusals.ts'
import { eventually, type Table } from '../platform/table.ts'
import { mayRead } from '../requests/find-request.ts'
import { personsOf } from '../requests/powers.ts'
import { isOfHours, type Request } from '../requests/request.ts'
import { readRequests } from '../requests/stored-request.ts'
import { factsInForce } from '../staff/facts-in-force.ts'
import { findStaff } from '../staff/find-staff.ts'
import type { LedgerCredit } from '../staff/ledger.ts'
import type { FullTimeTraining, TrainingArchive, TrainingRecord } from './api.ts'

/** The request that a credit came from, by the credit's id; undefined where it came from none. */
const requestIdOf = ({ id }: LedgerCredit): string | undefined =>
  /^(.+)\.(?:\d+|f[0-9a-z]{20})$/.exec(id)?.[1]

const hoursOf = ({ hours, halfDays = 0 }: LedgerCredit): number =>
  hours ?? (halfDays * edition2024.tenthsPerHalfDay) / 10

const recordOf = (
  credit: LedgerCredit,
  request: Request | undefined,
  mayOpenRequest: boolean,
): TrainingRecord => {
  const { id, subject, category, mode, from, to, fullTime, passed, makeUpFor } = credit
  const named = request !== undefined && isOfHours(request) ? request : undefined
  return {
    id,
    requestId: named?.id ?? null,
    mayOpenRequest,
    title: named?.title ?? null,
    provider: named?.provider ?? null,
    certificateNo: named?.type === 'feed_batch' ? null : (named?.certificateNo ?? null),
    subject,
    category,
    mode,
    from,
    to,
    hours: hoursOf(credit),
    fullTime: fullTime ?? false,
    passed: passed ?? null,
    makeUpFor: makeUpFor ?? null,
  }
}

/** The lines of one training in each request: both subjects of a class, or its parts before and after New Year. */
const trainingsOf = (records: readonly TrainingRecord[]): TrainingRecord[][] =>
  [...Map.groupBy(records, ({ requestId, id }) => requestId ?? id).values()].flatMap((lines) =>
    inTrainings(lines.map(({ from, to }) => ({ from: toDate(from), to: toDate(to) }))).map((places) =>
      places.flatMap((place) => lines[place] ?? []),
    ),
  )

const trainingsIn = (records: readonly TrainingRecord[]): FullTimeTraining[] =>
  trainingsOf(records).flatMap((lines) => {
    const [first] = lines
    if (first === undefined) return []
    const { title, provider, certificateNo, category } = first
    return {
      title,
      provider,
      certificateNo,
      category,
      from: lines.map(({ from }) => from).sort()[0] ?? first.from,
      to:
        lines
          .map(({ to }) => to)
          .sort()
          .at(-1) ?? first.to,
      hours: lines.reduce((tenths, { hours }) => tenths + Math.round(hours * 10), 0) / 10,
      // Passed in each part; `false` where one part was failed, null where no part has a result.
      passed: lines.some(({ passed }) => passed === false)
        ? false
        : lines.some(({ passed }) => passed === true) || null,
    }
  })

const lastsTwoMonths = (training: FullTimeTraining): boolean => {
  const [from, to] = [parseDate(training.from), parseDate(training.to)]
  return from !== undefined && to !== undefined && isForCadreForm({ from, to })
}

/** The full-time trainings of an archive as the two forms take them (Art. 34). */
export const formsOf = (records: readonly TrainingRecord[]): Pick<TrainingArchive, 'appraisal' | 'cadre'> => {
  const fullTime = records.filter((record) => record.fullTime)
  const years = Map.groupBy(fullTime, ({ from }) => Number(from.slice(0, 4)))
  return {
    appraisal: [...years].map(([year, lines]) => ({ year, trainings: trainingsIn(lines) })),
    cadre: trainingsIn(fullTime).filter(lastsTwoMonths),
  }
}

/** The requests that credits came from, and whether the reader may open each: by where it was filed. */
const requestsOf = async (table: Table, credits: readonly LedgerCredit[], actor: Actor) => {
  const ids = [...new Set(credits.flatMap((credit) => requestIdOf(credit) ?? []))]
  const records = await readRequests(eventually(table), ids, personsOf(actor))
  const requests = records.map(({ request }) => request)
  const institutions = new Map(
    (await readOrganisations(table, [...new Set(requests.map(({ institutionId }) => institutionId))])).map(
      (one) => [one.id, one] as const,
    ),
  )
  return new Map(
    requests.map((request) => {
      const mayOpen = mayRead(request, actor, institutions.get(request.institutionId))
      return [request.id, { request, mayOpen }] as const
    }),
  )
}

/**
 * A person's training archive (Art. 34): every training in their ledger with its kind, content, time and
 * result, and what belongs in the forms of the annual appraisal and of the cadre's appointment. For the
 * person and those above them.
 */
export const readTrainingArchive =
  (table: Table) =>
  async (staffId: StaffId, actor: Actor): Promise<Outcome<TrainingArchive, 'NOT_FOUND'>> => {
    const found = await findStaff(table, staffId, actor)
    if (!found.ok) return found
    const { person, entries } = found.value.staff
    const credits = factsInForce(entries).flatMap((fact) => (fact.kind === 'credit' ? fact.credit : []))
    const requests = await requestsOf(table, credits, actor)
    const items = credits
      .map((credit) => {
        const found = requests.get(requestIdOf(credit) ?? '')
        return recordOf(credit, found?.request, found?.mayOpen ?? false)
      })
      .sort((one, other) => one.from.localeCompare(other.from) || one.id.localeCompare(other.id))
    return succeed({ staffId, name: person.name, items, ...formsOf(items) })
  }
