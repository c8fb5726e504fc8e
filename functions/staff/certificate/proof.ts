import { deflateRawSync } from 'node:zlib'
import { canonicalBytes, type SignedCertificate } from './signing.ts'

/** What the proof of a certificate begins with: the form that a reader takes apart. */
const FORM = 'NMPX1'

/**
 * What was signed at a certificate's issue, and its signature, as one word that anyone can check with the published
 * key: `NMPX1.CONTENT.SIGNATURE.KEY`. The content is its canonical JSON, deflated (RFC 1951) and in base64url, the
 * signature r‖s in base64url, the key's id as in the key set. It stands in the PDF, as it is, and in the QR code.
 */
export const proofOf = ({ content, signature, keyId }: SignedCertificate): string =>
  [FORM, deflateRawSync(canonicalBytes(content), { level: 9 }).toString('base64url'), signature, keyId].join(
    '.',
  )
