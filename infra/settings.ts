import { readFileSync } from 'node:fs'
import { RemovalPolicy } from 'aws-cdk-lib'
import type { Node } from 'constructs'
import * as z from 'zod'

/** No issuer is there: what a test is synthesised with. */
const NO_ISSUER = 'https://issuer.invalid'

/** Versions by the name that a function has in the catalog. */
const HeldVersions = z.record(z.string(), z.string().regex(/^\d+$/))

/** What a deployment is told by `-c name=value`. */
const Settings = z.object({
  /** `aws`: the global partition; `aws-cn`: China. */
  partition: z.enum(['aws', 'aws-cn']).default('aws'),
  /** Of the partition; without one the template goes to any region. */
  region: z.string().optional(),
  /** `production` keeps its data whatever happens to the stack; `test` may be thrown away. */
  environment: z.enum(['production', 'test']).default('production'),
  /** How the deployment is called in the account: two with names of their own stand beside each other. */
  name: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,30}[a-z0-9]$/)
    .default('training-platform'),
  /**
   * Whether the stacks and the table of a production refuse their deletion. `off` for its first deployment alone: what
   * a deployment that failed has left could not be cleared away for the next.
   */
  protection: z.enum(['on', 'off']).default('on'),
  /** The functions' processor; China's regions have had both since 2023, some others one. */
  architecture: z.enum(['arm64', 'x86_64']).default('arm64'),
  /**
   * Writes a second that the table takes from the first moment, for the close of a year (the largest number of them
   * that one needs: 16 shards at once, 1,000 each). Without it a new table takes 4,000. It can't be lowered again.
   */
  warmWrites: z.coerce.number().int().min(4_000).max(40_000).optional(),
  /**
   * The OpenID Connect issuer whose tokens are accepted; a production must name it, for API Gateway asks it while it is
   * deployed. A test's default exists nowhere, so nobody gets in.
   */
  oidcIssuer: z.url().default(NO_ISSUER),
  oidcAudience: z.string().min(1).default('training-platform-api'),
  /** Whether the pages name the audience as a resource (RFC 8707): Keycloak refuses one that it doesn't know. */
  oidcResource: z.enum(['audience', 'none']).default('audience'),
  /** The OAuth client as which the pages sign people in. */
  oidcClientId: z.string().min(1).default('web'),
  /** Further origins that the pages may call, separated by commas, such as a token endpoint elsewhere. */
  oidcOrigins: z
    .string()
    .default('')
    .transform((text) => text.split(',').filter((origin) => origin !== ''))
    .pipe(z.array(z.url())),
  /**
   * A claim of the access token that finds an account at the first sign-in: `email` (where it is verified),
   * `phone_number`, `employee_number`, or another with what it speaks of: `custom:staff=employee_number`.
   */
  identityClaim: z
    .string()
    .regex(/^(none|email|phone_number|employee_number|[^=\s]+=(email|phone_number|employee_number))$/)
    .default('none'),
  /** The ARN of the certificate of `publicUrl` in us-east-1: with it the pages are deployed behind CloudFront. */
  webCertificate: z
    .string()
    .regex(/^arn:aws:acm:us-east-1:\d{12}:certificate\//)
    .optional(),
  /** Whether AWS WAF is deployed (to us-east-1), and whether it refuses what its rules find or counts it alone. */
  firewall: z.enum(['none', 'count', 'block']).default('none'),
  /** The ARN that the firewall's stack prints: with it the pages, and the API behind them, stand behind it. */
  webFirewall: z
    .string()
    .regex(/^arn:aws:wafv2:us-east-1:\d{12}:global\/webacl\//)
    .optional(),
  /**
   * The pages' address: for links in mails, the code on a certificate, and uploads from browsers. Without it
   * links lead nowhere and browsers may not upload.
   */
  publicUrl: z.url().optional(),
  /** Who is written to when an alarm goes off. */
  alarmMail: z.email().optional(),
  /** ARNs, parted by commas, of the KMS keys that signed certificates before the present one. */
  pastSigningKeys: z
    .string()
    .default('')
    .transform((text) => text.split(',').filter((arn) => arn !== ''))
    .pipe(z.array(z.string().regex(/^arn:aws(-cn)?:kms:[a-z0-9-]+:\d{12}:key\//))),
  /** The ARN of a backup vault in a second region of the partition, which takes a copy of each night's backup. */
  backupCopyVault: z
    .string()
    .regex(/^arn:aws(-cn)?:backup:[a-z0-9-]+:\d{12}:backup-vault:/)
    .optional(),
  /**
   * A file made by `npm run cloud:live`: the version of each function that callers reach. With it a deployment leaves them
   * there, and the new versions take `share` percent of the calls; without it the new ones take all.
   */
  held: z
    .string()
    .transform((file) => HeldVersions.parse(JSON.parse(readFileSync(file, 'utf8'))))
    .optional(),
  /** Percent of the calls that the new versions take beside the held ones; 0 leads every call back to these. */
  share: z.coerce.number().min(0).max(99).default(0),
  /**
   * What this version is called, such as its commit: in the log of each call, and the reason that every function gets a
   * version of its own, so that a trial meets the version before and this one whole.
   */
  release: z
    .string()
    .regex(/^[A-Za-z0-9._-]{1,64}$/)
    .optional(),
  /** X-Ray. China has none for Lambda. */
  tracing: z.enum(['on', 'off']).default('off'),
})
export type Settings = z.infer<typeof Settings>

/** What everything of the platform is tagged with, whatever the deployment's name. */
export const PROJECT = 'training-platform'

/** Whether what is stored outlives its stack. */
export const staysFor = ({ environment }: Pick<Settings, 'environment'>): boolean =>
  environment === 'production'

/** Whether stacks and table refuse their deletion. */
export const isProtected = ({ environment, protection }: Settings): boolean =>
  environment === 'production' && protection === 'on'

/**
 * What happens to a thing that holds data when its stack lets it go: it stays, unless it was made by the very
 * deployment that failed. Otherwise its name would be in the way of the next.
 */
export const removalOf = (stays: boolean): RemovalPolicy =>
  stays ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY

/** A setting that can't be used: its name and what is wrong with it. */
export class SettingsWrongError extends Error {
  override name = 'SettingsWrongError'
}

/** Reads the settings from the context of the app. Throws `SettingsWrongError`. */
export const readSettings = (node: Node): Settings => {
  const given = Object.keys(Settings.shape).map((name) => [name, node.tryGetContext(name)] as const)
  const parsed = Settings.safeParse(Object.fromEntries(given.filter(([, value]) => value !== undefined)))
  if (!parsed.success) throw new SettingsWrongError(z.prettifyError(parsed.error))
  const { environment, oidcIssuer, partition, region, tracing, webCertificate, publicUrl } = parsed.data
  if (region?.startsWith('cn-') !== (partition === 'aws-cn') && region !== undefined)
    throw new SettingsWrongError(`The region ${region} is not one of the partition ${partition}.`)
  if (tracing === 'on' && partition === 'aws-cn')
    throw new SettingsWrongError('There is no X-Ray for Lambda in China: leave tracing off.')
  if (webCertificate !== undefined && partition === 'aws-cn')
    throw new SettingsWrongError(
      'In China the pages are served by a web server of your own: leave webCertificate out.',
    )
  if (webCertificate !== undefined && publicUrl === undefined)
    throw new SettingsWrongError(
      'The pages need the address that the certificate is for: -c publicUrl=https://…',
    )
  if (environment === 'production' && oidcIssuer === NO_ISSUER)
    throw new SettingsWrongError(
      'A production needs its OpenID Connect issuer: -c oidcIssuer=https://… (npm run cloud:preflight tries it). To look at the templates alone: -c environment=test.',
    )
  if (parsed.data.firewall !== 'none' && partition === 'aws-cn')
    throw new SettingsWrongError(
      'China has no AWS WAF for these pages: leave firewall out, and use your web server’s.',
    )
  if (webCertificate === undefined && parsed.data.webFirewall !== undefined)
    throw new SettingsWrongError('A firewall stands before the pages: -c webCertificate=ARN deploys them.')
  if (parsed.data.held !== undefined && parsed.data.release === undefined)
    throw new SettingsWrongError(
      'A trial beside held versions needs the name of this one, such as its commit: -c release=…',
    )
  return parsed.data
}
