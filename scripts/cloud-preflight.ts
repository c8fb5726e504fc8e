/**
 * Tries what a deployment will need, before anything is deployed. Changes nothing.
 *
 *   npm run cloud:preflight -- --issuer https://login.example.cn/realms/training --region cn-north-1 \
 *     --public-url https://training.example.cn --alarm-mail ops@example.cn [--web-certificate ARN]
 */
import { parseArgs } from 'node:util'
import { GetAccountSettingsCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { addressesOf, type Finding, preflight } from './cloud/preflight.ts'

const USAGE =
  '用法 Usage: npm run cloud:preflight -- --issuer URL --region REGION [--public-url URL] [--alarm-mail ADDRESS] [--web-certificate ARN]'

const options = {
  issuer: { type: 'string' },
  region: { type: 'string' },
  'public-url': { type: 'string' },
  'alarm-mail': { type: 'string' },
  'web-certificate': { type: 'string' },
} as const

const MILLISECONDS = 10_000

const read = () => {
  try {
    return parseArgs({ options, strict: true }).values
  } catch {
    return {}
  }
}

const marks: Readonly<Record<Finding['level'], string>> = { good: '✓', look: '?', stop: '✗' }

const { issuer, region, ...given } = read()
if (issuer === undefined || region === undefined || !URL.canParse(issuer)) {
  console.error(USAGE)
  process.exitCode = 2
} else {
  const findings = await preflight(
    {
      fetch: (url) => fetch(url, { signal: AbortSignal.timeout(MILLISECONDS) }),
      addresses: addressesOf,
      concurrency: async () => {
        try {
          const settings = await new LambdaClient({ region }).send(new GetAccountSettingsCommand({}))
          return settings.AccountLimit?.ConcurrentExecutions
        } catch {
          return undefined
        }
      },
    },
    {
      issuer,
      region,
      publicUrl: given['public-url'],
      alarmMail: given['alarm-mail'],
      webCertificate: given['web-certificate'],
    },
  )
  for (const { level, what } of findings) console.log(`${marks[level]} ${what}`)
  const stops = findings.filter(({ level }) => level === 'stop').length
  console.log(
    stops === 0
      ? '可以部署；带 ? 的请自行确认。Ready; settle what is marked by ?.'
      : `${stops} 项会让部署失败，请先处理。${stops} would make it fail: mend them first.`,
  )
  process.exitCode = stops === 0 ? 0 : 1
}
