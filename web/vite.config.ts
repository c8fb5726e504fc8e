import { resolve } from 'node:path'
import { defineConfig, type Plugin } from 'vite'

const ROOT = import.meta.dirname

/** antd writes its styles as elements of the page, which the content security policy stops: these take their place. */
const adoptStyles: Plugin = {
  name: 'adopt-styles',
  enforce: 'pre',
  load: (id) =>
    /@rc-component\/util\/es\/Dom\/dynamicCSS\.js$|@ant-design\/icons\/es\/cssUtils\.js$/.test(id)
      ? `export * from ${JSON.stringify(resolve(ROOT, 'workbench/adopted-styles.ts'))}`
      : undefined,
}

export default defineConfig({
  root: ROOT,
  plugins: [adoptStyles],
  // `npm run web:dev` shows changes at once, on the data of a running `npm start`.
  server: {
    proxy: Object.fromEntries(
      ['/api', '/oidc', '/local', '/config.json'].map((path) => [
        path,
        process.env.SYSTEM_URL ?? 'http://127.0.0.1:3000',
      ]),
    ),
  },
  // Its hashed files never change: they may be kept for ever.
  build: {
    outDir: resolve(ROOT, 'dist'),
    emptyOutDir: true,
    // Which file comes with which: the tests weigh pages by it.
    manifest: 'manifest.json',
    assetsDir: 'static',
    // Nothing inlined: the content security policy lets nothing inline run.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // antd marks its modules for servers that render; here nothing does.
      onwarn: (warning, warn) => {
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning)
      },
      input: ['index', 'signed-in', 'task', 'verify'].map((page) => resolve(ROOT, `${page}.html`)),
    },
  },
})
