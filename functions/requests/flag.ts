import * as z from 'zod'
import type { Language, Text } from '../platform/language.ts'

/**
 * What a desk should look at before it decides, and no rule refuses:
 * - `TWIN`: it may be claimed already (Art. 40)
 * - `DAYS_FULL`: half-days that find no room on their days (Art. 39(1))
 * - `CAP_REACHED`: an activity beyond its yearly cap (Art. 37)
 * - `NO_PROOF`: nothing is attached that proves it (Art. 40)
 * - `UNLIKELY_HOURS`: more online hours a day than are likely
 * - `PROVIDER_UNLISTED`: an online provider that the region does not list (Art. 41)
 * - `YEAR_CLOSED`: the year was closed, so an approval corrects its result (Art. 32)
 * - `ON_RECORD`: what the register says of the ground (Art. 39)
 * - `CHANGED`: what was changed since the return
 * - `LEDGER_BROKEN`: nobody can decide until the ledger is restored
 * - `NOTE`: a notice of before, whose kind is not known
 */
export const FlagCode = z.enum([
  'TWIN',
  'DAYS_FULL',
  'CAP_REACHED',
  'NO_PROOF',
  'UNLIKELY_HOURS',
  'PROVIDER_UNLISTED',
  'YEAR_CLOSED',
  'ON_RECORD',
  'CHANGED',
  'LEDGER_BROKEN',
  'NOTE',
])
export type FlagCode = z.infer<typeof FlagCode>

/** A flag as it is kept with a request: its text in both languages. */
export const Flag = z.object({
  code: FlagCode.default('NOTE'),
  zh: z.string(),
  en: z.string(),
  article: z.string().optional(),
  /** A page that shows what is meant: a path of the web. */
  link: z.string().optional(),
})
export type Flag = z.infer<typeof Flag>

/** Flags that always say the same: a request keeps their code alone, which is a kilobyte's quarter. */
const constant = {
  NO_PROOF: {
    code: 'NO_PROOF',
    article: '40',
    zh: '没有附本人参加培训的证明材料（第40条），请核对。',
    en: 'No proof of attendance or result is attached (Art. 40).',
  },
} as const satisfies Partial<Record<FlagCode, Flag>>

export const noProof: Flag = constant.NO_PROOF

/** A flag as it is stored: by its code where that says all; those of before have their texts. */
export const StoredFlag = z.union([z.literal('NO_PROOF').transform((code): Flag => constant[code]), Flag])

export const storedFlag = (flag: Flag): Flag | keyof typeof constant =>
  flag.code === 'NO_PROOF' && flag.zh === noProof.zh ? flag.code : flag

/** A text as a flag. */
export const flagged = (code: FlagCode, { zh, en }: Text, article?: string): Flag => ({
  code,
  zh,
  en,
  ...(article === undefined ? {} : { article }),
})

/** A flag as its readers see it. */
export const FlagView = z
  .object({
    code: FlagCode,
    text: z.string(),
    article: z.string().optional().meta({ description: 'Of the implementation rules.' }),
    link: z.string().optional().meta({ description: 'A page that shows what is meant.' }),
  })
  .meta({ id: 'Flag' })
export type FlagView = z.infer<typeof FlagView>

export const viewFlag = ({ zh, en, ...flag }: Flag, language: Language): FlagView => ({
  ...flag,
  text: { zh, en }[language],
})
