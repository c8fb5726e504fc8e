import { ANSWER, call, handedOn, serviceRetry, startedWith } from '../call.ts'
import { definition, region } from '../definition.ts'

const run = startedWith('year', 'mode', 'run')

/** After any error the failure is recorded on the year. */
const caught = [{ ErrorEquals: ['States.ALL'], Next: 'Say that it failed' }] as const

/** Assesses one shard, page by page; the shard's tally says where a page begins. */
const shard = region({
  StartAt: 'Assess a page',
  States: {
    'Assess a page': call({
      comment:
        'Some thousand persons, from where the shard stands: results where none stand or where they differ, certificates that are missing',
      to: 'AssessPage',
      payload: handedOn('year', 'mode', 'run', 'shard'),
      retry: [
        serviceRetry,
        {
          // Fewer retries than elsewhere: a failed shard stops no other, and a redrive repeats it.
          ErrorEquals: ['States.TaskFailed', 'States.Timeout'],
          IntervalSeconds: 2,
          MaxAttempts: 5,
          BackoffRate: 2,
          MaxDelaySeconds: 30,
          JitterStrategy: 'FULL',
        },
      ],
      output: ANSWER,
      next: 'Is the shard finished',
    }),
    'Is the shard finished': {
      Type: 'Choice',
      Choices: [{ Condition: '{% $states.input.finished %}', Next: 'The shard is finished' }],
      Default: 'Assess a page',
    },
    'The shard is finished': { Type: 'Succeed' },
  },
})

/** The states of `year-close`; `npm run workflows` writes them to `year-close.asl.json`. */
export const yearClose = definition({
  Comment:
    'Art. 32: closes a year at the end of 31 December, or rehearses it: every person of the register is assessed by the frozen rules, shard by shard; results are entered where none stand or where they differ; sums by institution, department and authority follow. Safe to repeat: a second execution finishes what is not finished, and changes nothing that is right.',
  // It may wait a day for the last moment of the year, and has as long again for its work.
  TimeoutSeconds: 172_800,
  StartAt: 'Freeze the edition',
  States: {
    'Freeze the edition': call({
      comment: 'The rules and readings of the year, for ever: its results are found, and corrected, by these',
      to: 'FreezeYear',
      payload: run,
      caught,
      output: ANSWER,
      next: 'List the shards',
    }),
    'List the shards': call({
      comment: 'Those that are not finished in this run, each with its number of persons',
      to: 'ListShards',
      payload: run,
      caught,
      output: "{% { 'shards': [$states.result.Payload.shards], 'waitSeconds': $states.input.waitSeconds } %}",
      next: 'Wait for what is on its way',
    }),
    'Wait for what is on its way': {
      Comment:
        'Training dated 31 December counts, and what was recorded a moment before the freeze is seen by every reader',
      Type: 'Wait',
      Seconds: '{% $states.input.waitSeconds %}',
      Next: 'Assess every shard',
    },
    'Assess every shard': {
      Comment:
        'Art. 7, 32: the shards that fail do not stop the others; what they lack is found when the year is summed up',
      Type: 'Map',
      Label: 'Shards',
      Items: '{% [$states.input.shards] %}',
      ItemSelector: { ...run, shard: '{% $states.context.Map.Item.Value %}' },
      MaxConcurrency: 16,
      ToleratedFailurePercentage: 100,
      ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }, ...shard },
      Output: '{% {} %}',
      Catch: caught,
      Next: 'Sum up',
    },
    'Sum up': call({
      comment: 'By institution, department and authority; a rehearsal also by the desks that block',
      to: 'SumUpYear',
      payload: run,
      caught,
      output: ANSWER,
      next: 'Is every shard finished',
    }),
    'Is every shard finished': {
      Type: 'Choice',
      Choices: [{ Condition: '{% $states.input.unfinished = 0 %}', Next: 'Report to the authorities' }],
      Default: 'Say that it failed',
    },
    'Report to the authorities': call({
      comment: 'Counts, no names; then the year is closed',
      to: 'ReportYear',
      payload: run,
      caught,
      next: 'Closed',
    }),
    Closed: { Type: 'Succeed' },
    'Say that it failed': call({
      comment: 'Whoever looks at the year sees it, and may let the rest be done again',
      to: 'FailYear',
      payload: run,
      next: 'Failed',
    }),
    Failed: {
      Comment: 'What was done stays; a redrive does the rest alone',
      Type: 'Fail',
      Error: 'CloseFailed',
      Cause:
        'Some shards could not be assessed, or the sums not made. Redrive the year: only what is missing is done again.',
    },
  },
})
