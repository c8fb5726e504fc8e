import { Issued } from '../../workflows/settle/contract.ts'
import { renderSheet } from '../acts/render-sheet.ts'
import { objects } from '../kit/objects.ts'
import { step } from '../kit/step.ts'
import { table } from '../store/table.ts'

export const handler = step(Issued, ({ number }) =>
  renderSheet({ table: table(), objects: objects() })(number),
)
