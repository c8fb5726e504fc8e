import { defineConfig } from 'vitest/config'

/** The tests in a browser, each file on a system of its own: for those who work on one of them. */
export default defineConfig({
  test: {
    include: ['test/web/*.test.ts'],
    reporters: ['default', './test/reporter.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 90_000,
  },
})
