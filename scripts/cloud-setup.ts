/**
 * Sets up a deployment whose table is empty, or lets its first account in again, by whoever administers the cloud
 * account: invokes the stack's function `setup` with the caller's own credentials.
 *
 *   npm run cloud:setup -- --name 张三 --email zhang@example.cn [--authority 自治区人社厅] [--region cn-north-1]
 *   npm run cloud:setup -- --recover --reason 原因 [--email new@example.cn]
 */
import { parseArgs } from 'node:util'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import * as z from 'zod'

const USAGE =
  '用法 Usage: npm run cloud:setup -- --name NAME --email ADDRESS [--authority NAME] [--authority-id ID] | --recover --reason WHY [--name NAME] [--email ADDRESS]；[--stack training-platform] [--region REGION]'

const options = {
  stack: { type: 'string', default: 'training-platform' },
  region: { type: 'string' },
  authority: { type: 'string' },
  'authority-id': { type: 'string' },
  name: { type: 'string' },
  email: { type: 'string' },
  recover: { type: 'boolean', default: false },
  reason: { type: 'string' },
} as const

/** What keeps it from being done: a sentence for whoever called it. */
class SetupRefusedError extends Error {
  override name = 'SetupRefusedError'
}

const Answer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), authorityId: z.string(), accountId: z.string(), link: z.string() }),
  z.object({ ok: z.literal(false), code: z.string(), message: z.string() }),
])

const read = () => {
  try {
    return parseArgs({ options, strict: true }).values
  } catch {
    throw new SetupRefusedError(USAGE)
  }
}

const setUp = async (): Promise<void> => {
  const { stack, region, 'authority-id': authorityId, ...input } = read()
  if (!input.recover && (input.name === undefined || input.email === undefined))
    throw new SetupRefusedError(USAGE)
  const client = new LambdaClient(region === undefined ? {} : { region })
  const { Payload, FunctionError } = await client.send(
    new InvokeCommand({
      FunctionName: `${stack}-setup`,
      Payload: Buffer.from(JSON.stringify({ ...input, authorityId })),
    }),
  )
  const text = Buffer.from(Payload ?? []).toString('utf8')
  if (FunctionError !== undefined) throw new SetupRefusedError(text)
  const answer = Answer.parse(JSON.parse(text))
  if (!answer.ok) throw new SetupRefusedError(`${answer.code}: ${answer.message}`)
  console.log(`
  邀请已发出；邮件尚未配置时，请直接打开下面的链接（14 天有效，只能用一次）。
  The invitation is on its way; where no mail server is set up yet, open the link (14 days, once):
  ${answer.link}

  自治区机构 Authority: ${answer.authorityId}
  账号 Account: ${answer.accountId}
`)
}

try {
  await setUp()
} catch (error) {
  console.error(error instanceof SetupRefusedError ? error.message : error)
  process.exitCode = 1
}
