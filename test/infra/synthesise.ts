import { App, type Stack } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { Code } from 'aws-cdk-lib/aws-lambda'
import * as z from 'zod'
import { buildPlatform } from '../../infra/platform.ts'
import { readSettings } from '../../infra/settings.ts'

/** The app with stand-ins for the bundles: what is tested with it is the template alone. */
export const appFor = (context: Record<string, string>): { app: App; stack: Stack } => {
  const app = new App({ context })
  const code = () => Code.fromInline('export const handler = async () => undefined')
  return { app, stack: buildPlatform(app, readSettings(app.node), code) }
}

const Resource = z.looseObject({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  DeletionPolicy: z.string().optional(),
  DependsOn: z.union([z.string(), z.array(z.string())]).default([]),
})
export type Resource = z.infer<typeof Resource>

/** The resources of the synthesised template by their logical ids. Synthesis fails on any finding of cdk-nag. */
export const resourcesFor = (context: Record<string, string>): Record<string, Resource> => {
  const { app, stack } = appFor(context)
  app.synth()
  return z.record(z.string(), Resource).parse(Template.fromStack(stack).toJSON().Resources)
}

export const ofType = (resources: Record<string, Resource>, type: string): [string, Resource][] =>
  Object.entries(resources).filter(([, { Type }]) => Type === type)

const FIXED = /^AWS::/

/** Logical ids that a value refers to, however deep. */
export const references = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(references)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'Ref' && typeof inner === 'string') return FIXED.test(inner) ? [] : [inner]
    if (key === 'Fn::GetAtt' && Array.isArray(inner)) return [String(inner[0])]
    return references(inner)
  })
}
