import { resolve } from 'node:path'
import { defineConfig } from 'vite'

const ROOT = import.meta.dirname

export default defineConfig({
  root: ROOT,
  // Its hashed files never change: they may be kept for ever.
  build: {
    outDir: resolve(ROOT, 'dist'),
    emptyOutDir: true,
    assetsDir: 'static',
    // Nothing inlined: the content security policy lets nothing inline run.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { task: resolve(ROOT, 'task.html'), verify: resolve(ROOT, 'verify.html') } },
  },
})
