import type { Revised } from '../../workflows/settle/contract.ts'
import type { WritingHost } from '../platform/writing-host.ts'
import { requireCertificate } from '../staff/certificate.ts'
import { tellPerson } from '../staff/tell-person.ts'
import { certificateTitle } from '../staff/words.ts'
import { certificateChangeLetter, certificateLetter } from './certificate-letters.ts'

/** Tells the person of a certificate or of its change: by one message each, also when repeated. */
export const tellCertificate =
  (deps: WritingHost) =>
  async ({ number, revision }: Revised): Promise<void> => {
    const { content, history } = await requireCertificate(deps.table, number)
    const change = history[revision - 2]
    const title = certificateTitle(content)
    await tellPerson(
      deps,
      content.staffId,
      change === undefined
        ? certificateLetter(number, title, deps.publicUrl)
        : certificateChangeLetter(number, title, change, deps.publicUrl),
      change === undefined ? `certificate-${number}` : `certificate-${number}-${revision}`,
    )
  }
