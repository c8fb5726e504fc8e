import { Sheet } from '../../workflows/settle/contract.ts'
import { renderSheet } from '../certificates/render-sheet.ts'
import { objects } from '../platform/objects.ts'
import { step } from '../platform/step.ts'
import { table } from '../platform/table.ts'

export const handler = step(Sheet, async ({ number }) => {
  await renderSheet({ table: table(), objects: objects() })(number)
  return { number }
})
