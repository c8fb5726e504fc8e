import { Sheet } from '../../workflows/settle/contract.ts'
import { renderSheet } from '../acts/render-sheet.ts'
import { objects } from '../kit/objects.ts'
import { step } from '../kit/step.ts'
import { table } from '../store/table.ts'

export const handler = step(Sheet, async ({ number }) => {
  await renderSheet({ table: table(), objects: objects() })(number)
  return { number }
})
