import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { catalog, routes } from '../../functions/catalog.ts'
import { workflowNames } from '../../workflows/contract.ts'
import { ofType, stacksFor } from './synthesise.ts'

const execute = promisify(execFile)

/** A call that goes well, then one that fails, at a group of routes as Lambda runs it. */
const FAILING = `
  import * as z from 'zod'
  import { serveOpen } from './functions/platform/http.ts'
  import { succeed } from './functions/platform/refusals.ts'
  const operation = (id) => ({ id, summary: id, reply: z.object({}), refuses: [] })
  const routes = { 'GET /well': operation('well'), 'GET /fail': operation('fail') }
  const handler = serveOpen({ work: { kind: 'routes', access: 'open', routes } }, () => ({}), {
    'GET /well': () => succeed({}),
    'GET /fail': () => { throw new Error('It fails.') },
  })
  for (const path of ['/api/well', '/api/fail'])
    await handler({ routeKey: 'GET ' + path, headers: {} }, { awsRequestId: 'r1' })`

/** A line by which CloudWatch makes metrics of a log. */
const Emf = z.looseObject({
  _aws: z.object({
    CloudWatchMetrics: z.tuple([
      z.object({
        Namespace: z.string(),
        Dimensions: z.array(z.array(z.string())),
        Metrics: z.array(z.object({ Name: z.string() })),
      }),
    ]),
  }),
})
const Watched = z.object({
  Namespace: z.string(),
  Dimensions: z.array(z.object({ Name: z.string(), Value: z.string() })),
})

/** With all that adds resources. */
const whole = {
  oidcIssuer: 'https://login.example',
  publicUrl: 'https://training.example',
  webCertificate: 'arn:aws:acm:us-east-1:123456789012:certificate/1f',
  alarmMail: 'operator@training.example',
  tracing: 'on',
}
const production = stacksFor(whole)
const partitions = { global: production, china: stacksFor({ environment: 'test', partition: 'aws-cn' }) }

const found = (stacks: typeof production, name: string) => {
  const stack = stacks.get(name)
  if (stack === undefined) throw new Error(`There is no stack ${name}.`)
  return stack
}

/** The stacks that have routes. */
const ROUTED = ['api', 'reads', 'acts']

const typesIn = (name: string) => Object.values(found(production, name).resources).map(({ Type }) => Type)

describe.each(Object.entries(partitions))('the stacks of the %s partition', (_, stacks) => {
  test('each has room: CloudFormation refuses more than 500 resources, and 260 is enough for now', () => {
    for (const [name, { resources }] of stacks)
      expect(Object.keys(resources).length, name).toBeLessThanOrEqual(260)
  })

  test('the data needs no other stack', () => {
    const { stack, imports } = found(stacks, 'data')
    expect(imports).toEqual([])
    expect(stack.dependencies).toEqual([])
  })

  test('what a stack takes from another is exported there, and each comes after those that it needs', () => {
    const deployed = new Set<string>()
    // In the order in which they are declared: one that needed a later one would find it missing.
    for (const [name, { stack, imports }] of stacks) {
      for (const needed of stack.dependencies) expect(deployed, name).toContain(needed.stackName)
      const exported = [...stacks.values()]
        .filter((other) => deployed.has(other.stack.stackName))
        .flatMap(({ exports }) => [...exports.keys()])
      expect(exported, name).toEqual(expect.arrayContaining([...imports]))
      deployed.add(stack.stackName)
    }
  })

  test('the routes come after the machines and steps that they start', () => {
    const neededBy = (name: string) =>
      found(stacks, name).stack.dependencies.map(({ stackName }) => stackName)
    expect(neededBy('functions')).toContain('training-platform-workflows')
    for (const name of ROUTED) expect(neededBy(name)).toContain('training-platform-functions')
  })
})

describe('what stands where', () => {
  test('what lasts is in the stack of the data, and in no other', () => {
    const lasting = [
      'AWS::DynamoDB::Table',
      'AWS::KMS::Key',
      'AWS::SecretsManager::Secret',
      'AWS::S3::Bucket',
    ]
    for (const type of lasting) expect(typesIn('data')).toContain(type)
    for (const name of ['workflows', 'functions', ...ROUTED, 'alarms'])
      expect(typesIn(name).filter((type) => lasting.includes(type))).toEqual([])
  })

  test('each function is in the stack of its work: apart from the API, what answers its routes', () => {
    const descriptions = (name: string) =>
      ofType(found(production, name).resources, 'AWS::Lambda::Function').map(
        ([, { Properties }]) => String(Properties.Description).split(':')[0],
      )
    expect(new Set(descriptions('functions'))).toEqual(new Set(['routes']))
    for (const name of ROUTED) expect(descriptions(name)).toEqual([])
    expect(new Set(descriptions('workflows'))).toEqual(new Set(['steps', 'job', 'invoked']))
    expect(descriptions('functions').length + descriptions('workflows').length).toBe(catalog.length)
  })

  test('records and executions under way are protected in production alone', () => {
    const protectedOf = (stacks: typeof production) =>
      [...stacks].flatMap(([name, { stack }]) => (stack.terminationProtection ? [name] : []))
    expect(protectedOf(production)).toEqual(['data', 'workflows'])
    expect(protectedOf(partitions.china)).toEqual([])
  })
})

describe('what grows with the platform', () => {
  test.each(ROUTED)('one integration a Lambda that has a route in %s', (name) => {
    const { resources } = found(production, name)
    const leading = ofType(resources, 'AWS::ApiGatewayV2::Route').map(([, { Properties }]) =>
      JSON.stringify(Properties.Target),
    )
    expect(ofType(resources, 'AWS::ApiGatewayV2::Integration')).toHaveLength(new Set(leading).size)
  })

  test('every route of the catalog stands in one stack, and unknown calls have theirs', () => {
    const keysIn = (name: string) =>
      ofType(found(production, name).resources, 'AWS::ApiGatewayV2::Route').map(([, { Properties }]) =>
        String(Properties.RouteKey),
      )
    expect(ROUTED.flatMap(keysIn).toSorted()).toEqual(
      ['$default', ...routes.map(({ key }) => key)].toSorted(),
    )
    expect(keysIn('reads').filter((key) => !key.startsWith('GET '))).toEqual([])
    expect(keysIn('acts').filter((key) => key.startsWith('GET '))).toEqual([])
  })

  test('a further route costs one resource', () => {
    const beside = routes.find(({ key }) => key === 'GET /api/persons/{id}')
    if (beside === undefined) throw new Error('The catalog has changed: choose another.')
    const further = { ...beside, key: 'GET /api/further/{id}', path: '/api/further/{id}' }
    for (const [name, { resources }] of stacksFor(whole, [...routes, further])) {
      const known = Object.keys(found(production, name).resources)
      const fresh = Object.entries(resources).filter(([id]) => !known.includes(id))
      const types = fresh.map(([, { Type }]) => Type)
      expect(types, name).toEqual(name === 'reads' ? ['AWS::ApiGatewayV2::Route'] : [])
    }
  }, 180_000)

  test('one alarm a kind over all machines, of no more metrics than an alarm may have', () => {
    const alarms = ofType(found(production, 'alarms').resources, 'AWS::CloudWatch::Alarm')
    const overMachines = alarms.flatMap(([, { Properties }]) =>
      Array.isArray(Properties.Metrics) ? [JSON.stringify(Properties.Metrics)] : [],
    )
    const byKind = Map.groupBy(overMachines, (metrics) => /"Label":"(\w+)"/.exec(metrics)?.[1])
    expect([...byKind.keys()].sort()).toEqual(['ExecutionsAborted', 'ExecutionsFailed', 'ExecutionsTimedOut'])
    const metricsIn = (metrics: string): number => metrics.match(/"MetricStat"/g)?.length ?? 0
    for (const groups of byKind.values()) {
      // As many machines as one alarm may look at, and the others in a further one.
      expect(groups).toHaveLength(Math.ceil(workflowNames.length / 10))
      for (const metrics of groups) expect(metricsIn(metrics)).toBeLessThanOrEqual(10)
      for (const name of workflowNames)
        expect(groups.join()).toContain(`:stateMachine:training-platform-${name}"`)
      expect(groups.reduce((sum, metrics) => sum + metricsIn(metrics), 0)).toBe(workflowNames.length)
    }
    expect(alarms.length).toBeLessThanOrEqual(18 + 3 * Math.ceil(workflowNames.length / 10))
  })
})

describe('what alarms see', () => {
  test('a fault that a call counts is the metric that the alarm watches, and is told by operation besides', async () => {
    const { stdout } = await execute(process.execPath, ['--input-type=module', '--eval', FAILING], {
      // As in Lambda, where metrics go into the log.
      env: { ...process.env, POWERTOOLS_METRICS_DISABLED: 'false', POWERTOOLS_LOG_LEVEL: 'SILENT' },
    })
    const lines = stdout.trim().split('\n')
    expect(lines).toHaveLength(1)
    const { _aws: told, ...values } = Emf.parse(JSON.parse(lines[0] ?? ''))
    const [alarm] = ofType(found(production, 'alarms').resources, 'AWS::CloudWatch::Alarm').filter(
      ([, { Properties }]) => Properties.MetricName === 'Faults',
    )
    const { Namespace, Dimensions } = Watched.parse(alarm?.[1].Properties)
    const [metric] = told.CloudWatchMetrics
    expect(metric.Namespace).toBe(Namespace)
    expect(metric.Metrics.map(({ Name }) => Name)).toEqual(['Faults'])
    // Without the operation, exactly as the alarm names it; and with it.
    expect(metric.Dimensions).toEqual([Dimensions.map(({ Name }) => Name), ['service', 'operation']])
    for (const { Name, Value } of Dimensions) expect(values[Name]).toBe(Value)
    // Of the call that failed, not of the one before it, which had counted nothing.
    expect(values).toMatchObject({ operation: 'fail', Faults: 1 })
  })
})
