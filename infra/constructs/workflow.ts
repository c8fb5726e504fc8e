import { ArnFormat, Aws, Stack } from 'aws-cdk-lib'
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { DefinitionBody, LogLevel, StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import { Construct } from 'constructs'
import type { WorkflowContract, WorkflowName } from '../../workflows/contract.ts'
import { removalOf, type Settings, staysFor } from '../settings.ts'
import { readDefinition } from '../workflow-definition.ts'
import type { CatalogFunction } from './catalog-function.ts'

type Named = Pick<Settings, 'name'>

const machineName = ({ name }: Named, workflow: WorkflowName): string => `${name}-${workflow}`

/**
 * The ARN of a workflow's machine, made of names: functions and machines name one another, and so no stack
 * waits for the machines'.
 */
export const machineArn = (stack: Stack, named: Named, workflow: WorkflowName): string =>
  stack.formatArn({
    service: 'states',
    resource: 'stateMachine',
    resourceName: machineName(named, workflow),
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  })

/** What a distributed Map needs: to start, watch and stop executions of its own machine. */
const mapRun = (stack: Stack, named: Named, workflow: WorkflowName): PolicyStatement[] => [
  new PolicyStatement({
    actions: ['states:StartExecution'],
    resources: [machineArn(stack, named, workflow)],
  }),
  new PolicyStatement({
    actions: ['states:DescribeExecution', 'states:StopExecution'],
    // Children have the Map's label after the machine's name.
    resources: [':*', '/*'].map((children) =>
      stack.formatArn({
        service: 'states',
        resource: 'execution',
        resourceName: `${machineName(named, workflow)}${children}`,
        arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      }),
    ),
  }),
]

interface WorkflowProps {
  readonly contract: WorkflowContract
  /** The function that holds a step. */
  readonly functionFor: (step: string) => CatalogFunction
  readonly settings: Settings
}

/** A state machine from its file. It may call the functions that its contract names; its log carries no data. */
export class Workflow extends Construct {
  readonly machine: StateMachine

  constructor(scope: Construct, id: string, { contract, functionFor, settings }: WorkflowProps) {
    super(scope, id)
    const keep = staysFor(settings)
    const stack = Stack.of(this)
    const name = machineName(settings, contract.name)
    const called = Object.entries(contract.steps).map(
      ([placeholder, step]) => [placeholder, functionFor(step)] as const,
    )
    const logGroup = new LogGroup(this, 'Log', {
      // The prefix keeps the account's resource policy for log delivery within its size.
      logGroupName: `/aws/vendedlogs/states/${name}`,
      retention: keep ? RetentionDays.ONE_YEAR : RetentionDays.ONE_WEEK,
      removalPolicy: removalOf(keep),
    })
    this.machine = new StateMachine(this, 'Machine', {
      stateMachineName: name,
      definitionBody: DefinitionBody.fromString(readDefinition(contract)),
      definitionSubstitutions: {
        Partition: Aws.PARTITION,
        ...Object.fromEntries(called.map(([placeholder, { live }]) => [placeholder, live.ref])),
      },
      logs: { destination: logGroup, level: LogLevel.ALL, includeExecutionData: false },
      tracingEnabled: settings.tracing === 'on',
      removalPolicy: removalOf(keep),
      role: new Role(this, 'Role', {
        assumedBy: new ServicePrincipal('states.amazonaws.com'),
        inlinePolicies: {
          functions: new PolicyDocument({
            statements: [
              new PolicyStatement({
                actions: ['lambda:InvokeFunction'],
                // An execution that began before there were aliases calls the function itself.
                resources: [
                  ...new Set(called.flatMap(([, one]) => [one.live.ref, one.function.functionArn])),
                ],
              }),
              ...(contract.distributed ? mapRun(stack, settings, contract.name) : []),
            ],
          }),
        },
      }),
    })
  }
}
