import { plain } from './plain-words.ts'

/** An office's name and how people write it: in full, abridged, with or without the region's name. */
const officeKey = (words: string): string =>
  plain(words)
    .replaceAll(/人力资源(?:和)?社会保障/gu, '人社')
    .replaceAll(/内蒙古(?:自治区)?|自治区|内蒙/gu, '')

/** The shortest words that are taken for an office's name: 人社厅, not 厅. */
const SHORTEST_OFFICE = 3

/** A place as it stands before an office's name: 呼和浩特市, 昆都仑区. */
const PLACED = /^(?<first>\p{L})(?<rest>\p{L}+?)(?<unit>[市区县旗盟])(?<office>\p{L}{3,})$/u

/** What people leave of an office's name: 呼和浩特人社局 and 呼市人社局 are 呼和浩特市人社局. */
const shortened = (name: string): string[] => {
  const { first, rest, unit, office } = PLACED.exec(name)?.groups ?? {}
  return office === undefined ? [] : [`${first}${rest}${office}`, `${first}${unit}${office}`]
}

/**
 * Whether an office is complained of in words alone: its name stands in what was written of the body, however abridged, or
 * that is a part of its name. Better one desk too many that does not see it.
 */
export const isOfficeNamedIn = (described: string, office: string): boolean => {
  const [words, name] = [officeKey(described), officeKey(office)]
  if (name.length < SHORTEST_OFFICE) return false
  if ([name, ...shortened(name)].some((one) => words.includes(one))) return true
  return words.length >= SHORTEST_OFFICE && name.includes(words)
}

/** Those of an office whom nobody calls by name: all of it, its heads, a title. */
const UNNAMED =
  /(?:的|和|全体|所有|有关|相关|某些|主要|分管|领导|班子|成员|工作人员|人员|干部|职工|同志|经办人|负责人|一把手|副?(?:局|厅|处|科|股)长|副?(?:主任|书记))+$/u

/**
 * Whether an office is complained of where a person's name is asked for: it stands there alone, with all of it or with a title.
 * Before a person's name it says where they work, and the complaint is about that person.
 */
export const isOfficeAlone = (person: string, office: string): boolean => {
  const words = officeKey(person).replace(UNNAMED, '')
  const name = officeKey(office)
  if (name.length < SHORTEST_OFFICE || words.length < SHORTEST_OFFICE) return false
  return [name, ...shortened(name)].some((one) => words.endsWith(one)) || name.endsWith(words)
}
