import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import { currentForm, SEALED_FORM } from '../../functions/operations/forms.ts'
import { read, type Table, write } from '../../functions/platform/table.ts'
import { formOf, stateForm } from '../../functions/platform/walk.ts'
import { bringToForm, keepForm, keptForm } from '../../local/form.ts'
import { InstanceRefusedError } from '../../local/instance.ts'
import { withTestDatabase } from '../test-database.ts'

const database = withTestDatabase()
let table: Table
beforeEach(async () => {
  table = await database.newTable()
  vi.spyOn(console, 'log').mockImplementation(() => undefined)
})

const task = { pk: 'REQUEST#r1', sk: 'TASK#1.institution', requestId: 'r1' }
const isNew = { expression: 'attribute_not_exists(pk)' }

test('a new data folder begins in the form of its program', async () => {
  await bringToForm(table, undefined)
  expect(await formOf(table)).toBe(currentForm.form)
})

test('one that a version before wrote is rewritten before anything is served', async () => {
  await write(table, [{ put: task, when: isNew }])
  await bringToForm(table, undefined)
  expect(await read(table, { pk: task.pk, sk: task.sk })).toEqual({
    ...{ ...task, schema: 2 },
    seal: expect.any(String),
  })
  expect(await formOf(table)).toBe(currentForm.form)
})

test('what was sealed once is never sealed anew', async () => {
  await write(table, [{ put: task, when: isNew }])
  await stateForm(table, currentForm.form - 1)
  await expect(bringToForm(table, currentForm.form)).rejects.toThrow(InstanceRefusedError)
  expect(await formOf(table)).toBe(currentForm.form - 1)
})

test('one that a later version wrote is refused, and left as it is', async () => {
  await stateForm(table, currentForm.form + 1)
  await expect(bringToForm(table, undefined)).rejects.toThrow(InstanceRefusedError)
  expect(await formOf(table)).toBe(currentForm.form + 1)
})

test('a folder remembers its form beside the table; of a version before, that it was sealed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'form-'))
  const file = join(folder, 'form')
  expect(keptForm(file, false)).toBeUndefined()
  expect(keptForm(file, true)).toBe(SEALED_FORM)
  keepForm(file)
  expect(keptForm(file, true)).toBe(currentForm.form)
  rmSync(folder, { recursive: true })
})
