import { currentForm } from '../functions/operations/forms.ts'
import type { Table } from '../functions/platform/table.ts'
import { FormUnknownError, isEmpty, stateForm, walkTable } from '../functions/platform/walk.ts'
import { InstanceRefusedError } from './instance.ts'

/** Every so many items of a large table one line is printed. */
const ITEMS_A_LINE = 20_000

/**
 * Brings a data folder's table to this program's form before anything is served; an interrupted walk goes on.
 * @throws InstanceRefusedError for a folder that a later version has written
 */
export const bringToForm = async (table: Table): Promise<void> => {
  if (await isEmpty(table)) {
    await stateForm(table, currentForm.form)
    return
  }
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
