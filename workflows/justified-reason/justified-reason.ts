import { call, startedWith } from '../call.ts'
import { definition } from '../definition.ts'
import { backToTheDesk, desk, ending, lateness, REQUEST_SECONDS } from '../human-step.ts'

/** The states of `justified-reason`; `npm run workflows` writes them to `justified-reason.asl.json`. */
export const justifiedReason = definition({
  Comment:
    'Art. 7, 43: a year left incomplete for a justified reason. The institution gives its opinion and decides nothing; the department or the authority finds whether the reason is justified.',
  TimeoutSeconds: REQUEST_SECONDS,
  StartAt: 'Is the institution heard first',
  States: {
    'Is the institution heard first': {
      Comment: 'What the institution itself has filed bears its opinion already',
      Type: 'Choice',
      Choices: [
        {
          Condition: '{% $states.context.Execution.Input.opinion %}',
          Next: 'The institution gives its opinion',
        },
      ],
      Default: 'Who decides',
    },
    'The institution gives its opinion': desk({
      comment: 'Art. 7: for or against, the matter goes on',
      stage: 'institution',
      next: 'Who decides',
    }),
    'Who decides': {
      Comment: 'Art. 5, 7: the competent department or, where there is none, the personnel authority',
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
      comment: 'Art. 7: one finding suffices',
      stage: 'department',
      next: 'Record the reason',
    }),
    'The authority decides': desk({
      comment: 'Art. 7: for an institution without a competent department',
      stage: 'authority',
      next: 'Record the reason',
    }),
    'Record the reason': call({
      comment: 'Art. 7: an entry of the ledger; the checks let a person judge from here on',
      to: 'RecordJustified',
      payload: startedWith('requestId', 'line'),
    }),
    ...lateness('Go back to the desk'),
    'Go back to the desk': backToTheDesk(
      [
        { stage: 'institution', state: 'The institution gives its opinion' },
        { stage: 'department', state: 'The department decides' },
      ],
      'The authority decides',
    ),
    ...ending,
  },
})
