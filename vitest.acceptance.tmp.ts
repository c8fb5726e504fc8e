import { defineConfig } from 'vitest/config'
export default defineConfig({ test: { include: ['test/acceptance/*.test.ts'], fileParallelism: false, testTimeout: 60000 } })
