import { resolve } from 'node:path'

/** The release that is tried; a new one: both lines, the hash by `sha256sum` on what its maker published. */
export const KEYCLOAK = {
  version: '26.7.3',
  sha256: '27a6535553c3cdcd083872ba40629efafb3475e3b758e0c6f691395561dd0f1f',
} as const

/** Where `scripts/prepare-keycloak.ts` puts it. */
export const KEYCLOAK_HOME = resolve(import.meta.dirname, `../.cache/keycloak-${KEYCLOAK.version}`)
