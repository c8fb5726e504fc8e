import type { FieldFault } from './refusals.ts'

const detail = {
  zh: '含有不完整的字符，请重新输入。',
  en: 'This holds half a character. Write it anew.',
}

const tooDeep = { zh: '内容嵌套过深。', en: 'This is nested too deeply.' }

/** Several times what any body here has. */
const DEEPEST = 64

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1')

/**
 * Faults for texts in a JSON value that hold half of a surrogate pair, which nothing can keep or draw. A
 * value nested deeper than any body here is a fault itself and is not searched.
 */
export const halvedTexts = (value: unknown): FieldFault[] => {
  const faults: FieldFault[] = []
  const left: { readonly pointer: string; readonly value: unknown; readonly depth: number }[] = [
    { pointer: '', value, depth: 0 },
  ]
  for (let one = left.pop(); one !== undefined; one = left.pop()) {
    const { pointer, value: found, depth } = one
    if (typeof found === 'string') {
      if (!found.isWellFormed()) faults.push({ pointer, detail })
    } else if (depth > DEEPEST) faults.push({ pointer, detail: tooDeep })
    else if (typeof found === 'object' && found !== null)
      for (const [key, inside] of Object.entries(found))
        left.push({ pointer: `${pointer}/${escaped(key)}`, value: inside, depth: depth + 1 })
  }
  return faults
}
