import type { CertificateInput } from '../../workflows/settle/contract.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { type Table, write } from '../platform/table.ts'
import { type Signer, signBytes } from '../staff/certificate/signing.ts'
import { changeCertificate, correctionBytes, unsignedCorrections } from '../staff/certificate.ts'
import { requireStaff } from '../staff/require-staff.ts'

/** Who signs a correction: the `settle` workflow, for new corrections and for old unsigned ones. */
const SETTLEMENT = 'settlement'

/**
 * Signs every correction of a certificate that has no signature. Statement and revision stay, so nobody is
 * told. Safe to repeat, and twice at once.
 */
export const signCorrections =
  ({ table, signer }: { readonly table: Table; readonly signer: Signer }) =>
  ({ staffId, obligation }: CertificateInput): Promise<null> =>
    retryOnConflict(async () => {
      const { certificates } = await requireStaff(table, staffId)
      // One that another takes the place of may have corrections of before to sign.
      const certificate = certificates.find(
        (one) => one.content.obligation === obligation && unsignedCorrections(one).length > 0,
      )
      if (certificate === undefined) return null
      const unsigned = unsignedCorrections(certificate)
      if (unsigned.length === 0) return null
      const history = await Promise.all(
        certificate.history.map(async (change) =>
          change.kind === 'corrected' && unsigned.includes(change)
            ? {
                ...change,
                signed: {
                  ...(await signBytes(correctionBytes(certificate, change), signer)),
                  by: SETTLEMENT,
                },
              }
            : change,
        ),
      )
      await write(table, [changeCertificate(certificate, { ...certificate, history })])
      return null
    })
