import { readFileSync } from 'node:fs'
import { fontFiles } from './font-files.ts'

let loaded: Buffer | undefined

/** The main font of certificates and papers, read once a process (15 MB) when it is first asked for. */
export const loadFont = (): Buffer => {
  loaded ??= readFileSync(fontFiles.text())
  return loaded
}
