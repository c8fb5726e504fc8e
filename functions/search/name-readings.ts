import { pinyin } from 'pinyin-pro'
import type { Organisation } from '../organisations/organisation.ts'
import type { Item } from '../platform/table.ts'
import { nameKey } from '../staff/name-key.ts'
import type { Person } from '../staff/person.ts'
import { namedItem } from './named.ts'

const HAN = /\p{Script=Han}/u
/** ü is v, as it is typed. */
const AS_TYPED = { toneType: 'none', type: 'array', v: true } as const

/**
 * A name's syllables as they are read: first as a surname is (单 is shan, 曾 zeng, 查 zha), then as a word is, for
 * names in which the first sign is no surname (查干 is chagan).
 */
const readingsOf = (name: string): string[][] =>
  (['head', 'off'] as const).map((surname) =>
    pinyin(name, { ...AS_TYPED, surname }).filter((syllable) => syllable !== '·'),
  )

const initialsOf = (syllables: readonly string[]): string =>
  syllables.map((syllable) => [...syllable][0] ?? '').join('')

/** The texts that a name is found by: itself, its pinyin without tones, and the initials of that. */
export const textsOf = (name: string): string[] => {
  const written = nameKey(name)
  if (!HAN.test(written)) return [written]
  const spelled = readingsOf(written).flatMap((syllables) => [syllables.join(''), initialsOf(syllables)])
  return [...new Set([written, ...spelled])]
}

/** The items by which somebody is found by name; of a record that was merged there are none. */
export const namedItems = (
  person: Pick<Person, 'id' | 'name' | 'mergedInto'>,
  institution: Pick<Organisation, 'id' | 'authorityId' | 'departmentId'> | undefined,
): Item[] =>
  institution === undefined || person.mergedInto !== undefined
    ? []
    : textsOf(person.name)
        .filter((text) => text !== '')
        .map((text) => namedItem(person, institution, text))
