import { call, startedWith } from '../call.ts'
import { definition } from '../definition.ts'
import { ending, lateness, REQUEST_SECONDS, waitForAnswer } from '../human-step.ts'

/** The states of `objection`; `npm run workflows` writes them to `objection.asl.json`. */
export const objection = definition({
  Comment:
    'Art. 7, 35: an objection to a decision. The desk that decided looks again, once; where it stands by its decision the desk above looks, in an execution of its own.',
  TimeoutSeconds: REQUEST_SECONDS,
  StartAt: 'A desk looks again',
  States: {
    'A desk looks again': waitForAnswer({
      comment: 'Art. 35: the desk that decided, or the one above it; a return asks for what is missing',
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
      comment:
        'Art. 35: upheld, a new entry puts the matter right; not upheld, it goes to the desk above, or ends where there is none',
      to: 'FollowObjection',
      payload: startedWith('requestId', 'round', 'line'),
    }),
    ...lateness('A desk looks again'),
    ...ending,
  },
})
