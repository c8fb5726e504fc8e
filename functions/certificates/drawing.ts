import { objectsFromEnvironment } from '../platform/objects.ts'
import { publicUrlFromEnvironment } from '../platform/public-url.ts'
import { steps } from '../platform/step.ts'
import { tableFromEnvironment } from '../platform/table.ts'
import { certificateDrawing } from './functions.ts'
import { renderSheet } from './render-sheet.ts'

const drawingHost = () => ({
  table: tableFromEnvironment(),
  objects: objectsFromEnvironment(),
  publicUrl: publicUrlFromEnvironment(),
})

export const handler = steps(certificateDrawing, drawingHost, {
  'render-certificate': async ({ number }, host) => {
    await renderSheet(host)(number)
    return { number }
  },
})
