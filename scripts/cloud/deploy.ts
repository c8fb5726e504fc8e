import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { run } from './child.ts'
import { type Ground, ROOT } from './ground.ts'

/** What the stacks tell of themselves, as far as a run needs it. */
const Outputs = z.object({
  'training-platform-data': z.object({
    TableName: z.string(),
    MailSecret: z.string(),
    SealSecret: z.string(),
  }),
  'training-platform-api': z.object({ ApiUrl: z.url() }),
})

/** Where a deployment is reached, and what its operator fills in. */
export interface Deployed {
  readonly apiUrl: string
  readonly tableName: string
  readonly mailSecret: string
  readonly sealSecret: string
}

/** Deploys the app as to a real account: bootstrap, then deploy, by the CDK's own command. */
export const deploy = async (
  { logs, environment }: Ground,
  context: Readonly<Record<string, string>>,
): Promise<Deployed> => {
  const outputs = join(logs, 'outputs.json')
  const settings = Object.entries(context).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const cdk = (log: string, ...list: string[]) =>
    run({
      command: process.execPath,
      arguments: [
        join(ROOT, 'node_modules/aws-cdk/bin/cdk'),
        ...list,
        ...settings,
        '--output',
        join(logs, 'cdk.out'),
      ],
      environment: { ...environment, CDK_DISABLE_VERSION_CHECK: 'true' },
      log: join(logs, log),
    })
  await cdk('bootstrap.log', 'bootstrap', 'aws://000000000000/us-east-1')
  await cdk(
    'deploy.log',
    'deploy',
    '--all',
    '--ci',
    '--require-approval=never',
    '--progress=events',
    `--outputs-file=${outputs}`,
  )
  const { 'training-platform-data': data, 'training-platform-api': api } = Outputs.parse(
    JSON.parse(readFileSync(outputs, 'utf8')),
  )
  return {
    apiUrl: api.ApiUrl,
    tableName: data.TableName,
    mailSecret: data.MailSecret,
    sealSecret: data.SealSecret,
  }
}
