import { type ChangedField, changedFields } from '../platform/changed-fields.ts'
import type { EntryView } from './api.ts'

type Entry = Pick<EntryView, 'sequence' | 'correctionOf' | 'fact'>

/** A credit and a deemed year carry what they state one level down. */
const statedBy = (fact: object): object => {
  const [inner] = Object.values(fact).filter((value) => typeof value === 'object' && value !== null)
  return inner ?? fact
}

/**
 * What a correction made of what held before it (Art. 35): a correction may itself be corrected, so that is the latest
 * earlier entry about the same fact. One that is void since has `inForce` alone; no correction, no fields.
 */
export const correctedFields = (entries: readonly Entry[], entry: Entry): ChangedField[] => {
  if (entry.correctionOf === null) return []
  const bySequence = new Map(entries.map((one) => [one.sequence, one]))
  const originOf = ({ sequence, correctionOf }: Entry): number => {
    // Only ever backwards: a ledger that someone has tampered with is read too, and must not go round in circles.
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
