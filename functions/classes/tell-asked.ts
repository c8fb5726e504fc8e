import { tellInstitution } from '../certificates/tell-institution.ts'
import type { WritingHost } from '../platform/writing-host.ts'
import type { Programme } from '../programmes/programme.ts'
import { askedLetter } from './class-letters.ts'
import type { Enrolment } from './enrolment.ts'

const enteredAt = ({ acts }: Enrolment): string => acts.findLast(({ act }) => act === 'enrol')?.at ?? ''

/**
 * Tells each institution that enrolments in a class wait for its word (Art. 34): by the first that came of it on a day,
 * since the page that its letter leads to shows all. A repeat sends the same letter.
 */
export const tellAsked = async (
  deps: WritingHost,
  programme: Programme,
  told: readonly Enrolment[],
  all: readonly Enrolment[],
): Promise<void> => {
  const fresh = Map.groupBy(
    told.filter(({ state }) => state === 'asked'),
    ({ institutionId }) => institutionId,
  )
  for (const [institutionId, people] of fresh) {
    const [first] = people.toSorted((one, other) => one.nth - other.nth)
    if (first === undefined) continue
    const isTold = all.some(
      (one) =>
        one.institutionId === institutionId &&
        one.state === 'asked' &&
        one.nth < first.nth &&
        enteredAt(one).slice(0, 10) === enteredAt(first).slice(0, 10),
    )
    if (!isTold)
      await tellInstitution(
        deps,
        institutionId,
        askedLetter(programme, deps.publicUrl),
        `class-${programme.id}-${institutionId}-${first.nth}-asked`,
      )
  }
}
