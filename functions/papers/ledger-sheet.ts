import type { AssessmentJson } from '../../rules/assessment-json.ts'
import type { TrainingArchive, TrainingRecord } from '../ledger/api.ts'
import { categories, hoursText, modes, spanText, subjects } from '../platform/words.ts'
import type { Person } from '../staff/person.ts'
import { obligationStatuses } from '../staff/words.ts'
import type { Paper } from './paper.ts'
import { paperWords } from './words.ts'

const words = paperWords.ledger

/** The year for which a training counts. */
const yearOf = ({ makeUpFor, from }: TrainingRecord): number => makeUpFor ?? Number(from.slice(0, 4))

const text = (hours: number): string => hoursText(Math.round(hours * 10))

/** What a ledger on paper is about. */
export interface LedgerYear {
  readonly person: Pick<Person, 'id' | 'name' | 'staffNo'>
  readonly institution: string
  readonly assessment: AssessmentJson
  readonly archive: TrainingArchive
}

/** A person's year on paper: whose, where, as of which day, what counts, and each training (Art. 34). */
export const ledgerSheet = ({ person, institution, assessment, archive }: LedgerYear): Paper => {
  const { annual, asOf } = assessment
  const { hours, missing, year } = annual
  const trainings = archive.items
    .filter((one) => yearOf(one) === year)
    .toSorted((one, other) => (one.from < other.from ? -1 : 1))
  return {
    title: words.title,
    subtitle: words.of(person.name, institution),
    madeOn: asOf,
    parts: [
      {
        kind: 'facts',
        rows: [
          [words.name, person.name],
          [words.institution, institution],
          ...(person.staffNo === undefined ? [] : [[words.staffNo, person.staffNo] as const]),
          [words.staffId, person.id],
          [words.year, String(year)],
          [words.asOf, asOf],
          [words.status, obligationStatuses[annual.status].zh],
          [words.counted, text(hours.total)],
          [subjects.public.zh, text(hours.public)],
          [subjects.professional.zh, text(hours.professional)],
          [
            words.missing,
            `${subjects.public.zh} ${text(missing.public)}，${subjects.professional.zh} ${text(missing.professional)}`,
          ],
        ],
      },
      {
        kind: 'table',
        title: words.trainings(year),
        none: paperWords.none,
        columns: [
          { title: words.period, share: 20 },
          { title: words.training, share: 26 },
          { title: words.provider, share: 20 },
          { title: words.subject, share: 10 },
          { title: words.category, share: 10 },
          { title: words.mode, share: 7 },
          { title: words.hours, share: 8, isNumber: true },
          { title: words.result, share: 9 },
        ],
        rows: trainings.map((one) => [
          spanText(one.from, one.to).zh,
          [one.title ?? '', one.makeUpFor === null ? '' : `（${words.makeUp(one.makeUpFor)}）`].join(''),
          one.provider ?? '',
          subjects[one.subject].zh,
          categories[one.category].zh,
          modes[one.mode].zh,
          String(one.hours),
          one.passed === null ? '' : one.passed ? words.passed : words.failed,
        ]),
        sum: [
          paperWords.sum,
          ...['', '', '', '', ''],
          String(trainings.reduce((all, one) => all + Math.round(one.hours * 10), 0) / 10),
          '',
        ],
      },
    ],
  }
}
