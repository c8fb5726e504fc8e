import type { CatalogEntry } from '../functions/catalog.ts'

/** KB of minified JavaScript, the AWS SDK included, the font not. */
const EVERY_FUNCTION = 560

/** What some carry over that, in KB, and why. A budget is a limit to keep, not a goal: lower it when a bundle shrinks. */
const BESIDES: readonly (readonly [kilobytes: number, why: string, (entry: CatalogEntry) => boolean])[] = [
  [
    230,
    'nodemailer, a third of it a table of file types, and the letters; steps have the mailer among what they share',
    ({ grants, name }) => grants.includes('mail:send') || name === 'find-due',
  ],
  [
    160,
    'the S3 client, and what judges a file by its content',
    ({ grants }) => grants.some((grant) => grant.startsWith('objects:')),
  ],
  [220, 'hucre and csv-parse, which read Excel and CSV', ({ name }) => name === 'import-file'],
  [30, 'hucre, which writes Excel', ({ name }) => name === 'export-results'],
  [310, 'pdfkit and fontkit, which draw the sheet', ({ name }) => name === 'render-certificate'],
  [390, 'the same, beside what every route carries', ({ name }) => name === 'read-certificate-pdf'],
]

/** How many KB of minified JavaScript a function may have. */
export const budgetFor = (entry: CatalogEntry): number =>
  BESIDES.reduce((sum, [kilobytes, , carries]) => sum + (carries(entry) ? kilobytes : 0), EVERY_FUNCTION)
