/** The order of the curve P-256. */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n

const SIZE = 32

/** A signature that is not of the form it should have. */
class SignatureMalformedError extends Error {
  override name = 'SignatureMalformedError'
}

const toNumber = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`)

const toBytes = (value: bigint): Buffer => Buffer.from(value.toString(16).padStart(SIZE * 2, '0'), 'hex')

/**
 * A DER signature, as KMS gives it — `SEQUENCE { INTEGER r, INTEGER s }` — as r‖s of 32 bytes each (IEEE P1363,
 * the form of JOSE). Throws `SignatureMalformedError`.
 */
export const p1363FromDer = (der: Uint8Array): Uint8Array => {
  const malformed = () => new SignatureMalformedError('The signature is not a DER pair of P-256 integers.')
  let at = 0
  const expect = (byte: number) => {
    if (der[at] !== byte) throw malformed()
    at += 1
  }
  const integer = (): Uint8Array => {
    expect(0x02)
    const length = der[at] ?? 0
    const value = der.subarray(at + 1, at + 1 + length)
    at += 1 + length
    // DER leads a number whose first bit is set with one zero byte.
    const bare = value[0] === 0 ? value.subarray(1) : value
    if (length === 0 || value.length !== length || bare.length > SIZE) throw malformed()
    return Buffer.concat([Buffer.alloc(SIZE - bare.length), bare])
  }
  expect(0x30)
  expect(der.length - 2)
  const pair = Buffer.concat([integer(), integer()])
  if (at !== der.length) throw malformed()
  return pair
}

/**
 * Of the two signatures (r, s) and (r, n − s), which are both good for the same message, the one with the lower s:
 * so a certificate has one signature that can be made from its own, and any other bytes are no signature of it.
 */
export const withLowS = (signature: Uint8Array): Uint8Array => {
  const s = toNumber(signature.subarray(SIZE))
  return s > ORDER / 2n ? Buffer.concat([signature.subarray(0, SIZE), toBytes(ORDER - s)]) : signature
}

/** Whether bytes have the form that `withLowS` gives. */
export const hasLowS = (signature: Uint8Array): boolean =>
  signature.length === SIZE * 2 && toNumber(signature.subarray(SIZE)) <= ORDER / 2n
