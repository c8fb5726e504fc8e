import * as z from 'zod'
import { LONGEST_NAME, LONGEST_ORGANISATION_NAME } from '../../platform/shapes.ts'
import { certificateKinds, isCertificateNumber, normalizeVerifyCode } from './number.ts'

/**
 * Text that is printed in one run: no control characters or line ends, and no half of a surrogate pair. Its length
 * counts characters, as the registers count them: what they take, a certificate bears.
 */
const printed = (longest: number) =>
  z
    .string()
    .min(1)
    .refine((text) => [...text].length <= longest)
    .refine((text) => text.isWellFormed() && text.trim() === text && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text))

/** Hours or days as they are printed: at most one decimal place. */
const amount = z
  .number()
  .min(0)
  .max(99_999)
  .refine((value) => /^\d+(\.\d)?$/.test(String(value)))

/** The paragraphs of Article 39 by which a subject is complete, or partly recognised, without hours. */
const DeemingArticle = z.enum(['39(2)', '39(3)', '39(4)', '39(5)', '39(6)'])

const Deemed = z
  .strictObject({
    public: z.boolean(),
    professional: z.boolean(),
    /** Hours that a discretionary recognition grants (Art. 39(6)): no hours of training, so not in `hours`. */
    granted: z.strictObject({ public: amount, professional: amount }),
    articles: z.array(DeemingArticle),
  })
  .refine(
    (deemed) =>
      deemed.articles.length > 0 ||
      !(deemed.public || deemed.professional || deemed.granted.public + deemed.granted.professional > 0),
    { path: ['articles'] },
  )

const Hours = z
  .strictObject({ public: amount, professional: amount, total: amount })
  .refine(
    (hours) =>
      Math.round(hours.total * 10) === Math.round(hours.public * 10) + Math.round(hours.professional * 10),
    { path: ['total'] },
  )

/**
 * What a certificate says (Art. 35), frozen at its issue: everything that is printed on its sheet, and what the
 * signature covers. Later changes of a person's or an institution's name do not touch it.
 */
export const CertificateContent = z
  .strictObject({
    version: z.literal(1),
    number: z.string().refine(isCertificateNumber),
    kind: z.enum(certificateKinds),
    /** The year of the annual obligation; of an induction or a transfer the year in which it was completed. */
    year: z.int().min(2000).max(9999),
    /** `annual:2026`, `induction` or `transfer:ID`. */
    obligation: z.string().max(100),
    staffId: z.string().min(1).max(100),
    name: printed(LONGEST_NAME),
    /** The institution's name at the time of issue. */
    institution: printed(LONGEST_ORGANISATION_NAME),
    postType: z.enum(['management', 'professional', 'worker']),
    /** The day the obligation runs from: 1 January, the day of hiring, the day of the post change. */
    since: z.iso.date(),
    /** The day of the training that completed it; null for a year, which is named as a whole. */
    completedOn: z.iso.date().nullable(),
    /** The hours that count for the obligation. */
    hours: Hours,
    /** The offline days among them; two half-days are one day. */
    days: amount,
    deemed: Deemed,
    /** The edition of the regulation that it was judged by. */
    edition: z.string().regex(/^\d{4}$/),
    issuedOn: z.iso.date(),
    /** The name of the personnel authority. */
    issuer: printed(LONGEST_ORGANISATION_NAME),
    /** As `verifyCode` makes it: twelve characters, no hyphens. */
    verifyCode: z.string().refine((code) => normalizeVerifyCode(code) === code),
  })
  .refine(
    ({ kind, year, obligation }) =>
      kind === 'annual'
        ? obligation === `annual:${year}`
        : kind === 'induction'
          ? obligation === 'induction'
          : /^transfer:./.test(obligation),
    { path: ['obligation'] },
  )
  .refine(
    ({ kind, year, completedOn }) =>
      kind === 'annual' ? completedOn === null : completedOn?.startsWith(`${year}-`) === true,
    { path: ['completedOn'] },
  )
  .refine(({ kind, deemed }) => kind === 'annual' || deemed.articles.length === 0, { path: ['deemed'] })

export type CertificateContent = z.infer<typeof CertificateContent>
