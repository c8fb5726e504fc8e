import type { Language } from '../../rules/text.ts'

export type { Language, Text } from '../../rules/text.ts'

/** How much a reader wants what a part of `Accept-Language` names: 1 where nothing is said, 0 for not at all. */
const weightOf = (parameters: readonly string[]): number => {
  const stated = parameters.find((parameter) => /^\s*q\s*=/i.test(parameter))
  const weight = stated === undefined ? 1 : Number(stated.slice(stated.indexOf('=') + 1))
  return weight >= 0 && weight <= 1 ? weight : 0
}

/** The reader's language by `Accept-Language`: of Chinese and English the one wanted more, the first of equals. */
export const languageOf = (acceptLanguage: string | undefined): Language => {
  const [best] = (acceptLanguage ?? '')
    .split(',')
    .flatMap((part) => {
      const [range = '', ...parameters] = part.split(';')
      const primary = range.trim().toLowerCase().split('-')[0]
      const weight = weightOf(parameters)
      return (primary === 'zh' || primary === 'en') && weight > 0 ? [{ primary, weight } as const] : []
    })
    .sort((a, b) => b.weight - a.weight)
  return best?.primary ?? 'zh'
}
