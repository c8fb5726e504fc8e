import { App } from 'aws-cdk-lib'
import { Code } from 'aws-cdk-lib/aws-lambda'
import { bundledOnce } from './bundled-once.ts'
import { buildPlatform } from './platform.ts'
import { readSettings } from './settings.ts'

const app = new App()
const bundles = bundledOnce()
const codeOf = ({ name }: { readonly name: string }): Code => {
  const bundle = bundles.get(name)
  if (bundle === undefined) throw new Error(`${name} is not bundled.`)
  return Code.fromAsset(bundle.directory)
}
buildPlatform(app, readSettings(app.node), codeOf)
app.synth()
