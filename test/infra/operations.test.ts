import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { catalog } from '../../functions/catalog.ts'
import { workflowNames } from '../../workflows/contract.ts'
import { ofType, references, stacksFor, together } from './synthesise.ts'

const far = 'arn:aws:backup:eu-west-1:123456789012:backup-vault:far'
const stacks = stacksFor({ oidcIssuer: 'https://login.example', backupCopyVault: far })
const production = together(stacks)
const trial = together(stacksFor({ environment: 'test' }))

const Days = z.object({ DeleteAfterDays: z.number() })
const Plan = z.object({
  BackupPlan: z.object({
    BackupPlanRule: z.array(
      z.looseObject({
        RuleName: z.string(),
        Lifecycle: Days,
        CopyActions: z
          .array(z.object({ DestinationBackupVaultArn: z.unknown(), Lifecycle: Days }))
          .optional(),
      }),
    ),
  }),
})

describe('what does not happen is seen', () => {
  test('every job of the day and of the minutes has an alarm for its absence, silence included', () => {
    const jobs = catalog.flatMap(({ name, work }): [string, number][] => {
      if (work.kind !== 'job') return []
      if ('every' in work.schedule) return [[name, 1]]
      return work.schedule.cron.split(' ')[3] === '*' ? [[name, 24]] : []
    })
    expect(jobs.length).toBeGreaterThan(3)
    const absences = ofType(production, 'AWS::CloudWatch::Alarm').filter(
      ([, { Properties }]) => Properties.ComparisonOperator === 'LessThanThreshold',
    )
    for (const [name, hours] of jobs) {
      const found = absences.find(([, { Properties }]) => {
        const [job = ''] = references(Properties.Dimensions)
        return production[job]?.Properties.Description === `job: ${name}`
      })
      expect(found?.[1].Properties, name).toMatchObject({
        MetricName: 'Invocations',
        Period: 3600,
        EvaluationPeriods: hours,
        TreatMissingData: 'breaching',
      })
    }
    expect(absences).toHaveLength(jobs.length)
  })

  test('what slows a close is seen: the table’s and the machines’ throttling', () => {
    const metrics = ofType(production, 'AWS::CloudWatch::Alarm').map(
      ([, { Properties }]) => Properties.MetricName,
    )
    expect(metrics).toEqual(expect.arrayContaining(['WriteThrottleEvents', 'ThrottledEvents', 'Throttles']))
  })
})

test('one page shows every alarm, and calls, workflows and the table', () => {
  const [dashboard] = ofType(production, 'AWS::CloudWatch::Dashboard')
  const body = JSON.stringify(dashboard?.[1].Properties.DashboardBody)
  expect(dashboard?.[1].Properties.DashboardName).toBe('training-platform')
  const alarms = ofType(production, 'AWS::CloudWatch::Alarm').map(([id]) => id)
  const shown = references(dashboard?.[1].Properties.DashboardBody)
  for (const alarm of alarms) expect(shown).toContain(alarm)
  for (const name of workflowNames) expect(body).toContain(`:stateMachine:training-platform-${name}`)
})

describe('what is lost comes back', () => {
  test('table and objects are copied each night and each month to a vault that is locked, and elsewhere', () => {
    const [vault] = ofType(production, 'AWS::Backup::BackupVault')
    expect(vault?.[1].DeletionPolicy).toBe('RetainExceptOnCreate')
    expect(vault?.[1].Properties.LockConfiguration).toEqual({
      MinRetentionDays: 35,
      MaxRetentionDays: 2555,
      ChangeableForDays: 3,
    })
    const [plan] = ofType(production, 'AWS::Backup::BackupPlan')
    const rules = Plan.parse(plan?.[1].Properties).BackupPlan.BackupPlanRule
    expect(rules.map(({ RuleName, Lifecycle }) => [RuleName, Lifecycle.DeleteAfterDays])).toEqual([
      ['nightly', 35],
      ['monthly', 2555],
    ])
    expect(rules[0]?.CopyActions).toMatchObject([{ DestinationBackupVaultArn: far }])
    const [selection] = ofType(production, 'AWS::Backup::BackupSelection')
    const types = references(selection?.[1].Properties.BackupSelection).map((id) => production[id]?.Type)
    expect(types).toEqual(expect.arrayContaining(['AWS::DynamoDB::Table', 'AWS::S3::Bucket']))
  })

  test('proofs and certificates are locked as long as a copy of the night is kept', () => {
    const locked = ofType(production, 'AWS::S3::Bucket').filter(
      ([, { Properties }]) => Properties.ObjectLockEnabled === true,
    )
    expect(locked).toHaveLength(1)
    expect(locked[0]?.[1].Properties.ObjectLockConfiguration).toMatchObject({
      Rule: { DefaultRetention: { Days: 35, Mode: 'GOVERNANCE' } },
    })
  })

  test('a trial leaves no vault, and locks nothing', () => {
    expect(ofType(trial, 'AWS::Backup::BackupVault')).toEqual([])
    expect(JSON.stringify(trial)).not.toContain('ObjectLockEnabled":true')
  })
})
