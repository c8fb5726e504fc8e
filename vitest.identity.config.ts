import './test/passing-folder.ts'
import { defineConfig } from 'vitest/config'
import { IDENTITY_FILES } from './test/suites.ts'

/** With an identity provider that others wrote, in a real browser: `npm run test:identity`. */
export default defineConfig({
  test: {
    include: IDENTITY_FILES,
    reporters: ['default', './test/reporter.ts'],
    testTimeout: 300_000,
    hookTimeout: 600_000,
    // What is waited for comes at once, or when others are at work on the same machine, late.
    expect: { poll: { timeout: 60_000 } },
  },
})
