import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type IdentityClaim, parseIdentityClaim } from '../functions/onboarding/identity-claim.ts'
import type { OtherIssuer } from './identity/other-issuer.ts'

export interface Settings {
  readonly port: number
  readonly directory: string
  /** Begin anew: everything in the data folder is removed first. */
  readonly fresh: boolean
  /** Where the clock starts, ISO 8601; undefined: where it stood, or the machine's time. */
  readonly now: string | undefined
  /** How many fictional persons a new demo holds; undefined: as it is, or the small one. */
  readonly demo: Demo | undefined
  /** The claim of a login that finds its account (`IDENTITY_CLAIM`); undefined: none does. */
  readonly identityClaim: IdentityClaim | undefined
  /** An identity provider that others run (`OIDC_ISSUER`); undefined: this machine's own, which asks for no password. */
  readonly otherIssuer: OtherIssuer | undefined
}

/**
 * `none` begins empty, with the region's authority and one invitation; `accounts` holds those alone who can sign in;
 * `large` is a table on which a year's close takes a while.
 */
export const demos = { none: 0, accounts: 8, small: 240, large: 20_000 } as const
export type Demo = keyof typeof demos

const isDemo = (text: string): text is Demo => Object.hasOwn(demos, text)

/** A setting that can't be used: one sentence that says what to do. */
export class SettingsWrongError extends Error {
  override name = 'SettingsWrongError'
}

const readOtherIssuer = (
  environment: Readonly<Record<string, string | undefined>>,
): OtherIssuer | undefined => {
  const {
    OIDC_ISSUER: issuer,
    OIDC_AUDIENCE: audience,
    OIDC_CLIENT_ID: clientId = 'web',
    OIDC_RESOURCE: resource = 'audience',
  } = environment
  if (issuer === undefined) return undefined
  if (!URL.canParse(issuer) || issuer.endsWith('/'))
    throw new SettingsWrongError(
      `OIDC_ISSUER=${issuer} 不是网址，请写成身份认证系统自己公布的 issuer，末尾不带斜杠。 OIDC_ISSUER must be the issuer's own address, without a slash at its end.`,
    )
  if (audience === undefined)
    throw new SettingsWrongError(
      '有 OIDC_ISSUER 时还需要 OIDC_AUDIENCE（访问令牌的 aud）。 OIDC_ISSUER needs OIDC_AUDIENCE, what the access tokens are made for.',
    )
  if (resource !== 'audience' && resource !== 'none')
    throw new SettingsWrongError(
      'OIDC_RESOURCE 请写 audience 或 none。 OIDC_RESOURCE takes audience or none.',
    )
  return { issuer, audience, clientId, asksForResource: resource === 'audience' }
}

/** Reads the command line and the environment of `npm start`. */
export const readSettings = (
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Settings => {
  const options = {
    fresh: { type: 'boolean', default: false },
    now: { type: 'string' },
    demo: { type: 'string' },
  } as const
  let values: { fresh: boolean; now?: string | undefined; demo?: string | undefined }
  try {
    values = parseArgs({ args: [...argv], options, strict: true }).values
  } catch {
    throw new SettingsWrongError(
      '不认识的参数。可用：--fresh、--now 2026-12-31T09:00:00+08:00、--demo large。 Unknown option: use --fresh, --now TIME or --demo none|accounts|small|large.',
    )
  }
  const port = Number(environment.PORT ?? 3000)
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new SettingsWrongError(
      `PORT=${environment.PORT} 不是端口号，请用 1 到 65535 之间的整数。 PORT must be a whole number from 1 to 65535.`,
    )
  if (values.now !== undefined && Number.isNaN(Date.parse(values.now)))
    throw new SettingsWrongError(
      `--now ${values.now} 不是时间，请写成 2026-12-31T09:00:00+08:00。 --now takes a time such as 2026-12-31T09:00:00+08:00.`,
    )
  if (values.demo !== undefined && !isDemo(values.demo))
    throw new SettingsWrongError(
      `--demo ${values.demo} 不存在，请写 none、accounts、small 或 large。 --demo takes none, accounts, small or large.`,
    )
  return {
    port,
    directory: resolve(environment.DATA_DIR ?? '.data'),
    fresh: values.fresh,
    now: values.now,
    demo: values.demo,
    identityClaim: parseIdentityClaim(environment.IDENTITY_CLAIM ?? 'none'),
    otherIssuer: readOtherIssuer(environment),
  }
}
