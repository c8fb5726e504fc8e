import type { FieldFault } from './refusals.ts'

const detail = {
  zh: '含有不完整的字符，请重新输入。',
  en: 'This holds half a character. Write it anew.',
}

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1')

/**
 * The texts of a JSON value that hold half of a surrogate pair: nothing that keeps or draws a text knows what it means.
 * Walked with a list of its own, as a value may be nested deeper than a function may call itself.
 */
export const halvedTexts = (value: unknown): FieldFault[] => {
  const faults: FieldFault[] = []
  const left: { readonly pointer: string; readonly value: unknown }[] = [{ pointer: '', value }]
  for (let one = left.pop(); one !== undefined; one = left.pop()) {
    const { pointer, value: found } = one
    if (typeof found === 'string') {
      if (!found.isWellFormed()) faults.push({ pointer, detail })
    } else if (typeof found === 'object' && found !== null)
      for (const [key, inside] of Object.entries(found))
        left.push({ pointer: `${pointer}/${escaped(key)}`, value: inside })
  }
  return faults
}
