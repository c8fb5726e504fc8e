import { Duration, Stack } from 'aws-cdk-lib'
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Metric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { StateTransitionMetric } from 'aws-cdk-lib/aws-stepfunctions'
import { Construct } from 'constructs'
import type { Lambda, Schedule } from '../../functions/platform/lambda.ts'
import { pascal } from '../pascal.ts'
import type { CatalogFunction } from './catalog-function.ts'

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

/** The bad ends of an execution in `AWS/States`, which has each machine's count and no sum. */
const BAD_ENDS = { Failed: 'ExecutionsFailed', TimedOut: 'ExecutionsTimedOut', Aborted: 'ExecutionsAborted' }

/** Of how many metrics an alarm's expression may be made. */
const METRICS_AN_ALARM = 10

/**
 * A metric summed over all machines, ten in an expression. A machine that ran nothing has no value and counts
 * as 0.
 */
const overMachines = (metricName: string, machines: readonly string[]): readonly MathExpression[] =>
  Array.from({ length: Math.ceil(machines.length / METRICS_AN_ALARM) }, (_, group) => {
    const ours = machines.slice(group * METRICS_AN_ALARM, (group + 1) * METRICS_AN_ALARM)
    return new MathExpression({
      expression: `SUM([${ours.map((_, place) => `FILL(m${place}, 0)`).join(', ')}])`,
      usingMetrics: Object.fromEntries(
        ours.map((StateMachineArn, place) => [
          `m${place}`,
          new Metric({ namespace: 'AWS/States', metricName, dimensionsMap: { StateMachineArn }, ...sum }),
        ]),
      ),
      label: metricName,
      period,
    })
  })

/** Whether a schedule names a month: `59 23 31 12 *`. */
const isYearly = (schedule: Schedule): boolean => 'cron' in schedule && schedule.cron.split(' ')[3] !== '*'

interface AlarmsProps {
  /** The ARNs of the state machines. */
  readonly machines: readonly string[]
  readonly failed: Queue
  /** The functions that a schedule starts. */
  readonly jobs: readonly CatalogFunction[]
  readonly tableName: string
  readonly api: HttpApi
  readonly mail?: string | undefined
}

/** Alarms for an operator: each names one fault and goes off at its first occurrence, unless said. */
export class Alarms extends Construct {
  readonly topic: Topic
  readonly all: Alarm[] = []

  constructor(scope: Construct, id: string, { machines, failed, jobs, tableName, api, mail }: AlarmsProps) {
    super(scope, id)
    this.topic = new Topic(this, 'Topic', { enforceSSL: true })
    // A topic with a policy of its own has lost the default one, which lets the account's alarms publish.
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    )
    if (mail !== undefined) this.topic.addSubscription(new EmailSubscription(mail))

    this.when('Faults', counted('Faults'), 'A call ended in a fault; the log has its trace.')
    this.when('MailsKept', counted('MailsKept'), 'The mail server did not take messages; they are kept.', 10)
    this.when(
      'LedgersBroken',
      counted('LedgersBroken'),
      'A night’s walk found ledgers that are not what was written; the region’s pages list them.',
    )
    this.when(
      'ReadingsNotRecorded',
      counted('ReadingsNotRecorded'),
      'Somebody looked at others’ data, and it could not be put on record; the log says why.',
    )
    this.when(
      'MattersWaiting',
      counted('MattersWaiting'),
      'A matter waits at a desk where nobody may act, nor anywhere above it; somebody must be given a seat.',
    )
    this.when('JobsFailed', failed.metricApproximateNumberOfMessagesVisible({ period }), 'A job failed.')
    this.when('ApiFaults', api.metricServerError(sum), 'The API answered 5xx.')
    for (const { entry, function: job } of jobs) this.whenAbsent(entry, job)
    const kept = { ...sum, dimensionsMap: { TableName: tableName } }
    this.when(
      'TableWritesThrottled',
      new Metric({ namespace: 'AWS/DynamoDB', metricName: 'WriteThrottleEvents', ...kept }),
      'The table took fewer writes than were asked for; before a close, give it more (warmWrites).',
    )
    this.when(
      'TransitionsThrottled',
      StateTransitionMetric.metricThrottledEvents(sum),
      'The account’s state transitions were throttled: ask for a higher quota.',
    )
    // Throttling is by the account's concurrency, so it is watched for the account.
    const throttles = new Metric({ namespace: 'AWS/Lambda', metricName: 'Throttles', ...sum })
    this.when('Throttles', throttles, 'Functions were called more often at once than the account allows.')
    for (const [how, metricName] of Object.entries(BAD_ENDS))
      overMachines(metricName, machines).forEach((metric, group) => {
        const id = `Executions${how}${group === 0 ? '' : group + 1}`
        this.when(id, metric, `Executions of a workflow: ${how}. The operator's pages list them.`)
      })
  }

  /** A job that does not run makes no fault: its absence is what is seen. One that runs once a year is looked for by people. */
  private whenAbsent({ name, work }: Lambda, job: IFunction): void {
    if (work.kind !== 'job' || isYearly(work.schedule)) return
    const hours = 'every' in work.schedule ? 1 : 24
    this.add(
      new Alarm(this, `${pascal(name)}Absent`, {
        metric: job.metricInvocations({ period: Duration.hours(1), statistic: Stats.SUM }),
        threshold: 1,
        alarmDescription: `${name} has not run for ${hours} h: look at its schedule.`,
        evaluationPeriods: hours,
        comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
        treatMissingData: TreatMissingData.BREACHING,
      }),
    )
  }

  private when(id: string, metric: IMetric, alarmDescription: string, threshold = 1): void {
    this.add(
      new Alarm(this, id, {
        metric,
        threshold,
        alarmDescription,
        evaluationPeriods: 1,
        comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      }),
    )
  }

  private add(alarm: Alarm): void {
    alarm.addAlarmAction(new SnsAction(this.topic))
    this.all.push(alarm)
  }
}
