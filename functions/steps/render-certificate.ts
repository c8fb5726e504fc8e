import * as z from 'zod'
import { renderSheet } from '../certificates/render-sheet.ts'
import { objects } from '../platform/objects.ts'
import { step } from '../platform/step.ts'
import { table } from '../platform/table.ts'

const Input = z.object({ number: z.string() })

export const handler = step(Input, async ({ number }) => {
  await renderSheet({ table: table(), objects: objects() })(number)
  return { number }
})
