import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { workflowNames } from '../workflows/contract.ts'
import type { ApiStack } from './api-stack.ts'
import { Alarms } from './constructs/alarms.ts'
import { Dashboard } from './constructs/dashboard.ts'
import { machineArn } from './constructs/workflow.ts'
import type { DataStack } from './data-stack.ts'
import type { Settings } from './settings.ts'
import type { WorkflowsStack } from './workflows-stack.ts'

interface AlarmsProps extends StackProps {
  readonly settings: Settings
  readonly data: DataStack
  readonly workflows: WorkflowsStack
  readonly api: ApiStack
}

/** Watches the other stacks. None of them names it, so it can change or go by itself. */
export class AlarmsStack extends Stack {
  constructor(scope: Construct, id: string, { settings, data, workflows, api, ...props }: AlarmsProps) {
    super(scope, id, props)
    const machines = workflowNames.map((name) => machineArn(this, settings, name))
    const { tableName } = data.data.table
    const { topic, all } = new Alarms(this, 'Alarms', {
      machines,
      failed: workflows.schedules.failed,
      jobs: workflows.functions,
      tableName,
      api: api.api.api,
      mail: settings.alarmMail,
    })
    new Dashboard(this, 'Dashboard', {
      name: settings.name,
      alarms: all,
      api: api.api.api,
      tableName,
      machines,
    })
    new CfnOutput(this, 'AlarmTopic', { value: topic.topicArn })
  }
}
