import { ANSWER, call, startedWith } from '../call.ts'
import { definition } from '../definition.ts'
import { desk, ending, lateness, REQUEST_SECONDS } from '../human-step.ts'

const filing = startedWith('requestId', 'line')

/** The states of `post-change`; `npm run workflows` writes them to `post-change.asl.json`. */
export const postChange = definition({
  Comment:
    'Art. 18-21, 45: a change of post from its filing to the register. Without its transfer training the filing is put on hold, as data with a date; nothing waits here for months.',
  TimeoutSeconds: REQUEST_SECONDS,
  StartAt: 'Look at the transfer training',
  States: {
    'Look at the transfer training': call({
      comment:
        'Art. 21: the transfer training is complete before the change, or within three months after it',
      to: 'JudgeChange',
      payload: filing,
      output: ANSWER,
      next: 'How does the training stand',
    }),
    'How does the training stand': {
      Type: 'Choice',
      Choices: [
        { Condition: "{% $states.input.training = 'complete' %}", Next: 'The authority decides' },
        { Condition: "{% $states.input.training = 'missing' %}", Next: 'Refuse the filing' },
      ],
      Default: 'Put the filing on hold',
    },
    'Put the filing on hold': call({
      comment:
        'Art. 21: the wait for the training is a date on record; the ledger or the daily job starts a new execution when it is over',
      to: 'HoldChange',
      payload: startedWith('requestId'),
    }),
    'The authority decides': desk({
      comment: 'Art. 45: the personnel authority decides on the filing',
      stage: 'authority',
      next: 'Record the change',
    }),
    'Record the change': call({
      comment: 'Art. 18: the person holds the new post on the register',
      to: 'RecordChange',
      payload: filing,
    }),
    'Refuse the filing': call({
      comment:
        'Art. 45: who has not completed the transfer training in time is not filed; the person and the institution are told',
      to: 'RefuseChange',
      payload: filing,
    }),
    ...lateness('The authority decides'),
    ...ending,
  },
})
