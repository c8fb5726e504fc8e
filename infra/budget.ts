import type { Lambda } from '../functions/platform/lambda.ts'

/** KB of minified JavaScript, the AWS SDK included, the font not. */
const EVERY_FUNCTION = 594

/** KB above that which some functions may have, and why. Lower a budget when its bundle shrinks. */
const BESIDES: readonly (readonly [kilobytes: number, why: string, (entry: Lambda) => boolean])[] = [
  [
    254,
    'nodemailer, a third of it a table of file types, and the letters, those to bodies and of libraries among them',
    ({ grants }) => grants.includes('mail:send'),
  ],
  [
    180,
    'the S3 client, and what judges a file by its content',
    ({ grants }) => grants.some((grant) => grant.startsWith('objects:')),
  ],
  [
    312,
    'hucre and csv-parse, which read Excel with its forms, and CSV; invitations, whose addresses are looked for, and filings that files lead to',
    ({ name }) => name === 'imports',
  ],
  [
    73,
    'the ledgers and timelines: their chains and standings, the rules that these are made by with the readings of each year, of past days and of those to come, the client of the seal’s secret',
    ({ grants }) => grants.includes('ledger:seal'),
  ],
  [170, 'pinyin-pro, which knows how names are read', ({ name }) => name === 'keep-names'],
  [30, 'the KMS client, for the public keys', ({ grants }) => grants.includes('certificate:verify')],
  [30, 'hucre, which writes Excel', ({ name }) => name === 'year-exports' || name === 'statistics-reads'],
  [
    82,
    'the same, beside what knows the columns of each kind of file',
    ({ name }) => name === 'import-templates',
  ],
  [
    18,
    'what a filing is judged by in the libraries, what its refusals say, and removed names',
    ({ name }) => name === 'programme-writes',
  ],
  [345, 'pdfkit, fontkit and HarfBuzz, which draw the sheet', ({ name }) => name === 'certificate-drawing'],
  [430, 'the same, beside what every route carries', ({ name }) => name === 'certificate-sheets'],
  [630, 'pdfkit, fontkit, HarfBuzz and hucre: papers as PDF and Excel', ({ name }) => name === 'papers'],
  [
    36,
    'what a transfer carries along, and what an institution was asked: it goes on with mergers that a crash left',
    ({ name }) => name === 'reconcile',
  ],
]

/** How many KB of minified JavaScript a function may have. */
export const budgetFor = (entry: Lambda): number =>
  BESIDES.reduce((sum, [kilobytes, , carries]) => sum + (carries(entry) ? kilobytes : 0), EVERY_FUNCTION)
