import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readXlsx } from 'hucre'
import { beforeAll, describe, expect, test } from 'vitest'
import { keyFileSigner } from '../../functions/certificates/key-file-signer.ts'
import { importPersons } from '../../functions/imports/import-file.ts'
import type { Organisation } from '../../functions/organisations/organisation.ts'
import { readOrganisation } from '../../functions/organisations/organisation.ts'
import { yearCertificates } from '../../functions/papers/year-certificates.ts'
import { yearListPaper, yearListWorkbook } from '../../functions/papers/year-list.ts'
import { keys } from '../../functions/platform/keys.ts'
import { read, type Table, write } from '../../functions/platform/table.ts'
import { certificateNumber } from '../../functions/staff/certificate/number.ts'
import { signCertificate } from '../../functions/staff/certificate/signing.ts'
import { issued, newCertificate } from '../../functions/staff/certificate.ts'
import { nextEntry } from '../../functions/staff/ledger.ts'
import { shardOf } from '../../functions/staff/person.ts'
import { registerPerson } from '../../functions/staff/person-change.ts'
import { readStaff, recordEntry } from '../../functions/staff/staff.ts'
import { yearRows } from '../../functions/year/year-rows.ts'
import { sample } from '../functions/certificate/samples.ts'
import { credit } from '../ledger/people.ts'
import { nothingAsked, recordingHost } from '../recording-host.ts'
import { withTestDatabase } from '../test-database.ts'
import { people, personOf, seedRegisters } from './registers-ground.ts'

const database = withTestDatabase()
const clock = { now: () => Date.parse('2026-06-15T09:00:00+08:00') }
let table: Table
let institution: Organisation

const register = (id: string, staffNo: string, more = {}) =>
  write(
    table,
    registerPerson(personOf(id, { staffNo, ...more }), {
      ...{ at: '2026-01-01T09:00:00.000+08:00', by: 'seed', reason: 'x' },
    }),
  )

beforeAll(async () => {
  table = await database.newTable()
  await seedRegisters(table)
  await register('s.1', '000123', { postType: 'worker', hiredOn: '2026-03-16' })
  await register('s.2', '9E5', { postType: 'management', name: '阿拉坦·巴特尔' })
  const staff = await readStaff(table, 'staff.li')
  const at = await readOrganisation(table, 'i')
  if (staff === undefined || at === undefined) throw new Error('The register was expected.')
  institution = at
  const made = {
    recordedAt: '2026-06-01T09:00:00.000+08:00',
    recordedBy: 'hr.city',
    source: 'r.0',
    staffId: 'staff.li',
  }
  const days = { mode: 'offline' as const, from: '2026-05-11', to: '2026-05-15', halfDays: 5 }
  const fact = credit('r.0', { ...days, hours: undefined })
  await write(table, recordEntry(staff, nextEntry(staff.entries, { ...made, fact })))
})

describe('an institution’s year, person by person', () => {
  test('everyone on the register, by what is on record', async () => {
    const rows = (await yearRows({ table, clock })(institution, 2026)) ?? []
    expect(rows.map(({ person }) => person.id)).toEqual(['s.1', 's.2', 'staff.li', 'unit.admin'])
    expect(rows.find(({ person }) => person.id === 'staff.li')).toMatchObject({
      status: 'open',
      hours: { total: 20, public: 20, offline: 20, online: 0, missingPublic: 10, missingProfessional: 60 },
    })
  })

  test('as an Excel file: header in sight, filters, days as days, numbers with their zeros, sums', async () => {
    const rows = (await yearRows({ table, clock })(institution, 2026)) ?? []
    const workbook = await readXlsx(await yearListWorkbook(2026, rows), { readStyles: true })
    const [sheet] = workbook.sheets
    expect(sheet?.freezePane).toMatchObject({ rows: 1 })
    expect(sheet?.autoFilter?.range).toBe('A1:M5')
    expect(sheet?.rows[0]?.slice(0, 4)).toEqual(['工号', '姓名', '岗位类别', '聘用日期'])
    expect(sheet?.rows[1]?.[0]).toBe('000123')
    expect(sheet?.rows[2]?.[0]).toBe('9E5')
    expect(sheet?.rows[1]?.[3]).toEqual(new Date('2026-03-16T00:00:00Z'))
    expect(sheet?.rows[5]?.slice(0, 2)).toEqual(['合计', '4 人'])
    expect(sheet?.cells?.get('5,5')).toMatchObject({ formula: 'SUBTOTAL(109,F2:F5)' })
    expect(sheet?.rows[5]?.[5]).toBe(20)
  })

  test('of whom the year asks nothing no hours stand, and none are in the sums (Art. 7)', async () => {
    const rows = (await yearRows({ table, clock })(institution, 2026)) ?? []
    const listed = rows.map((row) =>
      row.person.id === 's.2' ? { ...row, status: 'not_applicable' as const } : row,
    )
    const [part] = yearListPaper({ year: 2026, institution: '中学i', madeOn: '2026-06-15' }, listed).parts
    expect(part).toMatchObject({ sum: ['合计', '', '', '', '', '20', '20', '0', '0', '20', '70', '180'] })
    expect(part?.kind === 'table' && part.rows[1]?.slice(4)).toEqual(['不适用', '', '', '', '', '', '', ''])
    const [sheet] = (await readXlsx(await yearListWorkbook(2026, listed))).sheets
    expect(sheet?.rows[2]?.[10] ?? null).toBeNull()
    expect(sheet?.rows[5]?.slice(10, 12)).toEqual([70, 180])
  })

  test('comes back in by the import of persons, and changes nothing', async () => {
    const rows = (await yearRows({ table, clock })(institution, 2026)) ?? []
    const bytes = await yearListWorkbook(2026, rows)
    const back = await importPersons(recordingHost(table, clock, nothingAsked()))(
      { bytes, mode: 'apply', partial: false },
      people.registrar,
      'zh',
    )
    expect(back).toMatchObject({
      ok: true,
      value: { rows: 4, new: 0, changed: 0, unchanged: 4, failed: 0, errors: [] },
    })
  })

  test('of whoever’s record is not what was sealed nothing is said, and the others stand', async () => {
    const key = keys.standing(shardOf('s.2'), 's.2')
    const before = await read(table, key)
    const put = (item: object) =>
      write(table, [{ put: { ...item }, when: { expression: 'attribute_exists(pk)' } }])
    await put({ ...before, credits: '202605110515p200d' })
    const rows = (await yearRows({ table, clock })(institution, 2026)) ?? []
    await put(before ?? {})
    expect(rows.map(({ status, hours }) => [status, hours === null])).toEqual([
      ['open', false],
      [null, true],
      ['open', false],
      ['open', false],
    ])
    const paper = yearListPaper({ year: 2026, institution: '中学i', madeOn: '2026-06-15' }, rows)
    expect(paper.parts[0]).toMatchObject({
      title: '4 人',
      sum: ['合计', '', '', '', '', '20', '20', '0', '0', '20', '70', '180'],
    })
  })
})

describe('all certificates of a year in one file', () => {
  const signer = keyFileSigner(join(mkdtempSync(join(tmpdir(), 'papers-')), 'key.pem'))
  const publicKeys = { all: async () => [{ keyId: signer.keyId, pem: await signer.publicKeyPem() }] }
  const host = () => ({ table, clock, publicKeys, publicUrl: 'https://platform.example' })
  const pagesOf = (pdf: Uint8Array) =>
    Number(/\/Type \/Pages\n\/Count (\d+)\n/.exec(Buffer.from(pdf).toString('latin1'))?.[1])
  const drawn = (year: number, part = 1) => yearCertificates(host())({ institution, year, part })

  test('those in force, a page each with its own proof; none, or a part behind the last: nothing', async () => {
    for (const [place, staffId] of ['s.1', 's.2', 'staff.li'].entries()) {
      const obligation = 'annual:2026'
      const number = certificateNumber({ year: 2026, kind: 'annual', staffId, obligation })
      const content = sample('annual', { staffId, number })
      const given = issued(await signCertificate(content, signer), 0)
      await write(table, [newCertificate(place === 1 ? { ...given, status: 'revoked' } : given)])
    }
    const file = await drawn(2026)
    expect(file.ok && pagesOf(file.value.file)).toBe(2)
    const text = file.ok ? Buffer.from(file.value.file).toString('latin1') : ''
    expect(text.match(/\/F \(certificate-proof-[\w-]+\.txt\)/g)?.length).toBe(2)
    expect(await drawn(2026, 2)).toMatchObject({ code: 'NOTHING_TO_PRINT' })
    expect(await drawn(2025)).toMatchObject({ code: 'NOTHING_TO_PRINT' })
  })

  test('one that the published key does not prove stops the file', async () => {
    const key = keys.certificate('s.1', 'annual:2026')
    const item = await read(table, key)
    const content = { ...sample('annual', { staffId: 's.1' }), name: '别人' }
    await write(table, [{ put: { ...item, content }, when: { expression: 'attribute_exists(pk)' } }])
    expect(await drawn(2026)).toMatchObject({ code: 'SIGNATURE_MISMATCH' })
  })
})
