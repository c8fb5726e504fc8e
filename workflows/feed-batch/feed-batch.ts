import { ANSWER, call, handedOn, startedWith } from '../call.ts'
import { definition } from '../definition.ts'
import { backToTheDesk, desk, ending, lateness, REQUEST_SECONDS } from '../human-step.ts'

/** The states of `feed-batch`; `npm run workflows` writes them to `feed-batch.asl.json`. */
export const feedBatch = definition({
  Comment:
    'Art. 38, 41: the online hours that listed providers delivered on a day for one department and authority. Professional hours: the department recognises, the authority verifies; then every row is entered in its own ledger, part by part. A second execution enters nothing twice.',
  TimeoutSeconds: REQUEST_SECONDS,
  StartAt: 'Which desk recognises',
  States: {
    'Which desk recognises': {
      Comment:
        'Art. 38: the competent department first, where there is one; none where the region has the provider recognised at once (Art. 41)',
      Type: 'Choice',
      Choices: [
        {
          Condition: "{% $states.context.Execution.Input.recognisedBy = 'department' %}",
          Next: 'The department recognises',
        },
        {
          Condition: "{% $states.context.Execution.Input.recognisedBy = 'authority' %}",
          Next: 'The authority verifies',
        },
      ],
      Default: 'Credit the first part',
    },
    'The department recognises': desk({
      comment: 'Art. 38: the competent department recognises the professional subject',
      stage: 'department',
      next: 'The authority verifies',
    }),
    'The authority verifies': desk({
      comment: 'Art. 38: the personnel authority verifies what the department recognised',
      stage: 'authority',
      next: 'Credit the first part',
    }),
    'Credit the first part': call({
      comment: 'Art. 41: some hundred rows, each person’s in one transaction with the state of the rows',
      to: 'CreditPart',
      payload: { ...startedWith('requestId', 'line'), part: '{% 1 %}' },
      output: ANSWER,
      next: 'Are all parts credited',
    }),
    'Are all parts credited': {
      Type: 'Choice',
      Choices: [{ Condition: '{% $states.input.finished %}', Next: 'The hours are credited' }],
      Default: 'Credit the next part',
    },
    'Credit the next part': call({
      comment: 'Art. 41: the same of the rows that follow',
      to: 'CreditPart',
      payload: { ...startedWith('requestId', 'line'), ...handedOn('part') },
      output: ANSWER,
      next: 'Are all parts credited',
    }),
    'The hours are credited': { Type: 'Succeed' },
    ...lateness('Go back to the desk'),
    'Go back to the desk': backToTheDesk(
      [{ stage: 'department', state: 'The department recognises' }],
      'The authority verifies',
    ),
    ...ending,
  },
})
