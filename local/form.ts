import { existsSync, readFileSync } from 'node:fs'
import { currentForm, SEALED_FORM } from '../functions/operations/forms.ts'
import type { Table } from '../functions/platform/table.ts'
import { FormUnknownError, formOf, isEmpty, stateForm, walkTable } from '../functions/platform/walk.ts'
import { writeDurably } from './durable-file.ts'
import { InstanceRefusedError } from './instance.ts'

/** Every so many items of a large table one line is printed. */
const ITEMS_A_LINE = 20_000

/**
 * Brings a data folder's table to the form that this program reads, before anything is served: a folder that a
 * version before wrote is walked, however far an earlier walk came.
 * `kept`: the form in which the folder says that an earlier start left it. What was sealed once is never sealed anew, so a
 * table that says less was put there by somebody else.
 * @throws InstanceRefusedError for a folder that a later version has written, or a table that says less than its folder
 */
export const bringToForm = async (table: Table, kept: number | undefined): Promise<void> => {
  if (await isEmpty(table)) {
    await stateForm(table, currentForm.form)
    return
  }
  if (kept !== undefined && ((await formOf(table)) ?? 1) < kept)
    throw new InstanceRefusedError(
      '数据库自称的格式早于数据目录记下的格式，已封存的内容可能被改动或替换过，请从备份恢复。 The database says that it is of an earlier form than its folder remembers: what was sealed may have been tampered with or replaced. Restore it from a backup.',
    )
  let printed = 0
  try {
    const { rewritten } = await walkTable(table, currentForm, {
      onProgress({ read }) {
        if (read < printed + ITEMS_A_LINE) return
        printed = read
        console.log(`  正在更新数据的格式 Rewriting the data folder: ${read}`)
      },
    })
    if (rewritten > 0)
      console.log(`  数据已更新为当前格式。 The data folder was rewritten: ${rewritten} items.`)
  } catch (error) {
    if (!(error instanceof FormUnknownError)) throw error
    throw new InstanceRefusedError(
      '数据目录由更新的版本写成，请用那个版本启动，或用 DATA_DIR 换一个目录。 A later version wrote this data folder: start that version, or choose another folder by DATA_DIR.',
      { cause: error },
    )
  }
}

/**
 * The form in which an earlier start left the table, as `file` says beside it. Folders of versions before have no such file:
 * one that held a key to seal with was in the first sealed form at least.
 */
export const keptForm = (file: string, hadSealKey: boolean): number | undefined => {
  if (existsSync(file)) return Number(readFileSync(file, 'utf8'))
  return hadSealKey ? SEALED_FORM : undefined
}

/** Remembers, outside the table, that it is in this program's form. */
export const keepForm = (file: string): void => writeDurably(file, String(currentForm.form))
