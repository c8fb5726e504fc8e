import { type ChangedField, changedFields } from '../platform/changed-fields.ts'
import type { EntryView } from './api.ts'

type Entry = Pick<EntryView, 'sequence' | 'correctionOf' | 'fact'>

/** What a fact states: of a credit and a deemed year the object within it. */
const statedBy = (fact: object): object => {
  const [inner] = Object.values(fact).filter((value) => typeof value === 'object' && value !== null)
  return inner ?? fact
}

/**
 * The fields in which a correction differs from what held before it (Art. 35), the latest earlier entry about
 * the same fact. A correction that makes the entry void has `inForce` alone; an entry that is no correction
 * has none.
 */
export const correctedFields = (entries: readonly Entry[], entry: Entry): ChangedField[] => {
  if (entry.correctionOf === null) return []
  const bySequence = new Map(entries.map((one) => [one.sequence, one]))
  const originOf = ({ sequence, correctionOf }: Entry): number => {
    // Follows links to earlier entries only: a ledger that was tampered with could have a loop.
    const isEarlier = correctionOf !== null && correctionOf < sequence
    const corrected = isEarlier ? bySequence.get(correctionOf) : undefined
    return corrected === undefined ? sequence : originOf(corrected)
  }
  const origin = originOf(entry)
  const before = entries
    .filter((one) => one.sequence < entry.sequence && originOf(one) === origin)
    .reduce<Entry | undefined>((last, one) => (last && last.sequence > one.sequence ? last : one), undefined)
  if (before === undefined || before.fact === null) return []
  return entry.fact === null
    ? [{ field: 'inForce', before: true, after: false }]
    : changedFields(statedBy(before.fact), statedBy(entry.fact))
}
