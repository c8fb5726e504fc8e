import { Duration, Stack } from 'aws-cdk-lib'
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { EventInvokeConfig } from 'aws-cdk-lib/aws-lambda'
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations'
import { CfnSchedule, CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { Work } from '../../functions/platform/lambda.ts'
import { type CatalogFunction, LIVE } from './catalog-function.ts'

/** Dates are calendar dates there, whatever the region's own. */
const ZONE = 'Asia/Shanghai'

class ScheduleUnfitError extends Error {
  override name = 'ScheduleUnfitError'
}

/** A cron of five fields as the scheduler's six. Its weekday numbers differ, and no schedule uses them. */
const calendarExpression = (cron: string): string => {
  const [minute, hour, day, month, weekday] = cron.split(' ')
  if (weekday !== '*') throw new ScheduleUnfitError(`${cron}: a weekday can't be carried over as it is.`)
  return `cron(${minute} ${hour} ${day} ${month} ? *)`
}

const expressionOf = (work: Work): string | undefined => {
  if (work.kind !== 'job') return undefined
  const { schedule } = work
  return 'every' in schedule
    ? `rate(${schedule.every} ${schedule.every === 1 ? 'minute' : 'minutes'})`
    : calendarExpression(schedule.cron)
}

/** Starts the catalog's jobs. A failed start or job ends in one watched queue. */
export class Schedules extends Construct {
  readonly failed: Queue

  constructor(scope: Construct, id: string, { functions }: { functions: readonly CatalogFunction[] }) {
    super(scope, id)
    this.failed = new Queue(this, 'Failed', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    })
    const stack = Stack.of(this)
    const group = new CfnScheduleGroup(this, 'Group', { name: stack.stackName })
    for (const { entry, function: job, live } of functions) {
      const expression = expressionOf(entry.work)
      if (expression === undefined) continue
      const failing = new EventInvokeConfig(this, `${entry.name}-failed`, {
        function: job,
        qualifier: LIVE,
        onFailure: new SqsDestination(this.failed),
        maxEventAge: Duration.hours(1),
        retryAttempts: 1,
      })
      failing.node.addDependency(live)
      const role = new Role(this, `${entry.name}-role`, {
        assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
          conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
        }),
        inlinePolicies: {
          start: new PolicyDocument({
            statements: [
              new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [live.ref] }),
              new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.failed.queueArn] }),
            ],
          }),
        },
      })
      const schedule = new CfnSchedule(this, entry.name, {
        groupName: stack.stackName,
        scheduleExpression: expression,
        scheduleExpressionTimezone: ZONE,
        flexibleTimeWindow: { mode: 'OFF' },
        target: {
          arn: live.ref,
          roleArn: role.roleArn,
          // The scheduler fills this in, so that a late start knows its own moment.
          input: '{"scheduledAt":"<aws.scheduler.scheduled-time>"}',
          deadLetterConfig: { arn: this.failed.queueArn },
          retryPolicy: { maximumEventAgeInSeconds: 3600, maximumRetryAttempts: 5 },
        },
      })
      schedule.addResourceDependency(group)
    }
  }
}
