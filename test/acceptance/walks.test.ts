import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'

const execute = promisify(execFile)

interface Walk {
  readonly title: string
  readonly script: string
  readonly printed: string
}

/** The walks of `docs/walks.md`: the words that all begin with, and each block with what it prints. */
const readWalks = async (): Promise<{ words: string; walks: Walk[] }> => {
  const [head = '', ...sections] = (await readFile('docs/walks.md', 'utf8')).split(/^## /m)
  const block = (text: string, language: string): string =>
    new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(text)?.[1] ?? ''
  return {
    words: block(head, 'sh'),
    walks: sections.map((section) => ({
      title: section.split('\n', 1)[0] ?? '',
      script: block(section, 'sh'),
      printed: block(section, 'text'),
    })),
  }
}

const { words, walks } = await readWalks()

describe('what the documentation walks through is so', () => {
  test('there are five walks', () => expect(walks).toHaveLength(5))

  test.each(walks)('$title', async ({ script, printed }) => {
    const directory = await mkdtemp(join(tmpdir(), 'walk-'))
    try {
      const { stdout } = await execute('sh', ['-c', `${words}\n${script}`], {
        cwd: directory,
        env: { ...process.env, BASE: (process.env.SYSTEM_URL ?? '').replace(/\/$/, '') },
      })
      expect(`${stdout.trimEnd()}\n`).toBe(printed)
    } finally {
      await rm(directory, { recursive: true, force: true })
    }
  })
})
