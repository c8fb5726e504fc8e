import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { type Seal, sealWith } from '../functions/platform/seal.ts'
import { writeDurably } from './durable-file.ts'

/** Sixty-four hexadecimal digits: 256 random bits. */
export const isSealKey = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)

/** The seal of a data folder: its key lies in a file of its owner's alone, made once, outside the table. */
export const openSeal = (file: string): Seal => {
  if (!existsSync(file)) writeDurably(file, randomBytes(32).toString('hex'))
  return sealWith(Buffer.from(readFileSync(file, 'utf8')))
}
