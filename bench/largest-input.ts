import { crc32, deflateSync } from 'node:zlib'
import { writeXlsx } from 'hucre'
import { personColumns } from '../functions/imports/person-rows.ts'
import { readTable } from '../functions/imports/read-table.ts'
import { halvedTexts } from '../functions/platform/halved-text.ts'
import { holdsIdentityNumber } from '../functions/platform/identity-number.ts'
import { multipartForm } from '../functions/platform/multipart-file.ts'
import { judgeUpload } from '../functions/platform/uploaded-file.ts'
import { RecognitionClaim } from '../functions/requests/submissions.ts'
import { assess } from '../rules/assess.ts'
import { parseFacts } from '../rules/facts.ts'

/**
 * How long any input of a megabyte holds this thread up, and how long it takes: each parser with what costs it most.
 * Printed as a table; the sheets are read in a thread of their own, so they take time and hold nobody up.
 */
const MEGABYTE = 1024 * 1024

const fill = (unit: string): string => unit.repeat(Math.floor(MEGABYTE / Buffer.byteLength(unit)))
const bytes = (text: string): Buffer => Buffer.from(text)

/** A multipart call as the host hands it on. */
const form = (contentType: string, body: Buffer) => ({
  version: '2.0',
  routeKey: 'POST /api/imports',
  rawPath: '/api/imports',
  rawQueryString: '',
  headers: { 'content-type': contentType },
  requestContext: {
    accountId: '',
    apiId: '',
    domainName: '',
    domainPrefix: '',
    http: { method: 'POST', path: '', protocol: '', sourceIp: '', userAgent: '' },
    requestId: '',
    routeKey: '',
    stage: '',
    time: '',
    timeEpoch: 0,
  },
  body: body.toString('base64'),
  isBase64Encoded: true,
})

const pngOf = (content: Buffer): Buffer => {
  const chunk = (kind: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(kind), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(named))
    return Buffer.concat([length, named, sum])
  }
  const header = Buffer.from('00001f4000001f400802000000', 'hex')
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', content),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const credit = (index: number) =>
  `{"id":"c${index}","subject":"public","category":"in_service","mode":"offline","from":"2026-05-11","to":"2026-05-14","halfDays":8},`
const credits = Array.from({ length: 7_500 }, (_, index) => credit(index))
  .join('')
  .slice(0, -1)
const facts = (more: string): string =>
  `{"asOf":"2026-12-31","year":2026,"person":{"postType":"professional","hiredOn":"2019-08-01"${more}}`

const calculate = (text: string) => {
  const parsed = parseFacts(JSON.parse(text), '2026-12-31')
  return parsed.ok ? assess(parsed.facts) : parsed.errors
}

const merges = Array.from({ length: 60_000 }, () => ({ startRow: 0, endRow: 4_999, startCol: 0, endCol: 99 }))
const sheet = async (rows: string[][], more: object = {}) =>
  writeXlsx({ sheets: [{ name: 'a', rows, ...more }] })
const wide = Array.from({ length: 5_000 }, () => Array.from({ length: 20 }, () => 'x'))

const inputs: readonly (readonly [string, () => Promise<() => unknown>])[] = [
  [
    'sheet: 400,000 brackets in a header',
    async () => {
      const file = await sheet([['('.repeat(400_000)]])
      return () => readTable(file, personColumns)
    },
  ],
  [
    'sheet: 60,000 merged ranges',
    async () => {
      const file = await sheet(wide, { merges })
      return () => readTable(file, personColumns)
    },
  ],
  [
    'sheet: marks on one letter',
    async () => {
      const file = await sheet([[`a${'\u0301\u0323'.repeat(16_000)}`]])
      return () => readTable(file, personColumns)
    },
  ],
  ['CSV: quotes', async () => () => readTable(bytes(fill('""')), personColumns)],
  ['CSV: separators', async () => () => readTable(bytes(fill(',')), personColumns)],
  ['CSV: empty lines', async () => () => readTable(bytes(fill('\n')), personColumns)],
  ['CSV: brackets', async () => () => readTable(bytes(fill('(')), personColumns)],
  [
    'form: a boundary that nearly matches',
    async () => {
      const event = form(`multipart/form-data; boundary=${'-'.repeat(69)}a`, bytes(fill('-')))
      return () => multipartForm(event)
    },
  ],
  [
    'form: a boundary of 8 KB',
    async () => {
      const event = form(`multipart/form-data; boundary=${'-'.repeat(8_000)}a`, bytes(fill('-')))
      return () => multipartForm(event)
    },
  ],
  [
    'form: parts without end',
    async () => {
      const event = form(
        'multipart/form-data; boundary=a',
        bytes(fill('--a\r\nContent-Disposition: form-data; name="x"\r\n\r\n\r\n')),
      )
      return () => multipartForm(event)
    },
  ],
  [
    'PDF: /Encrypt without end',
    async () => {
      const file = bytes(`%PDF-1.4 1 0 obj /Root /Page trailer ${fill('/Encrypt 1 ')} %%EOF`)
      return () => judgeUpload(file)
    },
  ],
  [
    'JPEG: filling without end',
    async () => {
      const file = Buffer.concat([Buffer.from('ffd8', 'hex'), Buffer.alloc(MEGABYTE, 0xff)])
      return () => judgeUpload(file)
    },
  ],
  [
    'PNG: unpacks to 190 MB',
    async () => {
      const file = pngOf(deflateSync(Buffer.alloc(190 * MEGABYTE)))
      return () => judgeUpload(file)
    },
  ],
  [
    'calculator: 7,500 credits',
    async () => {
      const text = `${facts('}')},"credits":[${credits}]}`.replace('}},', '},')
      return () => calculate(text)
    },
  ],
  [
    'calculator: one credit 7,500 times',
    async () => {
      const text = `${facts('}')},"credits":[${credits.replaceAll(/"c\d+"/g, '"c"')}]}`.replace('}},', '},')
      return () => calculate(text)
    },
  ],
  [
    'body: nested half a million deep',
    async () => {
      const text = `${'['.repeat(MEGABYTE / 2)}${']'.repeat(MEGABYTE / 2)}`
      return () => halvedTexts(JSON.parse(text))
    },
  ],
  [
    'body: a title of a megabyte',
    async () => {
      const title = fill('a\u0301\u0323')
      return () => RecognitionClaim.safeParse({ type: 'recognition', title })
    },
  ],
  [
    'text: digits and spaces',
    async () => {
      const text = fill('1 ')
      return () => holdsIdentityNumber(text)
    },
  ],
]

const measure = async (work: () => unknown) => {
  let held = 0
  let last = performance.now()
  const beat = () => {
    held = Math.max(held, performance.now() - last)
    last = performance.now()
  }
  const beating = setInterval(beat, 5)
  const begun = performance.now()
  await work()
  const took = performance.now() - begun
  beat()
  clearInterval(beating)
  return { 'holds up, ms': Math.round(held), 'takes, ms': Math.round(took) }
}

const rows: Record<string, Awaited<ReturnType<typeof measure>>> = {}
for (const [name, prepare] of inputs) rows[name] = await measure(await prepare())
console.table(rows)
console.log(
  `The longest that any of them holds others up: ${Math.max(...Object.values(rows).map((row) => row['holds up, ms']))} ms`,
)
