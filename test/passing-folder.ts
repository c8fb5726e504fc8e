import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * The folder for passing files of this run, which is gone when the run has ended: keys, bundles, data folders. A
 * configuration that imports this gives it to every process that it starts; what somebody else left is not touched.
 */
if (process.env.TESTS_FOLDER === undefined) {
  const folder = mkdtempSync(join(tmpdir(), 'training-platform-tests-'))
  Object.assign(process.env, { TESTS_FOLDER: folder, TMPDIR: folder, TEMP: folder, TMP: folder })
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
}
