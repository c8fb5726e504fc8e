import { publicUrl } from '../kit/public-url.ts'
import { certificateLetter } from '../letters/person-letters.ts'
import { certificateTitle } from '../letters/words.ts'
import { requireCertificate } from '../store/certificate.ts'
import type { StepDeps } from './open-task.ts'
import { tellPerson } from './tell-person.ts'

/** Tells the person of a certificate: one message, however often this is repeated. */
export const tellCertificate =
  (deps: StepDeps) =>
  async (number: string): Promise<void> => {
    const { content } = await requireCertificate(deps.table, number)
    await tellPerson(
      deps,
      content.staffId,
      certificateLetter(number, certificateTitle(content), publicUrl()),
      `certificate-${number}`,
    )
  }
