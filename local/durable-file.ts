import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** Replaces a file as a whole: a kill at any moment leaves the old content or the new, never a part. */
export const writeDurably = (file: string, content: string | Uint8Array, mode = 0o600): void => {
  mkdirSync(dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`
  const descriptor = openSync(draft, 'wx', mode)
  try {
    writeSync(descriptor, typeof content === 'string' ? Buffer.from(content) : content)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  renameSync(draft, file)
}
