import { ANSWER, call, startedWith } from '../call.ts'
import { definition } from '../definition.ts'

/** The states of `daily`; `npm run workflows` writes them to `daily.asl.json`. */
export const daily = definition({
  Comment:
    'Art. 7, 12, 16, 21, 32: every morning people are told of the dates that come near, and what fell due yesterday has its result. As many rounds as it takes.',
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
      Default: 'Tell people of the year',
    },
    'Tell people of the year': call({
      comment:
        'Art. 7, 32: 90, 60, 30 and 7 days before the year ends, and on the day after, whoever is short hears what is missing, and each institution that its list is there. On other days nothing is read',
      to: 'RemindYear',
      payload: {
        ...startedWith('day'),
        at: "{% $exists($states.input.at) ? $states.input.at : '' %}",
      },
      output: ANSWER,
      next: 'Are there more people',
    }),
    'Are there more people': {
      Type: 'Choice',
      Choices: [{ Condition: '{% $states.input.more %}', Next: 'Tell people of the year' }],
      Default: 'The day is done',
    },
    'The day is done': { Type: 'Succeed' },
  },
})
