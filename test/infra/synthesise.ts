import { join, resolve } from 'node:path'
import { App, type Stack } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { Code } from 'aws-cdk-lib/aws-lambda'
import * as z from 'zod'
import type { CatalogRoute } from '../../functions/catalog.ts'
import { buildPlatform, type PlatformStacks } from '../../infra/platform.ts'
import { readSettings } from '../../infra/settings.ts'

const ROOT = resolve(import.meta.dirname, '../..')

/** An app whose output stands where the last one of this worker stood, and not in a new folder a test. */
export const passingApp = (context: Record<string, unknown>): App =>
  new App({ context, outdir: join(ROOT, 'cdk.out/tests', process.env.VITEST_POOL_ID ?? 'alone') })

/** The app with stand-ins for the bundles: what is tested with it are the templates alone. */
export const appFor = (
  context: Record<string, string>,
  routes?: readonly CatalogRoute[],
): { app: App; stacks: PlatformStacks } => {
  const app = passingApp(context)
  const code = () => Code.fromInline('export const handler = async () => undefined')
  return { app, stacks: buildPlatform(app, readSettings(app.node), code, routes) }
}

const Resource = z.looseObject({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  DeletionPolicy: z.string().optional(),
  DependsOn: z.union([z.string(), z.array(z.string())]).default([]),
})
export type Resource = z.infer<typeof Resource>

const Exported = z.looseObject({ Value: z.unknown(), Export: z.object({ Name: z.string() }).optional() })
const SynthesisedTemplate = z.object({
  Resources: z.record(z.string(), Resource),
  Outputs: z.record(z.string(), Exported).default({}),
})

/** What a stack comes to. */
export interface Synthesised {
  readonly stack: Stack
  readonly resources: Record<string, Resource>
  /** What other stacks may name, by its name. */
  readonly exports: ReadonlyMap<string, unknown>
  /** Names of exports that it takes from others. */
  readonly imports: readonly string[]
}

const importsOf = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'Fn::ImportValue' ? [String(inner)] : importsOf(inner),
  )
}

export type StackName = keyof PlatformStacks

const synthesised = (stack: Stack): Synthesised => {
  const json: unknown = Template.fromStack(stack).toJSON()
  const { Resources: resources, Outputs } = SynthesisedTemplate.parse(json)
  const exports = new Map(
    Object.values(Outputs).flatMap(({ Value, Export }) => (Export ? [[Export.Name, Value] as const] : [])),
  )
  return { stack, resources, exports, imports: [...new Set(importsOf(json))] }
}

/** The templates of all stacks. Synthesis fails on any finding of cdk-nag. */
export const stacksFor = (
  context: Record<string, string>,
  routes?: readonly CatalogRoute[],
): ReadonlyMap<string, Synthesised> => {
  const { app, stacks } = appFor(context, routes)
  app.synth()
  return new Map(Object.entries(stacks).map(([name, stack]) => [name, synthesised(stack)]))
}

/**
 * The resources of all stacks as if they were one: each under the name of its stack and its logical id, with what one
 * stack takes from another replaced by what that is there.
 */
export const together = (stacks: ReadonlyMap<string, Synthesised>): Record<string, Resource> => {
  const exported = new Map(
    [...stacks].flatMap(([name, { exports }]) =>
      [...exports].map(([as, value]) => [as, { name, value }] as const),
    ),
  )
  const moved = (value: unknown, within: string): unknown => {
    if (Array.isArray(value)) return value.map((one) => moved(one, within))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
        if (key === 'Ref' && typeof inner === 'string')
          return [[key, FIXED.test(inner) ? inner : `${within}/${inner}`]]
        if (key === 'Fn::GetAtt' && Array.isArray(inner))
          return [[key, [`${within}/${inner[0]}`, ...inner.slice(1)]]]
        if (key !== 'Fn::ImportValue') return [[key, moved(inner, within)]]
        const found = exported.get(String(inner))
        if (found === undefined) throw new Error(`No stack exports ${inner}.`)
        return Object.entries(Object(moved(found.value, found.name)))
      }),
    )
  }
  return Object.fromEntries(
    [...stacks].flatMap(([name, { resources }]) =>
      Object.entries(resources).map(([id, resource]) => [
        `${name}/${id}`,
        Resource.parse({
          ...resource,
          Properties: moved(resource.Properties, name),
          DependsOn: [resource.DependsOn].flat().map((one) => `${name}/${one}`),
        }),
      ]),
    ),
  )
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
