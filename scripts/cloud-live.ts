/**
 * Prints which version of each function callers of a deployment reach, as JSON: what `-c held=FILE` takes. Changes nothing.
 *
 *   npm run --silent cloud:live -- --name training-platform --region cn-north-1 > live.json
 */
import { parseArgs } from 'node:util'
import { LambdaClient } from '@aws-sdk/client-lambda'
import { liveVersions, TrialUnderWayError } from './cloud/live-versions.ts'

const options = {
  name: { type: 'string', default: 'training-platform' },
  region: { type: 'string' },
} as const

const { name, region } = parseArgs({ options, strict: true }).values
try {
  console.log(
    JSON.stringify(await liveVersions(new LambdaClient(region === undefined ? {} : { region }), name)),
  )
} catch (error) {
  if (!(error instanceof TrialUnderWayError)) throw error
  console.error(`${error.message}
  上一次试行还没有结束。请先全部切换（不带 held 部署）或退回（-c share=0），再读取版本。
  A trial has not ended: deploy without held, or lead it back by -c share=0, and read the versions then.`)
  process.exitCode = 1
}
