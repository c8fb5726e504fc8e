import { readdirSync, readFileSync } from 'node:fs'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { catalog, routes as declared, lambdaOfStep } from '../../functions/catalog.ts'
import { indexes, orderOf } from '../../functions/platform/keys.ts'
import { type Lambda, timeoutOf } from '../../functions/platform/lambda.ts'
import { machineVariable } from '../../functions/platform/workflows.ts'
import { workflowContracts } from '../../workflows/all.ts'
import { workflowNames } from '../../workflows/contract.ts'
import { appFor, ofType, type Resource, references, stacksFor, together } from './synthesise.ts'

const partitions = {
  global: together(
    stacksFor({
      environment: 'production',
      oidcIssuer: 'https://issuer.invalid/realms/training',
      publicUrl: 'https://training.example',
    }),
  ),
  china: together(stacksFor({ environment: 'test', partition: 'aws-cn' })),
}

const Statement = z.object({
  Effect: z.literal('Allow'),
  Action: z.union([z.string().transform((action) => [action]), z.array(z.string())]),
  Resource: z.unknown(),
  Condition: z.unknown().optional(),
})
const Role = z.object({
  Policies: z.array(z.object({ PolicyDocument: z.object({ Statement: z.array(Statement) }) })),
})

const descriptionOf = ({ name, work }: Lambda) => `${work.kind}: ${name}`

describe.each(Object.entries(partitions))('the %s partition', (_, resources) => {
  const functions = ofType(resources, 'AWS::Lambda::Function')
  const functionOf = (name: string): [string, Resource] => {
    const entry = catalog.find((one) => one.name === name)
    const found = functions.find(
      ([, { Properties }]) => entry && Properties.Description === descriptionOf(entry),
    )
    if (found === undefined) throw new Error(`${name} is not deployed.`)
    return found
  }
  /** The alias of a function, by their logical ids. */
  const aliasOf = (id: string): string => {
    const found = ofType(resources, 'AWS::Lambda::Alias').find(([, { Properties }]) =>
      references(Properties.FunctionName).includes(id),
    )
    if (found === undefined) throw new Error(`${id} has no alias.`)
    return found[0]
  }
  const statementsOf = (name: string) => {
    const [role = ''] = references(functionOf(name)[1].Properties.Role)
    return Role.parse(resources[role]?.Properties).Policies.flatMap(
      ({ PolicyDocument }) => PolicyDocument.Statement,
    )
  }
  const actionsOf = (name: string) => statementsOf(name).flatMap(({ Action }) => Action)
  const environmentOf = (name: string) =>
    z
      .object({ Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }) })
      .parse(functionOf(name)[1].Properties).Environment.Variables

  test('every entry of the catalog is deployed once, on the Node that it was tested on', () => {
    expect(functions.map(([, { Properties }]) => Properties.Description).sort()).toEqual(
      catalog.map(descriptionOf).sort(),
    )
    for (const [, { Properties }] of functions)
      expect(Properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        Handler: 'index.handler',
      })
    for (const lambda of catalog)
      expect(functionOf(lambda.name)[1].Properties).toMatchObject({
        MemorySize: lambda.memory ?? 512,
        Timeout: timeoutOf(lambda),
      })
  })

  test('every route of the catalog is one of the API; those that it calls open are, and no others', () => {
    const routes = ofType(resources, 'AWS::ApiGatewayV2::Route').map(([, { Properties }]) => Properties)
    expect(
      routes.map(({ RouteKey, AuthorizationType }) => `${RouteKey} ${AuthorizationType}`).sort(),
    ).toEqual(
      [
        // What no route takes is answered in our words, too.
        '$default NONE',
        ...declared.map(({ key, access }) => `${key} ${access === 'open' ? 'NONE' : 'JWT'}`),
      ].sort(),
    )
    const [authorizer] = ofType(resources, 'AWS::ApiGatewayV2::Authorizer')
    expect(authorizer?.[1].Properties).toMatchObject({
      AuthorizerType: 'JWT',
      JwtConfiguration: {
        Issuer: expect.stringMatching(/^https:\/\/issuer\.invalid/),
        Audience: ['training-platform-api'],
      },
    })
  })

  test('a route of programs asks for the scope that they alone are given', () => {
    const scoped = ofType(resources, 'AWS::ApiGatewayV2::Route').flatMap(([, { Properties }]) =>
      Properties.AuthorizationScopes === undefined
        ? []
        : [[Properties.RouteKey, Properties.AuthorizationScopes]],
    )
    const programs = declared.filter(({ access }) => access === 'client')
    expect(scoped.sort()).toEqual(programs.map(({ key }) => [key, ['training-feeds']]).sort())
    expect(programs.length).toBeGreaterThan(0)
  })

  test('every call is throttled; the routes of anyone and of programs have tighter limits of their own', () => {
    const [stage] = ofType(resources, 'AWS::ApiGatewayV2::Stage')
    const limited = declared.filter(({ access }) => access !== 'session').map(({ key }) => key)
    expect(stage?.[1].Properties.DefaultRouteSettings).toMatchObject({
      ThrottlingRateLimit: expect.any(Number),
    })
    const { RouteSettings } = z
      .object({ RouteSettings: z.record(z.string(), z.object({ ThrottlingRateLimit: z.number() })) })
      .parse(stage?.[1].Properties)
    expect(Object.keys(RouteSettings).sort()).toEqual(['$default', ...limited].sort())
  })

  test('the API logs routes, never paths, queries or addresses of persons', () => {
    const [stage] = ofType(resources, 'AWS::ApiGatewayV2::Stage')
    const format = JSON.stringify(stage?.[1].Properties.AccessLogSettings)
    expect(format).toContain('$context.routeKey')
    expect(format).not.toMatch(/\$context\.(path|identity|authorizer\.claims|protocol|domainName)/)
  })

  test('a function that reads writes who looked, under keys of its own, and nothing else', () => {
    for (const { name, grants } of catalog.filter((one) =>
      one.grants.some((grant) => grant === 'looks:write'),
    )) {
      const puts = statementsOf(name).filter(({ Action }) => [Action].flat().includes('dynamodb:PutItem'))
      expect(grants.includes('table:write'), name).toBe(false)
      expect(
        puts.map(({ Condition }) => Condition),
        name,
      ).toEqual([{ 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['LOOKS#*'] } }])
    }
  })

  test('a function that reads can’t write; one that needs nothing is given nothing but its log', () => {
    expect(actionsOf('request-reads').sort()).toEqual([
      'dynamodb:BatchGetItem',
      'dynamodb:GetItem',
      // Who looked, and nothing else (next test).
      'dynamodb:PutItem',
      'dynamodb:Query',
      'logs:CreateLogStream',
      'logs:PutLogEvents',
      // It holds ledgers to their seals before it shows what a decision would change.
      'secretsmanager:GetSecretValue',
    ])
    expect(actionsOf('public-open').sort()).toEqual(['logs:CreateLogStream', 'logs:PutLogEvents'])
    for (const { name, grants } of catalog) {
      const actions = actionsOf(name)
      expect(actions.includes('dynamodb:PutItem'), name).toBe(
        grants.includes('table:write') || grants.includes('looks:write'),
      )
      expect(actions.includes('dynamodb:DeleteItem'), name).toBe(grants.includes('table:write'))
      expect(actions.includes('kms:Sign'), name).toBe(grants.includes('certificate:sign'))
      expect(actions.includes('states:SendTaskSuccess'), name).toBe(grants.includes('tokens:answer'))
      expect(actions.includes('states:StartExecution'), name).toBe(
        grants.some((grant) => grant.startsWith('workflow:')),
      )
      expect(actions.includes('secretsmanager:GetSecretValue'), name).toBe(
        grants.some((grant) => ['mail:send', 'ledger:seal', 'complaint:seal'].includes(grant)),
      )
      expect(actions.includes('states:GetExecutionHistory'), name).toBe(grants.includes('executions:read'))
      expect(actions.includes('states:RedriveExecution'), name).toBe(grants.includes('executions:redrive'))
      expect(actions.filter((action) => action.includes('*'))).toEqual([])
      expect(statementsOf(name).map(({ Resource }) => Resource)).not.toContain('*')
    }
  })

  test('who looks at executions can neither start nor stop nor redrive one; one function may redrive', () => {
    const ofStates = (name: string) => actionsOf(name).filter((action) => action.startsWith('states:'))
    expect(ofStates('operation-reads').sort()).toEqual([
      'states:DescribeExecution',
      'states:DescribeStateMachineForExecution',
      'states:GetExecutionHistory',
      'states:ListExecutions',
    ])
    const redriving = catalog.filter(({ name }) => ofStates(name).includes('states:RedriveExecution'))
    expect(redriving.map(({ name }) => name)).toEqual(['operation-writes'])
    expect(Object.keys(environmentOf('operation-reads'))).toEqual(
      expect.arrayContaining(workflowNames.map(machineVariable)),
    )
  })

  test('a function finds what it was granted by its environment', () => {
    expect(Object.keys(environmentOf('request-writes')).sort()).toEqual([
      machineVariable('deemed'),
      machineVariable('justified-reason'),
      machineVariable('make-up-delay'),
      machineVariable('objection'),
      machineVariable('post-change'),
      machineVariable('programme-filing'),
      machineVariable('recognition'),
      machineVariable('record-change'),
      'PUBLIC_URL',
      'SEAL_SECRET',
      'SMTP_SECRET',
      'TABLE_NAME',
    ])
    for (const { name, grants, font } of catalog) {
      const names = Object.keys(environmentOf(name))
      expect(names.includes('BUCKET_NAME'), name).toBe(grants.some((grant) => grant.startsWith('objects:')))
      expect(names.includes('SMTP_SECRET'), name).toBe(grants.includes('mail:send'))
      expect(names.includes('SIGNING_KEY'), name).toBe(
        grants.includes('certificate:sign') || grants.includes('certificate:verify'),
      )
      expect(names.includes('SEAL_SECRET'), name).toBe(grants.includes('ledger:seal'))
      expect(names.includes('COMPLAINT_SECRET'), name).toBe(grants.includes('complaint:seal'))
      expect(names.includes('FONTS'), name).toBe(font === true)
    }
  })

  test('a machine calls the functions of its contract alone, and logs without data', () => {
    const machines = ofType(resources, 'AWS::StepFunctions::StateMachine')
    expect(machines).toHaveLength(Object.keys(workflowContracts).length)
    for (const contract of Object.values(workflowContracts)) {
      const machine = machines.find(
        ([, { Properties }]) => Properties.StateMachineName === `training-platform-${contract.name}`,
      )
      const { RoleArn, DefinitionSubstitutions, LoggingConfiguration } = machine?.[1].Properties ?? {}
      const called = [
        ...new Set(
          Object.values(contract.steps).map((step) => functionOf(lambdaOfStep(step)?.name ?? '')[0]),
        ),
      ]
      const live = called.map(aliasOf)
      const [role = ''] = references(RoleArn)
      const [{ PolicyDocument }] = z
        .tuple([Role.shape.Policies.element])
        .parse(resources[role]?.Properties.Policies)
      // A distributed Map runs its shards as executions of its own machine.
      const itself =
        'distributed' in contract
          ? ['states:StartExecution', 'states:DescribeExecution', 'states:StopExecution']
          : []
      expect(PolicyDocument.Statement.flatMap(({ Action }) => Action)).toEqual([
        'lambda:InvokeFunction',
        ...itself,
      ])
      // By their aliases, and by themselves for executions that began before there were any.
      expect(references(PolicyDocument).sort()).toEqual([...called, ...live].sort())
      expect([...new Set(references(DefinitionSubstitutions))].sort()).toEqual([...live].sort())
      expect(LoggingConfiguration).toMatchObject({ Level: 'ALL', IncludeExecutionData: false })
    }
  })

  test('the table has the keys of the store, on demand, restorable to any moment', () => {
    const [table] = ofType(resources, 'AWS::DynamoDB::Table')
    const key = (hash: string, range: string) => [
      { AttributeName: hash, KeyType: 'HASH' },
      { AttributeName: range, KeyType: 'RANGE' },
    ]
    expect(table?.[1].Properties).toMatchObject({
      KeySchema: key('pk', 'sk'),
      BillingMode: 'PAY_PER_REQUEST',
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      GlobalSecondaryIndexes: indexes.map((index) => ({
        IndexName: index,
        KeySchema: key(index, orderOf(index)),
        Projection: { ProjectionType: 'KEYS_ONLY' },
      })),
    })
  })

  test('no bucket is public, and each is reached by TLS alone', () => {
    const closed = {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    }
    const buckets = ofType(resources, 'AWS::S3::Bucket')
    for (const [, { Properties }] of buckets)
      expect(Properties.PublicAccessBlockConfiguration).toEqual(closed)
    const policies = JSON.stringify(ofType(resources, 'AWS::S3::BucketPolicy'))
    expect(policies.match(/"aws:SecureTransport":"false"/g)).toHaveLength(buckets.length)
  })

  test('every schedule of the catalog starts its function, and what fails is kept', () => {
    const jobs = catalog.filter(({ work }) => work.kind === 'job')
    const schedules = ofType(resources, 'AWS::Scheduler::Schedule').map(([, { Properties }]) => Properties)
    expect(schedules).toHaveLength(jobs.length)
    for (const job of jobs) {
      const own = schedules.find(({ Target }) =>
        references(z.object({ Arn: z.unknown() }).parse(Target).Arn).includes(
          aliasOf(functionOf(job.name)[0]),
        ),
      )
      expect(own).toMatchObject({
        ScheduleExpressionTimezone: 'Asia/Shanghai',
        Target: { DeadLetterConfig: {} },
      })
    }
    const expressions = schedules.map(({ ScheduleExpression }) => ScheduleExpression)
    expect(expressions).toEqual(
      expect.arrayContaining(['cron(30 8 * * ? *)', 'cron(59 23 31 12 ? *)', 'rate(5 minutes)']),
    )
    expect(ofType(resources, 'AWS::Lambda::EventInvokeConfig')).toHaveLength(jobs.length)
  })

  test('what an administrator alone may invoke is in nobody else’s reach', () => {
    const invoked = catalog.filter(({ work }) => work.kind === 'invoked')
    expect(invoked.map(({ name }) => name)).toEqual(['setup'])
    for (const { name } of invoked) {
      const [id, { Properties: own }] = functionOf(name)
      expect(own.FunctionName).toBe(`training-platform-${name}`)
      // Neither a route, a schedule, a workflow nor a permission names it.
      const reaching = [id, aliasOf(id)]
      const naming = Object.values(resources).filter(
        ({ Type, Properties }) =>
          !/^AWS::Lambda::(Version|Alias)$/.test(Type) &&
          references(Properties).some((named) => reaching.includes(named)),
      )
      expect(naming).toEqual([])
      expect(actionsOf(name)).toContain('dynamodb:PutItem')
    }
  })

  test('one function looks at every key of the table: the night’s walk', () => {
    expect(
      catalog.map(({ name }) => name).filter((name) => actionsOf(name).includes('dynamodb:Scan')),
    ).toEqual(['integrity-shards'])
  })

  test('one function knows by which claim accounts are found', () => {
    const knowing = catalog.filter(({ name }) => 'IDENTITY_CLAIM' in environmentOf(name))
    expect(knowing.map(({ name }) => name)).toEqual(['bindings'])
    expect(environmentOf('bindings').IDENTITY_CLAIM).toBe('none')
  })

  test('no ARN names a partition', () => {
    expect(JSON.stringify(resources)).not.toContain('arn:aws:')
    expect(JSON.stringify(resources)).not.toContain('arn:aws-cn:')
  })

  test('nothing waits for itself: all resources can be ordered, from stack to stack', () => {
    const waitsFor = new Map(
      Object.entries(resources).map(([id, { Properties, DependsOn }]) => [
        id,
        [...references(Properties), ...[DependsOn].flat()],
      ]),
    )
    const made = new Set<string>()
    for (let before = -1; before !== made.size; ) {
      before = made.size
      for (const [id, needed] of waitsFor) if (needed.every((one) => made.has(one))) made.add(id)
    }
    expect([...waitsFor.keys()].filter((id) => !made.has(id))).toEqual([])
  })
})

describe('what is kept', () => {
  const lasting = ['AWS::DynamoDB::Table', 'AWS::S3::Bucket', 'AWS::KMS::Key', 'AWS::SecretsManager::Secret']

  test('production keeps its data when the stack goes', () => {
    for (const type of lasting)
      for (const [, resource] of ofType(partitions.global, type))
        expect(resource.DeletionPolicy).toBe('RetainExceptOnCreate')
    expect(
      ofType(partitions.global, 'AWS::DynamoDB::Table')[0]?.[1].Properties.DeletionProtectionEnabled,
    ).toBe(true)
  })

  test('a test environment leaves nothing', () => {
    for (const type of lasting)
      for (const [, resource] of ofType(partitions.china, type))
        expect(resource.DeletionPolicy).toBe('Delete')
  })
})

describe('what must not pass', () => {
  test('a finding of cdk-nag that nobody has explained fails the synthesis', () => {
    const { app, stacks } = appFor({ environment: 'test' })
    for (const stack of Object.values(stacks)) new Bucket(stack, 'Careless')
    expect(() => app.synth()).toThrow(/AwsSolutions-S1\b/)
  }, 180_000)

  test.each([
    [{ partition: 'aws-us' }, /partition/],
    [{ partition: 'aws-cn', region: 'eu-west-1' }, /not one of the partition/],
    [{ partition: 'aws-cn', tracing: 'on' }, /no X-Ray/],
    [{ oidcIssuer: 'nowhere' }, /oidcIssuer/],
  ])('the settings %j are refused', (context, reason) => {
    expect(() => appFor(context)).toThrow(reason)
  })

  test('the store sends no write that is not granted', () => {
    const granted = ['PutCommand', 'DeleteCommand', 'TransactWriteCommand']
    const files = readdirSync('functions', { recursive: true, encoding: 'utf8' }).filter(
      // The walk of forms is an operator's own, with their credentials; the night's alone may look at every key.
      (file) => file.endsWith('.ts') && !/platform.walk\.ts$|integrity.walk-records\.ts$/.test(file),
    )
    const used = new Set(
      files.flatMap((file) =>
        [
          ...readFileSync(`functions/${file}`, 'utf8').matchAll(
            /new ((?:Put|Delete|Update|TransactWrite|BatchWrite|Scan)\w*Command)\(/g,
          ),
        ].flatMap(([, command]) => command ?? []),
      ),
    )
    expect(
      [...used].filter(
        (command) =>
          !granted.includes(command) && command !== 'PutObjectCommand' && command !== 'DeleteObjectCommand',
      ),
    ).toEqual([])
    expect(readFileSync('functions/platform/table.ts', 'utf8')).not.toMatch(/\bUpdate: \{/)
  })
})
