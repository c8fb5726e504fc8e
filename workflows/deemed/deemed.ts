import { call, startedWith } from '../call.ts'
import { definition } from '../definition.ts'
import { backToTheDesk, desk, ending, lateness, REQUEST_SECONDS } from '../human-step.ts'

/** The states of `deemed`; `npm run workflows` writes them to `deemed.asl.json`. */
export const deemed = definition({
  Comment:
    "Art. 39(2)-(6): a year, or a subject of it, is complete without hours, from the institution's confirmation to the flag on the year.",
  TimeoutSeconds: REQUEST_SECONDS,
  StartAt: 'The institution confirms',
  States: {
    'The institution confirms': desk({
      comment: 'Art. 34: the institution confirms the facts and the evidence first',
      stage: 'institution',
      next: 'Which desk recognises',
    }),
    'Which desk recognises': {
      Comment:
        "Art. 38, 39: what completes the professional subject goes to the competent department first; leave and discretion are the authority's alone",
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
      comment:
        'Art. 38, 39(2)-(4): the competent department recognises what completes the professional subject',
      stage: 'department',
      next: 'The authority decides',
    }),
    'The authority decides': desk({
      comment:
        'Art. 38, 39(5)-(6): the personnel authority verifies; of a discretionary recognition it records the scope',
      stage: 'authority',
      next: 'Record that the year is deemed complete',
    }),
    'Record that the year is deemed complete': call({
      comment:
        'Art. 39: a flag on the year, never invented hours; certificates that are due by it are asked for (Art. 35)',
      to: 'RecordDeemed',
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
