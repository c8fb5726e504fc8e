import { ANSWER, call, startedWith } from '../call.ts'
import { definition } from '../definition.ts'

/** The states of `daily`; `npm run workflows` writes them to `daily.asl.json`. */
export const daily = definition({
  Comment:
    'Art. 12, 16, 21, 32: every morning people are told of the dates that come near, and what fell due yesterday has its result. As many rounds as it takes.',
  TimeoutSeconds: 86_400,
  StartAt: 'Tell people of their dates',
  States: {
    'Tell people of their dates': call({
      comment:
        'Inductions, transfers, terms and make-ups: each notice once, recorded; a date that has passed has its result',
      to: 'NotifyDue',
      payload: startedWith('day'),
      output: ANSWER,
      next: 'Are there more',
    }),
    'Are there more': {
      Type: 'Choice',
      Choices: [{ Condition: '{% $states.input.more %}', Next: 'Tell people of their dates' }],
      Default: 'The day is done',
    },
    'The day is done': { Type: 'Succeed' },
  },
})
