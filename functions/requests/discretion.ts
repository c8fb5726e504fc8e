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

type Leave = NonNullable<Person['leaves']>[number]

/** Whether leaves in their order come to more than three months, each day once: their days are laid end to end from the first on. */
const areLong = (leaves: readonly Leave[]): boolean => {
  const [first] = leaves
  if (first === undefined) return false
  let days = 0
  let next = first.from
  for (const { from, to } of leaves) {
    if (to < next) continue
    const past = Temporal.PlainDate.from(to).add({ days: 1 })
    days += Temporal.PlainDate.from(from > next ? from : next).until(past).days
    next = past.toString()
  }
  const begins = Temporal.PlainDate.from(first.from)
  return Temporal.PlainDate.compare(begins.add({ days: days - 1 }), begins.add({ months: 3 })) >= 0
}

/** Of leaves in their order those that begin within twelve months from one of them on. */
const withinTwelveMonths = (leaves: readonly Leave[], { from: first }: Leave): Leave[] => {
  const until = Temporal.PlainDate.from(first).add({ months: 12 }).toString()
  return leaves.filter(({ from }) => from >= first && from < until)
}

const retirement = ({ retiresOn }: Person, year: number): GroundOnRecord => {
  if (retiresOn === undefined) return NOTHING
  // Less than a year from 31 December: the same day a year later is a full year.
  const within = retiresOn < `${year + 1}-12-31`
  return {
    says: within ? 'supported' : 'contradicted',
    facts: [{ zh: `登记的退休日期：${retiresOn}`, en: `Retires on ${retiresOn}, by the register` }],
  }
}

/**
 * More than three months of leave within twelve, of which some lie in the year: the text does not say that they are one
 * stretch.
 */
const leaveOf = (kind: 'sick' | 'maternity', { leaves = [] }: Person, year: number): GroundOnRecord => {
  const touchesYear = ({ from, to }: Leave): boolean => from <= `${year}-12-31` && to >= `${year}-01-01`
  const ofKind = leaves
    .filter((leave) => leave.kind === kind)
    .toSorted((one, other) => (one.from < other.from ? -1 : 1))
  const ofYear = ofKind.filter(touchesYear)
  if (ofYear.length === 0) return NOTHING
  const long = ofKind
    .map((first) => withinTwelveMonths(ofKind, first))
    .find((together) => together.some(touchesYear) && areLong(together))
  return {
    says: long === undefined ? 'contradicted' : 'supported',
    facts: (long ?? ofYear).map(({ from, to }) => ({
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
