import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { catalog } from '../../functions/catalog.ts'
import { timeoutOf } from '../../functions/platform/lambda.ts'
import { appFor, ofType, type Resource, references, stacksFor, together } from './synthesise.ts'

/** What a first deployment, and the first year in the cloud, would have met: each was missing once. */
const context = {
  oidcIssuer: 'https://login.example',
  alarmMail: 'operator@training.example',
  name: 'hohhot-training',
  warmWrites: '16000',
  architecture: 'x86_64',
}
const resources = together(stacksFor(context))
const first = together(stacksFor({ ...context, protection: 'off' }))

const Allowed = z.object({
  PolicyDocument: z.object({
    Statement: z.array(
      z.looseObject({
        Effect: z.string(),
        Action: z.unknown(),
        Principal: z.unknown(),
        Condition: z.unknown().optional(),
      }),
    ),
  }),
})

const PATIENCE_OF_API_GATEWAY = 30

describe('an alarm reaches somebody', () => {
  const alarms = ofType(resources, 'AWS::CloudWatch::Alarm')

  test('every alarm publishes to a topic whose policy lets alarms of this account, and somebody reads it', () => {
    expect(alarms.length).toBeGreaterThan(8)
    for (const [name, { Properties }] of alarms) {
      const [topic = ''] = references(Properties.AlarmActions)
      expect(resources[topic]?.Type, name).toBe('AWS::SNS::Topic')
      const policies = ofType(resources, 'AWS::SNS::TopicPolicy').filter(([, policy]) =>
        references(policy.Properties.Topics).includes(topic),
      )
      const statements = policies.flatMap(
        ([, policy]) => Allowed.parse(policy.Properties).PolicyDocument.Statement,
      )
      expect(statements, name).toContainEqual(
        expect.objectContaining({
          Effect: 'Allow',
          Action: 'sns:Publish',
          Principal: { Service: 'cloudwatch.amazonaws.com' },
          Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
        }),
      )
      const inboxes = ofType(resources, 'AWS::SNS::Subscription').filter(([, inbox]) =>
        references(inbox.Properties.TopicArn).includes(topic),
      )
      expect(inboxes.map(([, inbox]) => inbox.Properties.Endpoint)).toEqual([context.alarmMail])
    }
  })
})

describe('a first deployment that fails is not in the way of the next', () => {
  const kept = ({ DeletionPolicy }: Resource) =>
    DeletionPolicy !== undefined && !['Delete', 'Snapshot'].includes(DeletionPolicy)

  test('what stays when its stack goes does not stay when its own creation fails', () => {
    const lasting = Object.entries(resources).filter(([, resource]) => kept(resource))
    expect(lasting.length).toBeGreaterThan(10)
    for (const [name, { DeletionPolicy }] of lasting)
      expect(DeletionPolicy, name).toBe('RetainExceptOnCreate')
  })

  test('with protection off, for that deployment alone, stacks and table can be cleared away', () => {
    const tableOf = (all: typeof resources) => ofType(all, 'AWS::DynamoDB::Table')[0]?.[1].Properties
    expect(tableOf(first)?.DeletionProtectionEnabled).toBe(false)
    expect(tableOf(resources)?.DeletionProtectionEnabled).toBe(true)
    const isProtected = (protection: string) =>
      Object.values(appFor({ ...context, protection }).stacks).some((stack) => stack.terminationProtection)
    expect(isProtected('off')).toBe(false)
    expect(isProtected('on')).toBe(true)
  })

  test('every fixed name is the deployment’s own: two stand beside each other in an account', () => {
    const text = JSON.stringify(resources)
    expect(text.replaceAll(/"(project|Value)":"training-platform"/g, '')).not.toMatch(
      /training-platform-(?!api")/,
    )
    const named = ['StateMachineName', 'FunctionName', 'Name', 'LogGroupName', 'GroupName', 'TopicName']
    for (const [id, { Type, Properties }] of Object.entries(resources))
      for (const field of named) {
        const name = Properties[field]
        if (typeof name !== 'string' || Type === 'AWS::ApiGatewayV2::Authorizer' || name === '$default')
          continue
        // The alias of a function is called by a name within it.
        if (Type === 'AWS::Lambda::Alias') continue
        if (Type.startsWith('AWS::ApiGatewayV2::Stage') || Type === 'AWS::CloudFront::Function') continue
        expect(name, `${id} ${field}`).toContain(context.name)
      }
    for (const stack of Object.values(appFor(context).stacks)) expect(stack.stackName).toContain(context.name)
  })
})

describe('settings that decide whether it can work', () => {
  test('a production without an issuer is refused before anything is deployed', () => {
    expect(() => appFor({})).toThrow(/-c oidcIssuer/)
    expect(() => appFor({ environment: 'test' })).not.toThrow()
  })

  test('the table takes the first close’s writes when it is told how many', () => {
    const [table] = ofType(resources, 'AWS::DynamoDB::Table')
    expect(table?.[1].Properties.WarmThroughput).toEqual({
      WriteUnitsPerSecond: 16_000,
      ReadUnitsPerSecond: 12_000,
    })
    expect(() => appFor({ ...context, warmWrites: '100' })).toThrow(/warmWrites/)
  })

  test('what nobody waits for at a page tries a throttled call longer', () => {
    const attempts = ofType(resources, 'AWS::Lambda::Function').map(([, { Properties }]) => [
      String(Properties.Description).split(':')[0],
      z
        .object({ Variables: z.object({ AWS_MAX_ATTEMPTS: z.string().optional() }) })
        .parse(Properties.Environment).Variables.AWS_MAX_ATTEMPTS,
    ])
    for (const [kind, many] of attempts) expect(many, kind).toBe(kind === 'routes' ? undefined : '10')
  })

  test('the processor is a setting', () => {
    for (const [, { Properties }] of ofType(resources, 'AWS::Lambda::Function'))
      if (/^(routes|steps|job|invoked):/.test(String(Properties.Description)))
        expect(Properties.Architectures).toEqual(['x86_64'])
  })

  test('a function answers before API Gateway has stopped waiting for it', () => {
    for (const lambda of catalog.filter(({ work }) => work.kind === 'routes'))
      expect(timeoutOf(lambda), lambda.name).toBeLessThan(PATIENCE_OF_API_GATEWAY)
  })
})
