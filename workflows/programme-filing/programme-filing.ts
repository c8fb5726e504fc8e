import { call, handedOn, startedWith } from '../call.ts'
import { definition } from '../definition.ts'
import { lateness, REQUEST_SECONDS, waitForAnswer } from '../human-step.ts'

const late = lateness('The desk looks at the filing')
const line = startedWith('requestId', 'round', 'line')

/** The states of `programme-filing`; `npm run workflows` writes them to `programme-filing.asl.json`. */
export const programmeFiling = definition({
  Comment:
    'Art. 5, 8: the filing of a programme. Public courses go to the authority of the organiser’s level, professional ones to the department; what nobody answers in time counts as accepted [R].',
  TimeoutSeconds: REQUEST_SECONDS,
  StartAt: 'The desk looks at the filing',
  States: {
    'The desk looks at the filing': waitForAnswer({
      comment: 'Art. 8: accepted, returned or refused',
      to: 'OpenTask',
      payload: startedWith('requestId', 'round', 'line', 'stage'),
      seconds: '{% $states.input.patienceSeconds %}',
      late: {
        Output: {
          stage: '{% $states.context.Execution.Input.stage %}',
          waits: '{% $states.input.waits + 1 %}',
        },
        Next: 'Has the desk been reminded',
      },
      next: 'Follow the decision',
    }),
    'Follow the decision': call({
      comment: 'Art. 8: accepted, the programme is public from here on; its organiser hears of it',
      to: 'FollowFiling',
      payload: line,
    }),
    ...late,
    'Has the desk been reminded': {
      Comment: 'The desk is reminded once; when its time passes again, the filing may count as accepted',
      Type: 'Choice',
      Choices: [{ Condition: '{% $states.input.waits = 1 %}', Next: 'Remind the desk' }],
      Default: 'Accept what nobody answered',
    },
    'Accept what nobody answered': call({
      comment: '[R] Nobody answered for so many working days, though somebody might have',
      to: 'AcceptUnanswered',
      payload: { ...line, ...handedOn('stage', 'waits') },
      output: {
        ...handedOn('stage', 'waits'),
        accepted: '{% $states.result.Payload.accepted %}',
      },
      next: 'Does it count as accepted',
    }),
    'Does it count as accepted': {
      Type: 'Choice',
      Choices: [{ Condition: '{% $states.input.accepted %}', Next: 'Follow the decision' }],
      Default: "Escalate to the desk's head",
    },
    'Tell the person how it ended': call({
      comment: 'A return says what to correct, a refusal says why; a withdrawal needs no word',
      to: 'FollowFiling',
      payload: line,
    }),
  },
})
