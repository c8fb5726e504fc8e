import { App } from 'aws-cdk-lib'
import { bundledCode } from './bundles.ts'
import { buildPlatform } from './platform.ts'
import { readSettings } from './settings.ts'

const app = new App()
buildPlatform(app, readSettings(app.node), bundledCode())
app.synth()
