import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { run } from './child.ts'
import { type Ground, ROOT } from './ground.ts'

const Outputs = z.object({
  'training-platform': z.looseObject({
    ApiUrl: z.url(),
    TableName: z.string(),
    BucketName: z.string(),
    MailSecret: z.string(),
    SigningKey: z.string(),
  }),
})
export type Outputs = z.infer<typeof Outputs>['training-platform']

/** Deploys the app as to a real account: bootstrap, then deploy, by the CDK's own command. */
export const deploy = async (
  { logs, environment }: Ground,
  context: Readonly<Record<string, string>>,
): Promise<Outputs> => {
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
  return Outputs.parse(JSON.parse(readFileSync(outputs, 'utf8')))['training-platform']
}
