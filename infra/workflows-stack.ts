import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { catalog, lambdaOfStep } from '../functions/catalog.ts'
import { workflowContracts } from '../workflows/all.ts'
import type { CatalogFunction } from './constructs/catalog-function.ts'
import { type CodeOf, Functions } from './constructs/functions.ts'
import { Schedules } from './constructs/schedules.ts'
import { Workflow } from './constructs/workflow.ts'
import type { DataStack } from './data-stack.ts'
import { pascal } from './pascal.ts'
import type { Settings } from './settings.ts'

interface WorkflowsProps extends StackProps {
  readonly settings: Settings
  readonly code: CodeOf
  readonly data: DataStack
}

class StepMissingError extends Error {
  override name = 'StepMissingError'
}

/** What goes on by itself: the state machines, the functions of their steps, the jobs and when they start. */
export class WorkflowsStack extends Stack {
  readonly schedules: Schedules
  readonly functions: readonly CatalogFunction[]

  constructor(scope: Construct, id: string, { settings, code, data, ...props }: WorkflowsProps) {
    super(scope, id, props)
    const functions = new Functions(this, 'Functions', {
      lambdas: catalog.filter(({ work }) => work.kind !== 'routes'),
      code,
      data,
      settings,
    })
    const functionFor = (step: string) => {
      const found = functions.all.find(({ entry }) => entry.name === lambdaOfStep(step)?.name)
      if (found === undefined) throw new StepMissingError(`The catalog has no step ${step}.`)
      return found
    }
    for (const contract of Object.values(workflowContracts)) {
      const name = pascal(contract.name)
      const { machine } = new Workflow(this, `Workflow${name}`, { contract, functionFor, settings })
      new CfnOutput(this, `Machine${name}`, { value: machine.stateMachineArn })
    }
    this.functions = functions.all
    this.schedules = new Schedules(this, 'Schedules', { functions: functions.all })
  }
}
