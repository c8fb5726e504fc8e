import { Duration } from 'aws-cdk-lib'
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import {
  AlarmStatusWidget,
  Dashboard as CloudWatchDashboard,
  GraphWidget,
  type IAlarm,
  type IMetric,
  MathExpression,
  Metric,
  Stats,
} from 'aws-cdk-lib/aws-cloudwatch'
import { Construct } from 'constructs'

interface DashboardProps {
  readonly name: string
  readonly alarms: readonly IAlarm[]
  readonly api: HttpApi
  readonly tableName: string
  /** The ARNs of the state machines. */
  readonly machines: readonly string[]
}

const period = Duration.minutes(5)

/** Each metric of a name, whatever its further dimension: a new function or operation needs no new line here. */
const everyOne = (schema: string, metric: string, statistic: string, label: string): MathExpression =>
  new MathExpression({
    expression: `SEARCH('{${schema}} MetricName="${metric}"', '${statistic}', ${period.toSeconds()})`,
    label,
    period,
    usingMetrics: {},
  })

const graph = (title: string, left: readonly IMetric[], right: readonly IMetric[] = []) =>
  new GraphWidget({ title, left: [...left], right: [...right], width: 8, height: 6 })

/** One page for whoever is on duty: what is wrong first, then calls, workflows, the table. */
export class Dashboard extends Construct {
  constructor(scope: Construct, id: string, { name, alarms, api, tableName, machines }: DashboardProps) {
    super(scope, id)
    const ofTable = (metricName: string) =>
      new Metric({
        namespace: 'AWS/DynamoDB',
        metricName,
        dimensionsMap: { TableName: tableName },
        statistic: Stats.SUM,
        period,
      })
    const ofMachines = (metricName: string) =>
      machines.map(
        (StateMachineArn) =>
          new Metric({
            namespace: 'AWS/States',
            metricName,
            dimensionsMap: { StateMachineArn },
            statistic: Stats.SUM,
            period,
            label: StateMachineArn.split(':').at(-1) ?? metricName,
          }),
      )
    const latency = (statistic: string) => api.metricLatency({ statistic, period, label: `${statistic} ms` })
    new CloudWatchDashboard(this, 'Dashboard', {
      dashboardName: name,
      widgets: [
        [new AlarmStatusWidget({ title: 'Alarms', alarms: [...alarms], width: 24, height: 4 })],
        [
          graph(
            'Calls',
            [api.metricCount({ period })],
            [api.metricClientError({ period }), api.metricServerError({ period })],
          ),
          graph('How long calls take', [latency('p50'), latency('p95'), latency('p99')]),
          graph('Faults, by operation and step', [
            everyOne('TrainingPlatform,service,operation', 'Faults', 'Sum', 'faults'),
          ]),
        ],
        [
          graph('Executions begun', ofMachines('ExecutionsStarted')),
          graph('Executions that failed', ofMachines('ExecutionsFailed'), ofMachines('ExecutionsTimedOut')),
          graph('Matters that nobody may decide; broken ledgers; kept mails', [
            everyOne('TrainingPlatform,service', 'MattersWaiting', 'Sum', 'matters'),
            everyOne('TrainingPlatform,service', 'LedgersBroken', 'Sum', 'ledgers'),
            everyOne('TrainingPlatform,service', 'MailsKept', 'Sum', 'mails'),
          ]),
        ],
        [
          graph('The table’s units', [
            ofTable('ConsumedWriteCapacityUnits'),
            ofTable('ConsumedReadCapacityUnits'),
          ]),
          graph('The table’s throttling', [ofTable('WriteThrottleEvents'), ofTable('ReadThrottleEvents')]),
          graph('Functions that were throttled', [
            new Metric({ namespace: 'AWS/Lambda', metricName: 'Throttles', statistic: Stats.SUM, period }),
          ]),
        ],
      ],
    })
  }
}
