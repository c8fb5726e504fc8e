import { createHash } from 'node:crypto'
import type { StaffId } from '../../platform/ids.ts'

export const certificateKinds = ['annual', 'induction', 'transfer'] as const
export type CertificateKind = (typeof certificateKinds)[number]

/** Letters and digits that nobody mistakes for one another: no 0 and O, no 1 and I. Thirty-two: five bits each. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

const CODE_LENGTH = 12
const BODY_LENGTH = 11

/** One character a byte. 256 is a multiple of 32, so that random bytes make every character equally likely. */
const spell = (bytes: Uint8Array, length: number): string =>
  Array.from(bytes.subarray(0, length), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('')

const inFours = (text: string): string => (text.match(/.{1,4}/g) ?? []).join('-')

const KIND_LETTERS = { annual: 'A', induction: 'N', transfer: 'T' } as const satisfies Record<
  CertificateKind,
  string
>

/** Doubling in the field of 32 elements (x⁵ + x² + 1). */
const double = (value: number): number => (value & 16 ? (value << 1) ^ 0b100101 : value << 1)

/**
 * The check character: as the field's 2 generates all its elements, one wrong character and any two exchanged
 * ones always change it.
 */
const checkOf = (year: string, letter: string, body: string): string => {
  const values = [...Array.from(year, Number), ...Array.from(letter + body, (one) => ALPHABET.indexOf(one))]
  return ALPHABET.charAt(values.reduce((sum, value) => double(sum ^ value), 0))
}

/**
 * The number of a certificate, `NMPX-2026-A-XXXX-XXXX-XXXX`: A annual, N induction, T transfer. The same person and
 * obligation always have the same number, so that a repeated issue is no second one; only after a fraud is there another
 * `issue`. It says nothing of the person.
 */
export const certificateNumber = (certificate: {
  year: number
  kind: CertificateKind
  staffId: StaffId
  obligation: string
  issue?: number
}): string => {
  const year = String(certificate.year)
  const letter = KIND_LETTERS[certificate.kind]
  const { staffId, obligation, issue = 1 } = certificate
  const source = JSON.stringify(['certificate', staffId, obligation, ...(issue === 1 ? [] : [issue])])
  const body = spell(createHash('sha256').update(source).digest(), BODY_LENGTH)
  return `NMPX-${year}-${letter}-${inFours(body + checkOf(year, letter, body))}`
}

const NUMBER =
  /^NMPX-(\d{4})-([ANT])-([2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{3})([2-9A-HJ-NP-Z])$/

/** Whether a text is a certificate's number in its printed form, check character included. */
export const isCertificateNumber = (text: string): boolean => {
  const [, year = '', letter = '', body = '', check] = NUMBER.exec(text) ?? []
  return check !== undefined && checkOf(year, letter, body.replaceAll('-', '')) === check
}

/**
 * A verify code of twelve characters (60 bits) as it is stored and looked up; `groupVerifyCode` prints it.
 * `random`: at least 12 bytes of a cryptographic source.
 */
export const verifyCode = (random: Uint8Array): string => {
  if (random.length < CODE_LENGTH) throw new RangeError(`A verify code needs ${CODE_LENGTH} random bytes.`)
  return spell(random, CODE_LENGTH)
}

/** `XXXX-XXXX-XXXX`. */
export const groupVerifyCode = inFours

/** A text as people type it, in capitals and half-width letters, without spaces and hyphens. */
const bareText = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{Pd}−]/gu, '')
    // Letters of other alphabets have capitals that are ours: ß is no SS.
    .replace(/[a-z]/g, (letter) => letter.toUpperCase())

/** A certificate's number as people type it, in its printed form; undefined where it can't be one. */
export const normalizeCertificateNumber = (text: string): string | undefined => {
  if (text.length > 100) return undefined
  const [, year = '', letter = '', code = ''] =
    /^NMPX(\d{4})([ANT])([2-9A-HJ-NP-Z]{12})$/.exec(bareText(text)) ?? []
  const number = `NMPX-${year}-${letter}-${inFours(code)}`
  return isCertificateNumber(number) ? number : undefined
}

/**
 * A code as people type it — any case, hyphens, spaces, full-width letters — in the form that is looked up;
 * undefined where it can't be a code.
 */
export const normalizeVerifyCode = (text: string): string | undefined => {
  if (text.length > 100) return undefined
  const bare = bareText(text)
  return /^[2-9A-HJ-NP-Z]{12}$/.test(bare) ? bare : undefined
}
