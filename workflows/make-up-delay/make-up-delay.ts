import { call, startedWith } from '../call.ts'
import { definition } from '../definition.ts'
import { backToTheDesk, desk, ending, lateness, REQUEST_SECONDS } from '../human-step.ts'

/** The states of `make-up-delay`; `npm run workflows` writes them to `make-up-delay.asl.json`. */
export const makeUpDelay = definition({
  Comment:
    'Art. 32: a year that could not be completed is made up for in the next one. One desk approves; the following year is watched by the daily job, not by this execution.',
  TimeoutSeconds: REQUEST_SECONDS,
  StartAt: 'Who decides',
  States: {
    'Who decides': {
      Comment:
        'Art. 32: the competent department or, where there is none, the personnel authority; the institution never',
      Type: 'Choice',
      Choices: [
        {
          Condition: "{% $states.context.Execution.Input.decidedBy = 'department' %}",
          Next: 'The department decides',
        },
      ],
      Default: 'The authority decides',
    },
    'The department decides': desk({
      comment: 'Art. 32: one approval suffices',
      stage: 'department',
      next: 'Record the delay',
    }),
    'The authority decides': desk({
      comment: 'Art. 32: for an institution without a competent department',
      stage: 'authority',
      next: 'Record the delay',
    }),
    'Record the delay': call({
      comment:
        'Art. 32: the year is due on 31 December of the next one; the daily job watches it from here on',
      to: 'RecordDelay',
      payload: startedWith('requestId', 'line'),
    }),
    ...lateness('Go back to the desk'),
    'Go back to the desk': backToTheDesk(
      [{ stage: 'department', state: 'The department decides' }],
      'The authority decides',
    ),
    ...ending,
  },
})
