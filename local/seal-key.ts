import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { type Seal, sealWith } from '../functions/platform/seal.ts'
import { writeDurably } from './durable-file.ts'

/** Sixty-four hexadecimal digits: 256 random bits. */
export const isSealKey = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)

/** The seal of a data folder: its key lies in a file of its owner's alone, made once, outside the table. */
export const openSeal = (file: string): Seal => sealWith(openKey(file))

/** A key of a data folder, made once. */
export const openKey = (file: string): Uint8Array => {
  if (!existsSync(file)) writeDurably(file, randomBytes(32).toString('hex'))
  return Buffer.from(readFileSync(file, 'utf8'))
}
