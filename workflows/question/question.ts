import { ANSWER, call, startedWith } from '../call.ts'
import { definition } from '../definition.ts'
import { REQUEST_SECONDS, waitAtStage } from '../human-step.ts'

const STANDS = 'See where the question stands' as const
const LATE = 'Remind the desk, and tell the one above' as const

/** The states of `question`; `npm run workflows` writes them to `question.asl.json`. */
export const question = definition({
  Comment:
    'Art. 8, 48: a question about the rules is answered by its desk in five working days. What was answered is in the table; the machine waits, and asks the table where the question stands.',
  TimeoutSeconds: REQUEST_SECONDS,
  StartAt: STANDS,
  States: {
    [STANDS]: call({
      comment: 'Whether it is answered, and the time that its desk has left',
      to: 'QuestionStands',
      payload: startedWith('questionId'),
      output: ANSWER,
      next: 'What is waited for',
    }),
    'What is waited for': {
      Type: 'Choice',
      Choices: [{ Condition: "{% $states.input.stage = 'received' %}", Next: 'Answer it' }],
      Default: 'It is over',
    },
    'Answer it': waitAtStage({
      comment:
        'Art. 8: five working days to answer it, to say that it is about a single case, or to pass it on to the desk that knows',
      stage: 'received',
      of: 'questionId',
      to: 'OpenQuestion',
      late: LATE,
      next: STANDS,
    }),
    [LATE]: call({
      comment: 'The time has passed: the desk is reminded, and the one above sees it and may take it over',
      to: 'QuestionLate',
      payload: { ...startedWith('questionId'), stage: '{% $states.input.stage %}' },
      next: STANDS,
    }),
    'It is over': { Type: 'Succeed' },
  },
})
