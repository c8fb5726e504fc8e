import { call, startedWith } from '../call.ts'
import { definition } from '../definition.ts'
import { backToTheDesk, desk, ending, lateness, REQUEST_SECONDS } from '../human-step.ts'

/** The states of `recognition`; `npm run workflows` writes them to `recognition.asl.json`. */
export const recognition = definition({
  Comment:
    "Art. 34, 37-41: one line of a recognition request, from the institution's confirmation to the ledger. Lines of one request share the institution's desk and part there. Every desk is handed over with the seconds it has and how often it was waited for in vain.",
  TimeoutSeconds: REQUEST_SECONDS,
  StartAt: 'The institution confirms',
  States: {
    'The institution confirms': desk({
      comment: 'Art. 34: the institution registers, that is, confirms the facts and the evidence first',
      stage: 'institution',
      next: 'Which desk recognises',
    }),
    'Which desk recognises': {
      Comment:
        'Art. 37, 38: the professional subject goes to the competent department first; the public subject and activities go to the personnel authority alone',
      Type: 'Choice',
      Choices: [
        {
          Condition: "{% $states.context.Execution.Input.recognisedBy = 'department' %}",
          Next: 'The department recognises',
        },
      ],
      Default: 'The authority decides',
    },
    'The department recognises': desk({
      comment: 'Art. 38: the competent department recognises the professional subject',
      stage: 'department',
      next: 'The authority decides',
    }),
    'The authority decides': desk({
      comment:
        'Art. 38: the personnel authority recognises the public subject, and verifies what a department recognised',
      stage: 'authority',
      next: 'Credit the ledger',
    }),
    'Credit the ledger': call({
      comment:
        'Art. 34, 40: the hours are entered once, with the state of the request; certificates that are due by them are asked for (Art. 35)',
      to: 'CreditLine',
      payload: startedWith('requestId', 'line'),
    }),
    ...lateness('Go back to the desk'),
    'Go back to the desk': backToTheDesk(
      [
        { stage: 'institution', state: 'The institution confirms' },
        { stage: 'department', state: 'The department recognises' },
      ],
      'The authority decides',
    ),
    ...ending,
  },
})
