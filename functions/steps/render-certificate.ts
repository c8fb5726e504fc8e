import * as z from 'zod'
import { renderSheet } from '../acts/render-sheet.ts'
import { objects } from '../kit/objects.ts'
import { step } from '../kit/step.ts'
import { table } from '../store/table.ts'

const Input = z.object({ number: z.string() })

export const handler = step(Input, async ({ number }) => {
  await renderSheet({ table: table(), objects: objects() })(number)
  return { number }
})
