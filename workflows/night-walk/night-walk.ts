import { ANSWER, call, handedOn, startedWith } from '../call.ts'
import { definition, region } from '../definition.ts'

/** Reads the ledgers of a group of shards, and has what it found signed. */
const group = region({
  StartAt: 'Walk its shards',
  States: {
    'Walk its shards': call({
      comment:
        'Every ledger, entry by entry, against its sealed standing and against the night before; what is broken is marked',
      to: 'WalkShards',
      payload: handedOn('day', 'shards'),
      output: ANSWER,
      next: 'Sign their roots',
    }),
    'Sign their roots': call({
      comment: 'By the one function that may sign; no person is named',
      to: 'SignRoots',
      payload: handedOn('day', 'roots'),
      output: '{% {} %}',
      next: 'They are walked',
    }),
    'They are walked': { Type: 'Succeed' },
  },
})

/** The states of `night-walk`; `npm run workflows` writes them to `night-walk.asl.json`. */
export const nightWalk = definition({
  Comment:
    'Art. 8: reads every ledger of the register once a night, marks those that are not what was written, and signs one root a shard and day. Safe to repeat: a shard that has its root keeps it.',
  TimeoutSeconds: 21_600,
  StartAt: 'Walk every group',
  States: {
    'Walk every group': {
      Comment:
        'Shards that fail do not stop the others; those without a root are counted when the walk is told of',
      Type: 'Map',
      Label: 'Shards',
      Items: '{% $states.input.groups %}',
      ItemSelector: { ...startedWith('day'), shards: '{% $states.context.Map.Item.Value %}' },
      MaxConcurrency: 4,
      ToleratedFailurePercentage: 100,
      ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }, ...group },
      Output: '{% {} %}',
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Tell of the walk' }],
      Next: 'Tell of the walk',
    },
    'Tell of the walk': call({
      comment: 'The region hears of broken ledgers, operators of shards that nobody walked',
      to: 'TellWalk',
      payload: startedWith('day'),
      output: ANSWER,
      next: 'Is every shard walked',
    }),
    'Is every shard walked': {
      Type: 'Choice',
      Choices: [{ Condition: '{% $states.input.unfinished = 0 %}', Next: 'Walked' }],
      Default: 'Not walked whole',
    },
    Walked: { Type: 'Succeed' },
    'Not walked whole': {
      Comment: 'What was walked stays; the next night walks all again',
      Type: 'Fail',
      Error: 'WalkIncomplete',
      Cause: 'Some shards have no root of this day. Redrive the execution: only they are walked again.',
    },
  },
})
