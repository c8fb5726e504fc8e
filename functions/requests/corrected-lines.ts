import { type FieldFault, type Outcome, type RefusalCode, refuse, succeed } from '../platform/refusals.ts'
import type { Prepare } from './prepared.ts'
import type { TrainingLine } from './request.ts'
import type { Correction, Submission } from './submissions.ts'

/**
 * What becomes of a claim's lines when its return is answered. Lines are known by their place, in executions, entries and
 * objections, so none moves: one that is dropped stays where it is as withdrawn, new ones stand behind.
 */

const nothingLeft: FieldFault = {
  pointer: '/dropped',
  detail: {
    zh: '没有要重新审核的项：请撤回申请。',
    en: 'Nothing is left to look at: withdraw the request.',
  },
}

const sameTraining = (a: TrainingLine, b: TrainingLine): boolean =>
  a.subject === b.subject &&
  a.mode === b.mode &&
  a.from === b.from &&
  a.to === b.to &&
  a.claimedTenths === b.claimedTenths

/** The year that a line counts for: that of its first day, or the one that it makes up for. */
const yearOf = ({ from, makeUpFor }: Pick<TrainingLine, 'from' | 'makeUpFor'>): number =>
  makeUpFor ?? Number(from.slice(0, 4))

/** Puts the corrected lines at their places and the new ones behind: the others lie at a desk or are decided. */
export const correctLines = (
  { lines: before }: { readonly lines: readonly TrainingLine[] },
  sent: readonly TrainingLine[],
  dropped: readonly number[],
): Outcome<TrainingLine[], 'INPUT_INVALID'> => {
  const faults: FieldFault[] = []
  const years = before.map(yearOf)
  const blame = (pointer: string, zh: string, en: string) => faults.push({ pointer, detail: { zh, en } })
  const judged = [...sent]
  const lines = before.map((line, place): TrainingLine => {
    if (line.status === 'withdrawn' && dropped.includes(place)) return line
    if (line.status === 'returned' && dropped.includes(place))
      return { ...line, status: 'withdrawn', stage: undefined, awaiting: false }
    if (dropped.includes(place))
      blame('/dropped', '只能去掉被退回的项。', 'Only returned lines can be dropped.')
    const next = judged.shift()
    if (next === undefined) {
      blame('/lines', '原有的每一项都要写明，或者写明不再申报。', 'Each line of before is given, or dropped.')
      return line
    }
    if (line.status === 'returned') {
      if (yearOf(next) !== yearOf(line))
        blame(
          `/lines/${place}/from`,
          `更正时不能改到另一年度（原为 ${yearOf(line)} 年度）。请去掉这一项，另行申报。`,
          `A corrected line stays in its year (${yearOf(line)}). Drop this line and claim it apart.`,
        )
      return next
    }
    if (!sameTraining(line, next))
      blame(
        `/lines/${place}`,
        '该行未被退回，不能修改。',
        'This line was not returned and cannot be changed.',
      )
    return line
  })
  for (const [nth, line] of judged.entries())
    if (!years.includes(yearOf(line)))
      blame(
        `/lines/${before.length + nth}/from`,
        '新增的项应与原申报同一年度，其他年度的请另行申报。',
        'A further line is of a year of this claim; claim other years apart.',
      )
  const merged = [...lines, ...judged]
  if (faults.length === 0 && !merged.some(({ status }) => status === 'in_review')) faults.push(nothingLeft)
  return faults.length > 0 ? refuse('INPUT_INVALID', { errors: faults }) : succeed(merged)
}

/** The same fault where it stands in the body that was sent, whose dropped lines were not judged. */
const placedIn =
  (places: readonly number[]) =>
  (fault: FieldFault): FieldFault => ({
    ...fault,
    pointer: fault.pointer.replace(
      /^\/lines\/(\d+)/,
      (_, judged: string) => `/lines/${places[Number(judged)] ?? judged}`,
    ),
  })

/** Judges a correction as what it claims: lines that it drops are not judged. */
export const withoutDropped =
  <Code extends RefusalCode>(
    prepare: Prepare<Submission, Code>,
  ): Prepare<Correction, Code | 'INPUT_INVALID'> =>
  async (on, body, filing) => {
    if (body.type !== 'recognition') return prepare(on, body, filing)
    const { dropped = [], ...claim } = body
    const places = claim.lines.flatMap((_, place) => (dropped.includes(place) ? [] : [place]))
    const lines = claim.lines.filter((_, place) => !dropped.includes(place))
    if (lines.length === 0) return refuse('INPUT_INVALID', { errors: [nothingLeft] })
    const prepared = await prepare(on, { ...claim, lines }, filing)
    return prepared.ok || prepared.errors === undefined
      ? prepared
      : { ...prepared, errors: prepared.errors.map(placedIn(places)) }
  }
