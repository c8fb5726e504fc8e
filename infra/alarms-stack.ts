import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { workflowNames } from '../workflows/contract.ts'
import type { ApiStack } from './api-stack.ts'
import { Alarms } from './constructs/alarms.ts'
import { machineArn } from './constructs/workflow.ts'
import type { Settings } from './settings.ts'
import type { WorkflowsStack } from './workflows-stack.ts'

interface AlarmsProps extends StackProps {
  readonly settings: Settings
  readonly workflows: WorkflowsStack
  readonly api: ApiStack
}

/** Watches the other stacks. None of them names it, so it can change or go by itself. */
export class AlarmsStack extends Stack {
  constructor(scope: Construct, id: string, { settings, workflows, api, ...props }: AlarmsProps) {
    super(scope, id, props)
    const { topic } = new Alarms(this, 'Alarms', {
      machines: workflowNames.map((name) => machineArn(this, settings, name)),
      failed: workflows.schedules.failed,
      api: api.api.api,
      mail: settings.alarmMail,
    })
    new CfnOutput(this, 'AlarmTopic', { value: topic.topicArn })
  }
}
