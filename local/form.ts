import { currentForm, SEALED_FORM } from '../functions/operations/forms.ts'
import type { Table } from '../functions/platform/table.ts'
import { FormUnknownError, formOf, isEmpty, stateForm, walkTable } from '../functions/platform/walk.ts'
import { InstanceRefusedError } from './instance.ts'

/** Every so many items of a large table one line is printed. */
const ITEMS_A_LINE = 20_000

/**
 * Brings a data folder's table to the form that this program reads, before anything is served: a folder that a
 * version before wrote is walked, however far an earlier walk came.
 * `wasSealed`: the folder had a key to seal with before this start. What was sealed once is never sealed anew.
 * @throws InstanceRefusedError for a folder that a later version has written, or a table that says less than its folder
 */
export const bringToForm = async (table: Table, wasSealed: boolean): Promise<void> => {
  if (await isEmpty(table)) {
    await stateForm(table, currentForm.form)
    return
  }
  if (wasSealed && ((await formOf(table)) ?? 1) < SEALED_FORM)
    throw new InstanceRefusedError(
      '数据库自称未封存，但数据目录已有封存密钥：数据库可能被改动或替换过，请从备份恢复。 The database says that it was never sealed, and its folder holds a key that sealed it: it may have been tampered with or replaced. Restore it from a backup.',
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
