/**
 * What must hold before anything is deployed: asked of the issuer, the account and the settings. Each check says what
 * was found and what to do; `stop` keeps the deployment from succeeding, `look` is for people to settle.
 */
import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'
import * as z from 'zod'

export interface Finding {
  readonly level: 'good' | 'look' | 'stop'
  readonly what: string
}

/** What the checks ask; a test gives its own. */
export interface Asking {
  fetch(url: string): Promise<{ readonly status: number; json(): Promise<unknown> }>
  /** The addresses of a name. */
  addresses(host: string): Promise<readonly string[]>
  /** How many functions of the account may run at once; undefined where it can't be asked. */
  concurrency(): Promise<number | undefined>
}

export interface Planned {
  readonly issuer: string
  readonly region: string
  readonly publicUrl?: string | undefined
  readonly webCertificate?: string | undefined
  readonly alarmMail?: string | undefined
}

const good = (what: string): Finding => ({ level: 'good', what })
const look = (what: string): Finding => ({ level: 'look', what })
const stop = (what: string): Finding => ({ level: 'stop', what })

const Discovery = z.looseObject({
  issuer: z.string(),
  jwks_uri: z.string(),
  authorization_endpoint: z.string().optional(),
  id_token_signing_alg_values_supported: z.array(z.string()).optional(),
})
const Keys = z.object({ keys: z.array(z.looseObject({ kty: z.string(), alg: z.string().optional() })) })

const inside = new BlockList()
for (const [address, prefix] of [
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['100.64.0.0', 10],
] as const)
  inside.addSubnet(address, prefix, 'ipv4')
for (const [address, prefix] of [
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  inside.addSubnet(address, prefix, 'ipv6')

const isInside = (address: string): boolean =>
  isIP(address) !== 0 && inside.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')

const words = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** API Gateway reads the discovery document when it makes the authorizer, from outside: what it can't read fails the stack. */
const checkIssuer = async (asking: Asking, issuer: string): Promise<Finding[]> => {
  const { protocol, hostname } = new URL(issuer)
  if (protocol !== 'https:') return [stop(`The issuer ${issuer} is not reached by HTTPS.`)]
  const findings: Finding[] = []
  try {
    const addresses = await asking.addresses(hostname)
    if (addresses.some(isInside))
      findings.push(
        stop(
          `${hostname} has an address of an inner network (${addresses.join(', ')}): API Gateway cannot reach it.`,
        ),
      )
  } catch (error) {
    return [stop(`${hostname} has no address: ${words(error)}.`)]
  }
  const at = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  try {
    const reply = await asking.fetch(at)
    if (reply.status !== 200) return [...findings, stop(`${at} answers ${reply.status}, not 200.`)]
    const discovery = Discovery.safeParse(await reply.json())
    if (!discovery.success) return [...findings, stop(`${at} is no discovery document of OpenID Connect.`)]
    findings.push(
      discovery.data.issuer === issuer
        ? good(`The issuer is the one that its discovery document names: ${issuer}.`)
        : stop(
            `The discovery document names the issuer ${discovery.data.issuer}; take that, to the last stroke.`,
          ),
    )
    const algorithms = discovery.data.id_token_signing_alg_values_supported
    if (algorithms !== undefined && !algorithms.includes('RS256'))
      findings.push(stop(`The issuer signs by ${algorithms.join(', ')}; API Gateway takes RS256.`))
    const keys = await asking.fetch(discovery.data.jwks_uri)
    const parsed = keys.status === 200 ? Keys.safeParse(await keys.json()) : undefined
    const isUsable = parsed?.success === true && parsed.data.keys.some(({ kty }) => kty === 'RSA')
    findings.push(
      isUsable
        ? good('Its keys are published, an RSA key among them.')
        : stop(`${discovery.data.jwks_uri} (${keys.status}) publishes no RSA key.`),
    )
  } catch (error) {
    findings.push(stop(`${at} cannot be read: ${words(error)}. An issuer on an inner network cannot serve.`))
  }
  return findings
}

/** What the pages and jobs of this platform need at once; new accounts often have ten. */
const NEEDED_AT_ONCE = 100

const checkAccount = async (asking: Asking): Promise<Finding> => {
  const most = await asking.concurrency()
  if (most === undefined)
    return look('The account could not be asked how many functions may run at once: sign in, or look it up.')
  return most < NEEDED_AT_ONCE
    ? stop(
        `The account runs ${most} functions at once; ask for ${NEEDED_AT_ONCE * 10} (Service Quotas, Lambda, concurrent executions). It takes days.`,
      )
    : good(`The account runs ${most} functions at once.`)
}

const checkSettings = ({ region, publicUrl, webCertificate, alarmMail }: Planned): Finding[] => [
  ...(region.startsWith('cn-')
    ? [
        look(
          'China: until the account has its ICP record, every call, also under a domain of its own, is answered 403. Ask for it first.',
        ),
        look('China: the pages go to a web server of your own, as web/hosting.json says.'),
      ]
    : []),
  ...(publicUrl === undefined
    ? [stop('Without -c publicUrl=https://… links in mails lead nowhere, and browsers may not upload.')]
    : [good(`Links lead to ${publicUrl}.`)]),
  ...(webCertificate === undefined || webCertificate.startsWith('arn:aws:acm:us-east-1:')
    ? []
    : [stop('The certificate of the pages must be one of us-east-1: CloudFront takes no other.')]),
  alarmMail === undefined
    ? stop('Without -c alarmMail=… alarms go off and nobody reads them.')
    : good(`Alarms are written to ${alarmMail}; its owner must confirm the mail that AWS sends first.`),
  look(
    'A year is closed in December: deploy with -c warmWrites=16000 before, or the table takes 4,000 writes a second at first.',
  ),
  look(
    'The first deployment alone: add -c protection=off; deploy once more without it when all stacks stand.',
  ),
]

/** Every check, in the order in which they are mended. */
export const preflight = async (asking: Asking, planned: Planned): Promise<Finding[]> => [
  ...(await checkIssuer(asking, planned.issuer)),
  await checkAccount(asking),
  ...checkSettings(planned),
]

/** The addresses of a name, by the machine's own resolver. */
export const addressesOf = async (host: string): Promise<readonly string[]> =>
  (await lookup(host, { all: true })).map(({ address }) => address)
