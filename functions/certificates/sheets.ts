import { serve } from '../organisations/session.ts'
import { objectsFromEnvironment } from '../platform/objects.ts'
import { publicUrlFromEnvironment } from '../platform/public-url.ts'
import { succeed } from '../platform/refusals.ts'
import { file } from '../platform/reply.ts'
import { noteLook } from '../staff/look.ts'
import { findCertificate } from './find-certificate.ts'
import { certificateSheets } from './functions.ts'
import { renderSheet } from './render-sheet.ts'
import { sheetKey } from './sheet-key.ts'
import { vouchingHost } from './vouching-host.ts'

export const handler = serve(
  certificateSheets,
  () => ({ ...vouchingHost(), objects: objectsFromEnvironment(), publicUrl: publicUrlFromEnvironment() }),
  {
    'GET /certificates/{number}/pdf': async ({ host, params, actor }) => {
      const found = await findCertificate(host, params.number, actor)
      if (!found.ok) return found
      const kept = await host.objects.get(sheetKey(params.number))
      // Usually drawn at issue; where that step is still to come, it is drawn here and nobody waits.
      const bytes = kept?.bytes ?? (await renderSheet(host)(params.number))
      await noteLook(host, actor, found.value.content.staffId, 'certificate')
      return succeed(file(bytes, 'application/pdf', `${params.number}.pdf`))
    },
  },
)
