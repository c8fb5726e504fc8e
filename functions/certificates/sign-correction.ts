import type { CertificateInput } from '../../workflows/settle/contract.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { type Table, write } from '../platform/table.ts'
import { type Signer, signBytes } from '../staff/certificate/signing.ts'
import { changeCertificate, correctionBytes, unsignedCorrections } from '../staff/certificate.ts'
import { requireStaff } from '../staff/require-staff.ts'

/** Whose work the signature of a correction is: the settlement's, of new ones at once and of those of old once. */
const SETTLEMENT = 'settlement'

/**
 * Signs every correction of a certificate that nobody has signed yet, as its issue was signed. What it says stays, and
 * so does its revision: nobody is told of it. Safe to repeat, and twice at once.
 */
export const signCorrections =
  ({ table, signer }: { readonly table: Table; readonly signer: Signer }) =>
  ({ staffId, obligation }: CertificateInput): Promise<null> =>
    retryOnConflict(async () => {
      const { certificates } = await requireStaff(table, staffId)
      const certificate = certificates.find(({ content }) => content.obligation === obligation)
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
