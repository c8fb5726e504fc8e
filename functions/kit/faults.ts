import * as z from 'zod'
import type { Text } from './language.ts'
import type { FieldFault } from './refusals.ts'

/** RFC 6901: the way to a field inside a JSON document. */
const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

const UNFIT: Text = { zh: '格式不正确。', en: 'This is not in the right form.' }

/** What a schema's own check says, given as `params`. */
const OwnText = z.object({ zh: z.string(), en: z.string() })

const textOf = (issue: z.core.$ZodIssue): Text => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? { zh: '此项必填。', en: 'This is required.' }
        : { zh: '内容的类型不对。', en: 'This is of the wrong type.' }
    case 'invalid_value':
      return { zh: `只能是：${issue.values.join('、')}。`, en: `Must be one of: ${issue.values.join(', ')}.` }
    case 'too_small':
      return {
        zh: `过小或过短，至少 ${issue.minimum}。`,
        en: `Too small or too short; at least ${issue.minimum}.`,
      }
    case 'too_big':
      return {
        zh: `过大或过长，至多 ${issue.maximum}。`,
        en: `Too large or too long; at most ${issue.maximum}.`,
      }
    case 'unrecognized_keys':
      return {
        zh: `不认识的字段：${issue.keys.join('、')}。`,
        en: `Unknown fields: ${issue.keys.join(', ')}.`,
      }
    case 'not_multiple_of':
      return { zh: `应为 ${issue.divisor} 的倍数。`, en: `Must be a multiple of ${issue.divisor}.` }
    case 'custom':
      return OwnText.safeParse(issue.params).data ?? UNFIT
    default:
      return UNFIT
  }
}

/** Every fault that a schema found, each with the pointer of its field. */
export const faultsOf = (error: z.ZodError, at: string): FieldFault[] =>
  error.issues.map((issue) => ({ pointer: `${at}${pointerOf(issue.path)}`, detail: textOf(issue) }))
