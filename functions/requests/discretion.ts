import { Temporal } from 'temporal-polyfill'
import type { Text } from '../platform/language.ts'
import type { DiscretionGround } from '../platform/terms.ts'
import { spanText } from '../platform/words.ts'
import type { Person } from '../staff/person.ts'

/**
 * What the register says of a ground of Article 39(6): it supports it, contradicts it, or knows nothing of it; with
 * the facts in words, for the desks to see beside the request.
 */
export interface GroundOnRecord {
  readonly says: 'supported' | 'contradicted' | 'nothing'
  readonly facts: readonly Text[]
}

const NOTHING: GroundOnRecord = { says: 'nothing', facts: [] }

/** Whether a leave is longer than three months. */
const isLong = ({ from, to }: { readonly from: string; readonly to: string }): boolean =>
  to >= Temporal.PlainDate.from(from).add({ months: 3 }).toString()

const retirement = ({ retiresOn }: Person, year: number): GroundOnRecord => {
  if (retiresOn === undefined) return NOTHING
  // Less than a year from 31 December: the same day a year later is a full year.
  const within = retiresOn < `${year + 1}-12-31`
  return {
    says: within ? 'supported' : 'contradicted',
    facts: [{ zh: `登记的退休日期：${retiresOn}`, en: `Retires on ${retiresOn}, by the register` }],
  }
}

const leaveOf = (kind: 'sick' | 'maternity', { leaves = [] }: Person, year: number): GroundOnRecord => {
  const ofYear = leaves.filter(
    (leave) => leave.kind === kind && leave.from <= `${year}-12-31` && leave.to >= `${year}-01-01`,
  )
  if (ofYear.length === 0) return NOTHING
  return {
    says: ofYear.some(isLong) ? 'supported' : 'contradicted',
    facts: ofYear.map(({ from, to }) => ({
      zh: `登记的请假：${spanText(from, to).zh}`,
      en: `On leave by the register: ${spanText(from, to).en}`,
    })),
  }
}

/** What is on record of a person that bears on a ground in a year (Art. 39(6)). */
export const groundOnRecord = (ground: DiscretionGround, person: Person, year: number): GroundOnRecord => {
  switch (ground) {
    case 'retirement':
      return retirement(person, year)
    case 'sick_leave':
      return leaveOf('sick', person, year)
    case 'maternity_leave':
      return leaveOf('maternity', person, year)
    case 'disability':
      return person.disability === true
        ? {
            says: 'supported',
            facts: [{ zh: '登记有身体残疾', en: 'A disability is on the register' }],
          }
        : NOTHING
    case 'other_cause':
      return NOTHING
  }
}
