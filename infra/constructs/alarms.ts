import { Duration } from 'aws-cdk-lib'
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  Metric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { Workflow } from './workflow.ts'

const period = Duration.minutes(5)
const sum = { period, statistic: Stats.SUM }

/** As the functions count: `functions/platform/metrics.ts`. */
const counted = (metricName: string) =>
  new Metric({
    namespace: 'TrainingPlatform',
    metricName,
    dimensionsMap: { service: 'training-platform' },
    ...sum,
  })

interface AlarmsProps {
  readonly workflows: readonly Workflow[]
  readonly failed: Queue
  readonly api: HttpApi
  readonly mail?: string | undefined
}

/** Tells an operator what needs a person: each alarm names one thing, and goes off at its first occurrence unless said. */
export class Alarms extends Construct {
  readonly topic: Topic

  constructor(scope: Construct, id: string, { workflows, failed, api, mail }: AlarmsProps) {
    super(scope, id)
    this.topic = new Topic(this, 'Topic', { enforceSSL: true })
    if (mail !== undefined) this.topic.addSubscription(new EmailSubscription(mail))

    this.when('Faults', counted('Faults'), 'A call ended in a fault; the log has its trace.')
    this.when('MailsKept', counted('MailsKept'), 'The mail server did not take messages; they are kept.', 10)
    this.when('JobsFailed', failed.metricApproximateNumberOfMessagesVisible({ period }), 'A job failed.')
    this.when('ApiFaults', api.metricServerError(sum), 'The API answered 5xx.')
    // Throttling is by the account's concurrency, so it is watched for the account.
    const throttles = new Metric({ namespace: 'AWS/Lambda', metricName: 'Throttles', ...sum })
    this.when('Throttles', throttles, 'Functions were called more often at once than the account allows.')
    for (const { contract, machine } of workflows)
      for (const [how, metric] of [
        ['Failed', machine.metricFailed(sum)],
        ['TimedOut', machine.metricTimedOut(sum)],
        ['Aborted', machine.metricAborted(sum)],
      ] as const)
        this.when(`${contract.name}-${how}`, metric, `Executions of ${contract.name}: ${how}.`)
  }

  private when(id: string, metric: IMetric, alarmDescription: string, threshold = 1): void {
    new Alarm(this, id, {
      metric,
      threshold,
      alarmDescription,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    }).addAlarmAction(new SnsAction(this.topic))
  }
}
