import { defineConfig } from 'vitest/config'

/** The tests of the rules alone, for mutation testing: no reporter of ours, no isolation needed between pure files. */
export default defineConfig({
  test: { include: ['test/rules/*.test.ts'], isolate: false, reporters: ['default'] },
})
