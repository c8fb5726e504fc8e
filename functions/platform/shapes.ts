import * as z from 'zod'
import { holdsIdentityNumber } from './identity-number.ts'
import { refusalCodes } from './refusals.ts'

/** One page of a list; `cursor` is null at its end. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), cursor: z.string().nullable() })

/** An organisation by its name. */
export const Named = z.object({ id: z.string(), name: z.string() })

/** How a list is paged. */
export const Paging = z.object({
  cursor: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(100),
})

/** Hours as people write them: at most one decimal place. */
export const Hours = z.number().nonnegative().meta({ description: 'Hours, at most one decimal place.' })

/** Characters as people count them: one beyond the first plane is one. */
const characters = (text: string): number => {
  let count = 0
  for (const _ of text) count += 1
  return count
}

/**
 * Invisible characters and those that change the reading order: control and format characters, line and
 * paragraph ends. Not the vowel separator and the joiners, which Mongolian script needs.
 */
const UNSEEN = /(?![\u180E\u200C\u200D])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u
/** The same where a text may have several lines. */
const UNSEEN_IN_LINES = /(?![\n\r\t\u180E\u200C\u200D])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u

const written = (most: number, unseen: RegExp, least: 0 | 1) =>
  z
    .string()
    // The length is checked first: a text beyond it is not worked on.
    .max(most * 2, { abort: true })
    .trim()
    .refine((text) => characters(text) >= least && characters(text) <= most, {
      abort: true,
      params:
        least === 0
          ? { zh: `至多 ${most} 个字。`, en: `At most ${most} characters.` }
          : { zh: `应为 1 至 ${most} 个字。`, en: `1 to ${most} characters.` },
    })
    .refine((text) => text.isWellFormed() && !unseen.test(text), {
      abort: true,
      params:
        unseen === UNSEEN
          ? {
              zh: '只能写一行，不能含换行、控制字符等不可见的字符。',
              en: 'One line, without line breaks or characters that cannot be seen.',
            }
          : {
              zh: '不能含控制字符等不可见的字符。',
              en: 'No control characters or others that cannot be seen.',
            },
    })
    .refine((text) => !holdsIdentityNumber(text), {
      params: {
        zh: '不能填写身份证号码，请删去后再提交。',
        en: 'No identity number may stand here. Take it out and send again.',
      },
    })
    .meta({ ...(least === 0 ? {} : { minLength: 1 }), maxLength: most })

/**
 * A title, a name, a number: one line that people write and others read in lists, letters and on sheets. Its length
 * counts characters.
 */
export const line = (most: number) => written(most, UNSEEN, 1)

/** A reason: lines that people write; `''` where it may be left out. */
export const prose = (most: number) => written(most, UNSEEN_IN_LINES, 1)
export const proseOrNothing = (most: number) => written(most, UNSEEN_IN_LINES, 0)

/** The most characters of a person's name, everywhere: a certificate has room for as many. */
export const LONGEST_NAME = 50
export const LONGEST_ORGANISATION_NAME = 100

/** An article of the implementation rules. */
export const ArticleNumber = z.string().regex(/^([1-9]|[1-4]\d)$/)

/** Why someone changes what is on record. */
export const Reason = prose(500)

/** What stands in a path. */
export const idParams = z.object({ id: z.string().min(1).max(200) })

export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.enum(refusalCodes),
    article: z.string().optional(),
    errors: z
      .array(
        z.object({
          pointer: z.string(),
          detail: z.string(),
          code: z.string().optional(),
          article: z.string().optional(),
        }),
      )
      .optional(),
    instance: z.string(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457. `code` is stable; `instance` carries the tracking number.' })
