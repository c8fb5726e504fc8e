import type { FieldFault } from '../platform/refusals.ts'
import { faultWords } from './words.ts'

/** Who stands in a list a second time: which of the two was meant, nobody knows. `at`: the list's JSON pointer. */
export const namedTwice = (list: readonly { readonly staffId: string }[], at: string): FieldFault[] =>
  list.flatMap(({ staffId }, index) =>
    list.findIndex((one) => one.staffId === staffId) < index
      ? [{ pointer: `${at}/${index}/staffId`, detail: faultWords.twice }]
      : [],
  )
