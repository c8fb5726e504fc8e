import { deflateSync } from 'node:zlib'
import { beforeEach, describe, expect, test } from 'vitest'
import { actOnComplaint } from '../../functions/complaints/act-on-complaint.ts'
import { addFile } from '../../functions/complaints/add-file.ts'
import { followComplaint } from '../../functions/complaints/follow-complaint.ts'
import { readComplaintFile } from '../../functions/complaints/read-file.ts'
import { sweepComplaints } from '../../functions/complaints/sweep-complaints.ts'
import { listComplaints, viewComplaint } from '../../functions/complaints/view-complaint.ts'
import { withoutMetadata } from '../../functions/complaints/without-metadata.ts'
import type { Actor } from '../../functions/organisations/account.ts'
import { addDays } from '../../functions/platform/clock.ts'
import type { ObjectStore } from '../../functions/platform/objects-port.ts'
import type { Table } from '../../functions/platform/table.ts'
import { judgeUpload } from '../../functions/platform/uploaded-file.ts'
import { complaintTerms } from '../../rules/complaints.ts'
import { JPEG, png } from '../pictures.ts'
import { withTestDatabase } from '../test-database.ts'
import { complain, complaintHost, openComplaints } from './complaints-ground.ts'
import { everyItem } from './every-item.ts'
import { people, seedRegisters } from './registers-ground.ts'

const database = withTestDatabase()
const now = { at: '' }
let table: Table
let kept: Map<string, { bytes: Uint8Array; contentType: string }>
let host: ReturnType<typeof complaintHost> & { objects: ObjectStore; scanner?: { scan: typeof scan } }
const scan = async (bytes: Uint8Array) => (Buffer.from(bytes).includes('EICAR') ? 'Eicar' : undefined)

const pdf = (more = '') =>
  Buffer.from(`%PDF-1.4\n1 0 obj<</Author(\\(Wang\\) Xiaoming)/Type/Page>>endobj\n${more}%%EOF\n`)

beforeEach(async () => {
  now.at = '2026-06-15T09:00:00+08:00'
  table = await database.newTable()
  kept = new Map()
  const objects: ObjectStore = {
    put: async (key, bytes, { contentType }) => void kept.set(key, { bytes, contentType }),
    get: async (key) => kept.get(key),
    head: async () => undefined,
    delete: async (key) => void kept.delete(key),
    uploadUrl: async () => ({ url: '', method: 'PUT', headers: {} }),
  }
  host = { ...complaintHost(table, now), objects, scanner: { scan } }
  await seedRegisters(table)
  await openComplaints(table)
})

const onlyId = async () => {
  const { items } = await listComplaints(host)({ box: 'at', limit: 9 }, people.city)
  return items[0]?.id ?? ''
}
const accept = async (id: string) => actOnComplaint(host)(id, { act: 'accept' }, people.city)
const open = async (id: string, actor: Actor, number = 1) => {
  const read = await readComplaintFile(host)(id, number, '核对字迹', actor)
  return read.ok ? Buffer.from(read.value.bytes).toString('latin1') : read.code
}
const add = async ({ code, key }: { code: string; key: string }, bytes: Uint8Array) => {
  const added = await addFile(host)(code, key, bytes)
  return added.ok ? added.value.files.length : added.code
}

describe('Art. 36: a complaint has files', () => {
  test('by code and key; encrypted, without name or author; read by who inquires, each time on record', async () => {
    const receipt = await complain(host, { complainant: { name: '某某某', contact: '139' } })
    expect(await add({ ...receipt, key: `${receipt.key}0` }, pdf())).toBe('NOT_FOUND')
    expect(await add(receipt, pdf())).toBe(1)
    // The same again is the same file.
    expect(await add(receipt, pdf())).toBe(1)
    const stored = [...kept.values()].map(({ bytes }) => Buffer.from(bytes).toString('latin1')).join()
    expect(kept.size).toBe(1)
    expect(stored).not.toContain('PDF')
    expect(JSON.stringify(await everyItem(table))).not.toContain('Wang')
    const id = await onlyId()
    // Before anyone inquires nobody opens it; whom it is about never does.
    expect(await open(id, people.city)).toBe('NOT_FOUND')
    await accept(id)
    for (const actor of [people.registrar, people.head, people.region, people.auditor, people.county])
      expect(await open(id, actor)).toBe('NOT_FOUND')
    const read = await open(id, people.city)
    expect(read.startsWith('%PDF-1.4')).toBe(true)
    expect(read).not.toContain('Wang')
    expect(read).toHaveLength(pdf().length)
    const view = await viewComplaint(host)(id, people.city)
    if (!view.ok) throw new Error(view.code)
    expect(view.value.readings).toMatchObject([{ file: 1, reason: '核对字迹' }])
    expect(view.value.files).toMatchObject([{ number: 1, type: 'application/pdf' }])
    const followed = await followComplaint(host)(receipt.code, receipt.key)
    expect(followed).toMatchObject({ ok: true, value: { files: [{ number: 1 }] } })
  })

  test('ten at most, of the kinds that are taken, searched, none once it is over', async () => {
    const receipt = await complain(host)
    expect(await add(receipt, Buffer.from('hello'))).toBe('FILE_TYPE_REFUSED')
    expect(await add(receipt, pdf('EICAR'))).toBe('FILE_HARMFUL')
    expect(await add(receipt, Buffer.alloc(4 * 1024 * 1024 + 1))).toBe('INPUT_INVALID')
    for (let nth = 1; nth <= 10; nth += 1) expect(await add(receipt, pdf(`% ${nth}\n`))).toBe(nth)
    expect(await add(receipt, pdf('% 11\n'))).toBe('COMPLAINT_FILES_TOO_MANY')
    const id = await onlyId()
    await actOnComplaint(host)(id, { act: 'pass_on', outside: '纪委监委', reason: '不属本系统' }, people.city)
    expect(await add(receipt, pdf('% 12\n'))).toBe('WRONG_STATE')
  })

  test('unreadable for ever when the time of the identity is over: a day before it opens, on the day it does not', async () => {
    const receipt = await complain(host)
    await add(receipt, pdf())
    const id = await onlyId()
    await accept(id)
    await actOnComplaint(host)(id, { act: 'find', finding: 'not_found', text: '不属实' }, people.city)
    await actOnComplaint(host)(id, { act: 'report', text: '不属实' }, people.city)
    const last = addDays('2026-06-15', complaintTerms.identityDays - 1)
    now.at = `${last}T09:00:00+08:00`
    await sweepComplaints(host, 0)
    expect(await open(id, people.city)).toContain('%PDF')
    now.at = `${addDays(last, 1)}T09:00:00+08:00`
    await sweepComplaints(host, 0)
    expect(await open(id, people.city)).toBe('NOT_FOUND')
    // The bytes that are left are under a key that is nowhere any more.
    expect(kept.size).toBe(1)
    expect(JSON.stringify(await everyItem(table))).not.toContain('sealedKey')
  })
})

describe('what a file says of its maker is taken out', () => {
  const told = 'Wang Xiaoming 40.84N'
  const segment = (marker: number, text: string) => {
    const body = Buffer.from(text)
    return Buffer.concat([Buffer.from([0xff, marker, 0, body.length + 2]), body])
  }

  test('of a JPEG: camera, place and comment, and what stands behind its end; the picture is the same', async () => {
    const plain = JPEG
    const full = Buffer.concat([
      plain.subarray(0, 2),
      segment(0xe1, `Exif\0\0${told}`),
      segment(0xfe, told),
      plain.subarray(2),
      Buffer.from(told),
    ])
    const after = withoutMetadata(full, 'image/jpeg')
    if (after === undefined) throw new Error('A picture is taken.')
    expect(after.includes(told)).toBe(false)
    expect(await judgeUpload(after)).toMatchObject({ ok: true, value: 'image/jpeg' })
    expect(after).toEqual(withoutMetadata(plain, 'image/jpeg'))
  })

  test('of a PNG: its texts', async () => {
    const plain = png()
    const chunk = Buffer.concat([Buffer.alloc(4), Buffer.from(`tEXtAuthor\0${told}`), Buffer.alloc(4)])
    chunk.writeUInt32BE(chunk.length - 12, 0)
    const after = withoutMetadata(
      Buffer.concat([plain.subarray(0, 33), chunk, plain.subarray(33)]),
      'image/png',
    )
    if (after === undefined) throw new Error('A picture is taken.')
    expect(after).toEqual(plain)
    expect(await judgeUpload(after)).toMatchObject({ ok: true, value: 'image/png' })
  })

  /** What is left of a PDF, at its length; undefined: not taken. */
  const left = (...lines: readonly (string | Buffer)[]) => {
    const file = Buffer.concat(
      ['%PDF-1.7', ...lines, '%%EOF\n'].map((line) => Buffer.concat([Buffer.from(line), Buffer.from('\n')])),
    )
    const after = withoutMetadata(file, 'application/pdf')
    if (after !== undefined) expect(after).toHaveLength(file.length)
    return after?.toString('latin1')
  }

  test.each<[string, string[]]>([
    ['in parentheses, with some within', ['/Author (Wang \\) (X) Wang)']],
    ['in digits', ['/Producer<57616E67>']],
    ['in a second writing of the name', ['1 0 obj<</Auth#6fr (Wang)/Last#53avedBy(Wang)>>endobj']],
    ['behind a comment', ['1 0 obj<</Author % who\n (Wang)>>endobj']],
    ['by the last who saved it', ['1 0 obj<</LastSavedBy (Wang)/Manager (Wang)>>endobj']],
    ['by reference', ['1 0 obj<</Author 2 0 R>>endobj', '2 0 obj (Wang) endobj']],
    [
      'in a description, under whatever name, and what that refers to',
      ['1 0 obj<</Verfasser (Wang)/Amt 3 0 R>>endobj', '3 0 obj<57616E67>endobj', 'trailer<</In#66o 1 0 R>>'],
    ],
    ['in XMP', ['<x:xmpmeta>Wang</x:xmpmeta>']],
    ['in XMP that does not end', ['<x:xmpmeta>Wang']],
    [
      'in a stream of metadata, whoever refers to it',
      ['4 0 obj<</Type/Metadata/Length 4>>stream', 'Wang', 'endstream endobj'],
    ],
  ])('of a PDF: its author %s', (_, lines) => {
    expect(left(...lines)).not.toMatch(/Wang|57616E67/)
  })

  const packed = (text: string) => deflateSync(Buffer.from(text))
  const stream = (dictionary: string, bytes: Buffer) => [
    Buffer.concat([Buffer.from(`7 0 obj<<${dictionary}/Length ${bytes.length}>>stream\n`), bytes]),
    'endstream endobj',
  ]
  const objects = (text: string) =>
    stream('/Type/ObjStm/N 1/First 4/Filter/FlateDecode', packed(`9 0 ${text}`))

  test('of a PDF: compressed XMP is no more, and the pages are as they were', () => {
    const xmp = packed('<x:xmpmeta>Wang</x:xmpmeta>')
    const after = left('1 0 obj<</Type/Catalog/Metadata 7 0 R>>endobj', ...stream('/Filter/FlateDecode', xmp))
    expect(after).toContain('7 0 obj null ')
    expect(after).not.toContain(xmp.toString('latin1'))
    expect(after).toContain('<</Type/Catalog/Metadata 7 0 R>>')
    const page = stream('/Filter/FlateDecode', packed('BT (Wang) Tj ET'))
    expect(left(...page)).toContain(
      Buffer.concat(page.map((part) => Buffer.from(part)))
        .subarray(0, 40)
        .toString('latin1'),
    )
  })

  test('of a PDF: photographs within say neither camera nor place', () => {
    const photograph = Buffer.concat([
      JPEG.subarray(0, 2),
      segment(0xe1, `Exif\0\0${told}`),
      JPEG.subarray(2),
    ])
    expect(left(...stream('/Filter/DCTDecode', photograph))).not.toContain(told)
  })

  test('of a PDF: what a photograph says in words, and in a packing of its own, is not kept', () => {
    const photograph = Buffer.concat([
      JPEG.subarray(0, 2),
      segment(0xed, `Photoshop 3.0\0${told}`),
      segment(0xfe, told),
      JPEG.subarray(2),
    ])
    const after = left(...stream('/Filter/DCTDecode', photograph))
    expect(after).toBeDefined()
    expect(after).not.toContain(told)
    expect(after).toContain(JPEG.subarray(2).toString('latin1'))
    expect(left(...stream('/Filter[/FlateDecode/DCTDecode]', deflateSync(photograph)))).toBeUndefined()
  })

  test('of a PDF: files within are not taken, paths are blank, XMP goes also where a packed object names it', () => {
    const embedded = '1 0 obj<</Names<</Embedded#46iles<</Names[(a)2 0 R]>>>>>>endobj'
    expect(left(embedded)).toBeUndefined()
    expect(left('2 0 obj<</Type/Filespec/F(C:/Wang/a.docx)>>endobj')).toBeUndefined()
    expect(left(...objects('<</Type/Filespec/UF(Wang.docx)>>'))).toBeUndefined()
    expect(left(...objects('<</S/Launch/F(C:/Wang/a.docx)>>'))).toBeUndefined()
    expect(left(...objects('<</Subtype/Link/F 4>>'))).toBeDefined()
    expect(left('2 0 obj<</S/GoToR/F(C:/Wang/a.pdf)>>endobj')).not.toContain('Wang')
    // Two letters within a picture are a picture's.
    expect(left(...stream('', Buffer.from('/F(Wang)')))).toContain('/F(Wang)')
    const xmp = packed('<x:xmpmeta>Wang</x:xmpmeta>')
    expect(left(...stream('/Subtype/XML/Filter/FlateDecode', xmp))).not.toContain(xmp.toString('latin1'))
  })

  test('of a PDF: what is compressed is looked through, and refused where it tells of somebody', () => {
    const info = 'trailer<</Info 9 0 R>>'
    expect(left(...objects('<</Producer(LibreOffice)/CreationDate(D:2026)>>'), info)).toBeDefined()
    expect(left(...objects('<</Title(Chapter 1)/Parent 3 0 R>>'))).toBeDefined()
    expect(left(...objects('<</Title(Wang)/Producer(LibreOffice)>>'), info)).toBeUndefined()
    expect(left(...objects('<</Auth#6fr(Wang)>>'))).toBeUndefined()
    // What can't be looked through is not taken either.
    expect(left(...stream('/Type/ObjStm/N 1/First 4/Filter/LZWDecode', Buffer.from('x')))).toBeUndefined()
    expect(left(...stream('/Type/ObjStm/N 1/First 4/Filter/FlateDecode', Buffer.from('x')))).toBeUndefined()
  })

  test.each<[string, string]>([
    ['texts that are left open', '/Author ('],
    ['references to one object', '/Author 1 0 R '],
    ['objects', '1 0 obj '],
    ['paths', '1 0 obj/F (a)'],
    ['pictures', '1 0 obj/DCTDecode stream\nendstream endobj '],
    ['objects with metadata', '1 0 obj/Metadata endobj '],
    ['descriptions', '/Info 1 0 R 1 0 obj endobj '],
  ])('of a PDF made of nothing but %s, in its time', (_, words) => {
    const begun = performance.now()
    withoutMetadata(Buffer.from(words.repeat((4 * 1024 * 1024) / words.length)), 'application/pdf')
    expect(performance.now() - begun).toBeLessThan(20_000)
  })

  test('of a PDF: whoever complains is told so in words, and how to mend it', async () => {
    const receipt = await complain(host)
    const file = Buffer.concat(
      ['%PDF-1.7\n', ...objects('<</Author(Wang)>>'), '\n%%EOF\n'].map((part) => Buffer.from(part)),
    )
    expect(await add(receipt, file)).toBe('FILE_NAMES_MAKER')
    expect(kept.size).toBe(0)
  })
})
