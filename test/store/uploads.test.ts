import { beforeAll, expect, test } from 'vitest'
import type { Account } from '../../functions/organisations/account.ts'
import { sha256 } from '../../functions/platform/identifiers.ts'
import { keys } from '../../functions/platform/keys.ts'
import type { ObjectStore } from '../../functions/platform/objects-port.ts'
import { type Table, write } from '../../functions/platform/table.ts'
import { announceEvidence, completeEvidence, keepEvidence } from '../../functions/requests/keep-evidence.ts'
import { withTestDatabase } from '../test-database.ts'

let table: Table
beforeAll(async () => {
  table = await withTestDatabase().newTable()
})

const clock = { now: () => Date.parse('2026-05-11T09:00:00+08:00') }
const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Page>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
const account = (id: string): Account => ({ id, name: id, email: `${id}@own.example`, roles: [] })

/** Objects in memory. */
const objectsOf = (): ObjectStore & { readonly kept: Map<string, Uint8Array> } => {
  const kept = new Map<string, Uint8Array>()
  return {
    kept,
    put: async (key, bytes) => void kept.set(key, bytes),
    get: async (key) => {
      const bytes = kept.get(key)
      return bytes && { bytes, contentType: 'application/pdf' }
    },
    head: async () => undefined,
    delete: async (key) => void kept.delete(key),
    uploadUrl: async (key) => ({ url: `http://127.0.0.1/${key}`, method: 'PUT', headers: {} }),
  }
}

test('what a day allows one person, by number and by bytes; others and tomorrow are not touched', async () => {
  const objects = objectsOf()
  const deps = { table, clock, objects }
  const full = async (id: string, files: number, bytes: number) =>
    write(table, [
      {
        put: { ...keys.uploads(id, '2026-05-11'), files, bytes, version: 1 },
        when: { expression: 'attribute_not_exists(pk)' },
      },
    ])
  await full('many', 499, 0)
  expect(await keepEvidence(deps)(pdf, account('many'))).toMatchObject({ ok: true })
  expect(await keepEvidence(deps)(pdf, account('many'))).toMatchObject({
    ok: false,
    code: 'UPLOADS_TOO_MANY',
  })
  expect(objects.kept.size).toBe(1)
  await full('large', 1, 1024 ** 3)
  const announced = { size: 10, sha256: sha256(pdf), type: 'application/pdf' } as const
  expect(await announceEvidence(deps)(announced, account('large'))).toMatchObject({
    ok: false,
    code: 'UPLOADS_TOO_MANY',
  })
  expect(await keepEvidence(deps)(pdf, account('other'))).toMatchObject({ ok: true })
  const tomorrow = { now: () => clock.now() + 86_400_000 }
  expect(await keepEvidence({ ...deps, clock: tomorrow })(pdf, account('many'))).toMatchObject({ ok: true })
})

test('twenty uploads at once are counted as twenty', async () => {
  const kept = keepEvidence({ table, clock, objects: objectsOf() })
  await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      kept(Buffer.concat([Buffer.from(pdf), Buffer.from(`%${index}`)]), account('both')).catch(
        () => undefined,
      ),
    ),
  )
  const { read } = await import('../../functions/platform/table.ts')
  const counted = await read(table, keys.uploads('both', '2026-05-11'))
  expect(Number(counted?.files)).toBe(Number(counted?.version))
})

test('a file keeps its name where it was announced with one', async () => {
  const deps = { table, clock, objects: objectsOf() }
  const announced = {
    size: pdf.length,
    sha256: sha256(pdf),
    type: 'application/pdf',
    name: '结业证书.pdf',
  } as const
  const prepared = await announceEvidence(deps)(announced, account('named'))
  if (!prepared.ok) throw new Error(prepared.code)
  await deps.objects.put(prepared.value.evidence.objectKey, pdf, { contentType: 'application/pdf' })
  const kept = await completeEvidence(deps)(prepared.value.evidence.id, account('named'))
  expect(kept).toMatchObject({ ok: true, value: { state: 'kept', name: '结业证书.pdf' } })
  expect(prepared.value.evidence.objectKey).not.toContain('结业')
})

test('a scanner’s finding refuses the file, whichever way it came', async () => {
  const objects = objectsOf()
  const deps = { table, clock, objects, scanner: { scan: async () => 'Eicar-Test' } }
  expect(await keepEvidence(deps)(pdf, account('scanned'))).toMatchObject({ ok: false, code: 'FILE_HARMFUL' })
  expect(objects.kept.size).toBe(0)
  const announced = { size: pdf.length, sha256: sha256(pdf), type: 'application/pdf' } as const
  const prepared = await announceEvidence(deps)(announced, account('scanned'))
  if (!prepared.ok) throw new Error(prepared.code)
  await objects.put(prepared.value.evidence.objectKey, pdf, { contentType: 'application/pdf' })
  expect(await completeEvidence(deps)(prepared.value.evidence.id, account('scanned'))).toMatchObject({
    code: 'FILE_HARMFUL',
  })
})
